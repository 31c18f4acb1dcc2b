"""What is known, in other languages: which are there, which is spoken now, and what a text is in it."""
