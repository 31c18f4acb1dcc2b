"""The safety check: what is asked, what follows, and when it is asked again."""
