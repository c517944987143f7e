"""What the terminal shows: display width, tables, colour, progress."""
