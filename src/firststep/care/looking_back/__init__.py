"""Before and after a comparison: what is sealed, how it was kept, the ways to see it."""
