"""The plan: what to compare, what stays the same, and when somebody should look."""
