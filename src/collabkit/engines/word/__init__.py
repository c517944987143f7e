"""Fills Word templates: docxtpl's tag language, compiled once, safe by construction."""

from collabkit.engines.word.template import WordTemplate, load

__all__ = ["WordTemplate", "load"]
