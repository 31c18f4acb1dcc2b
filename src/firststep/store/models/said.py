"""What people were told: plans as they were handed out, answers as they were given."""

from uuid import uuid4

from django.db import models

from firststep.store.models.who import Person


class Plan(models.Model):
    """A sealed plan. `days` holds every draw as it was made.

    That is its chances, what was allowed, the data cut-off, the engine's version and
    the seed (`trial.log.as_plain`). `after` is the last event that was known;
    `knowledge` the version of the techniques. `sealed` is the line of its first day,
    where that day's morning was told and the line therefore shown at once. `protocol` is
    the protocol as frozen, with the first plan of a comparison.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    foot = models.CharField(max_length=5)
    first_day = models.DateField()
    made = models.DateTimeField()
    after = models.BigIntegerField()
    knowledge = models.CharField(max_length=20)
    days = models.JSONField()
    sealed = models.JSONField(null=True)
    protocol = models.JSONField(null=True)

    class Meta:
        """Read by person and foot, the newest first."""

        indexes = (models.Index(fields=["person", "foot", "made"], name="plan_of"),)


class Verdict(models.Model):
    """An answer as it was given; `findings` are all its numbers. Never changed."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    foot = models.CharField(max_length=5)
    on = models.DateField()
    made = models.DateTimeField()
    after = models.BigIntegerField()
    engine = models.CharField(max_length=20)
    choice = models.CharField(max_length=20)
    technique = models.CharField(max_length=60, null=True)  # noqa: DJ001  (None: nobody leads)
    certainty = models.FloatField(null=True)
    helps = models.CharField(max_length=20)
    findings = models.JSONField()

    class Meta:
        """Read by person and foot, in order."""

        indexes = (models.Index(fields=["person", "foot", "id"], name="verdict_of"),)


class Page(models.Model):
    """The document that a foot's pages are drawn from: derived, and made anew when told more."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    foot = models.CharField(max_length=5)
    after = models.BigIntegerField()
    version = models.CharField(max_length=60)
    body = models.TextField()

    class Meta:
        """One page for a person's foot."""

        constraints = (models.UniqueConstraint(fields=["person", "foot"], name="one_page"),)
