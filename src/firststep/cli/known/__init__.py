"""Commands over what is known."""
