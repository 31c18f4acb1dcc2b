"""Commands over virtual people."""
