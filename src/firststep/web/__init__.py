"""Pages, a folder each. A page is thin: request in, action or read, words out."""
