"""A project on a given day, and everything that follows from it."""

from collabkit.plan.plan import Plan, is_something

__all__ = ["Plan", "is_something"]
