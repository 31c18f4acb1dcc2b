"""Many people at once: virtual ones, lived with the engine in the loop, on all cores."""
