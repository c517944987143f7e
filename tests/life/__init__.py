"""One project's whole life, five times over and in both languages: what one output says, every other says too."""
