"""The command line: one file per command, one boundary for errors, every word in both languages."""
