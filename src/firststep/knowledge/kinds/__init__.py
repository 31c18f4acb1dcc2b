"""What a file of knowledge may say, one class for each kind of thing."""
