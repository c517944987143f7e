"""What the terminal shows: display width."""
