"""The page for a visit, to look at, to print and to take along."""
