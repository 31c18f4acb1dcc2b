"""The feed of reminders that a calendar fetches."""
