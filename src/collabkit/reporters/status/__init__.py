"""The output formats of where projects stand: one per file."""
