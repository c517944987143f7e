"""collabkit: run a cross-department project from one YAML file."""

__version__ = "0.1.0"
