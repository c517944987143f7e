"""The project file as data: one noun per class, no files, no clock."""

from collabkit.model.project import FORMAT, Project
from collabkit.model.words import Light, Stage

__all__ = ["FORMAT", "Light", "Project", "Stage"]
