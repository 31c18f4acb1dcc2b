"""What counts of all that was told, what rests, and what it shows."""
