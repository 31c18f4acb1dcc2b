"""The two answers: as values, by which rules, how long they may take, in which words."""
