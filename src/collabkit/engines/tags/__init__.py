"""The language of the tags in templates: what it may say, what it may use, and where a mistake in it stands."""
