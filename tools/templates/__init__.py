"""The house style of the Word templates, in one place: change it here and build them again."""
