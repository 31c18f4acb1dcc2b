"""The papers of a trial, section by section: the protocol before it, the account after it."""
