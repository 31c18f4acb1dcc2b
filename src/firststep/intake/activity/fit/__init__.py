"""FIT files: what watches and many apps write."""

from firststep.intake.activity.fit.reading import KIND, WHOLE, is_mine, read

__all__ = ["KIND", "WHOLE", "is_mine", "read"]
