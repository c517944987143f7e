"""Tables that people fill in: what each column shows of an entry, and what was meant when it comes back."""
