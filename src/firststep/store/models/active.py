"""How much people were on their feet, as files told it."""

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

    class Meta:
        """Read by person and day; each source tells of a day once."""

        constraints = (
            models.UniqueConstraint(fields=["person", "on", "source", "part"], name="told_of_a_day_once"),
        )
