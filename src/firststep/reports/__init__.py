"""How findings are shown. What is said comes from `content`; the rest is form."""
