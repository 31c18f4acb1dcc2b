"""Share the page for a clinician by a SMART Health Link, and the doors that viewers knock at."""
