"""How much people were on their feet, as files told it."""

from uuid import uuid4

from django.db import models

from firststep.store.models.who import Person


class Active(models.Model):
    """A day of activity of one source, or a single session of it: `part` says when that began.

    A later file that tells of the same day and source takes its place: a day that was cut short
    by an export is whole in the next one.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    on = models.DateField()
    source = models.CharField(max_length=80)
    part = models.CharField(max_length=40, blank=True)
    steps = models.PositiveIntegerField(null=True)
    walked_m = models.FloatField(null=True)
    walked_s = models.FloatField(null=True)
    ran_m = models.FloatField(null=True)
    ran_s = models.FloatField(null=True)
    longest_run_m = models.FloatField(null=True)
    hard = models.PositiveSmallIntegerField(default=0)
    shoe = models.CharField(max_length=60, blank=True)

    class Meta:
        """Read by person and day; each source tells of a day once."""

        constraints = (
            models.UniqueConstraint(fields=["person", "on", "source", "part"], name="told_of_a_day_once"),
        )


class Upload(models.Model):
    """A file on its way in: what has come of it, how far it is read, and what it told.

    The file itself lies in the folder of the installation until it is read. `told` is what a person
    looks at before they keep it: counts and reasons, no day.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    name = models.CharField(max_length=120)
    size = models.BigIntegerField()
    done = models.BigIntegerField(default=0)
    state = models.CharField(max_length=10)
    told = models.JSONField(null=True)
    began = models.DateTimeField()


class Watched(models.Model):
    """A file in a watched folder that was looked at, and what came of it, so that it is read once.

    `size` and `changed` (nanoseconds) tell it from the same name with other content, `digest` (SHA-256)
    the same content under another name. `told` is as in an upload: counts and reasons, no day.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    name = models.CharField(max_length=1100)
    size = models.BigIntegerField()
    changed = models.BigIntegerField()
    digest = models.CharField(max_length=64)
    fate = models.CharField(max_length=10)
    told = models.JSONField()
    at = models.DateTimeField()

    class Meta:
        """A name has one row: its latest content."""

        constraints = (models.UniqueConstraint(fields=["person", "name"], name="a_watched_file_once"),)
        indexes = (models.Index(fields=["person", "digest"], name="watched_by_digest"),)
