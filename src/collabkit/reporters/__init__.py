"""The output formats of findings: one per file."""
