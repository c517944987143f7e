"""Text, data and line: the project file read within limits, every key and value with its place."""
