"""How a comparison goes on: where it stands, when it is too much, and when it may taper off."""
