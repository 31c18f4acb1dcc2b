"""What is known, a plan and a session: as data, and on pages of plain text."""
