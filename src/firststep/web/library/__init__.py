"""The library: what can be done, how, and on what ground; and what is said, and what is known."""
