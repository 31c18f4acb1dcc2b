"""What counts of all that was told, what is drawn from it, what rests, and what it shows."""
