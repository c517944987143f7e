"""What several forms show, one noun per file; forms only compose it."""
