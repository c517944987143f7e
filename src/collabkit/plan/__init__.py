"""A project on a given day, and everything that follows from it."""

from collabkit.plan.plan import NO_DEPARTMENT, Plan, is_something

__all__ = ["NO_DEPARTMENT", "Plan", "is_something"]
