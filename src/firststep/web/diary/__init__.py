"""Today, So far and What to compare: three pages from one document."""
