"""What is drawn for each day, and what is done instead of a draw."""
