"""Today, So far, History and What to compare: pages from one document."""
