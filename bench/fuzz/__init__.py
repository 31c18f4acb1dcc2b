"""Files that are damaged or hostile, thrown at every reader of activity."""
