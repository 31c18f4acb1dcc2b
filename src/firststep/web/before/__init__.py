"""What set it off: what is told by hand, and what changed before the pain began."""
