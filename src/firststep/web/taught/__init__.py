"""What somebody was taught: a form to write it down in, to change it, and the same on paper."""
