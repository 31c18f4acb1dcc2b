"""The way in: pair this browser, begin, or choose who it is."""
