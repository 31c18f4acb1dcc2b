"""Find somebody: when to see whom, who is near, what to ask, and candidates side by side."""
