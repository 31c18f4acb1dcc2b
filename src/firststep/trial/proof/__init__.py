"""What makes a trial one that can be trusted: its rules settled beforehand, and a witness without a model."""
