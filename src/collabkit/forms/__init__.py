"""The forms of the method."""
