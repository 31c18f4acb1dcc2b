"""Health Connect: the zip that an Android phone exports, with one SQLite file in it."""

from firststep.intake.activity.health_connect.reading import KIND, WHOLE, is_mine, read

__all__ = ["KIND", "WHOLE", "is_mine", "read"]
