"""Commands over a diary file."""
