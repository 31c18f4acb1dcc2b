"""Reads one file strictly: what is not known is refused, with its line and how to mend it."""
