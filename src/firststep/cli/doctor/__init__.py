"""`firststep doctor`: what is wrong with an installation, a file for each kind of thing that is looked at."""
