"""Who: the people of an installation, and the browsers that may open their pages."""

from uuid import uuid4

from django.db import models


class Person(models.Model):
    """Somebody who keeps a diary here.

    seed fixes every draw of theirs. recovery is the hash of their recovery code, calendar
    that of the secret in the address of their reminders.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    name = models.CharField(max_length=40)
    seed = models.PositiveIntegerField()
    made_up = models.BooleanField(default=False)
    recovery = models.CharField(max_length=64, blank=True, db_index=True)
    calendar = models.CharField(max_length=64, blank=True, db_index=True)
    joined = models.DateTimeField()


class Browser(models.Model):
    """A browser that was paired at least once. Its id stands in a signed cookie only."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    name = models.CharField(max_length=60)
    since = models.DateTimeField()


class Pairing(models.Model):
    """That a browser may open a person's pages."""

    browser = models.ForeignKey(Browser, on_delete=models.CASCADE)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    since = models.DateTimeField()

    class Meta:
        """One pairing for a browser and a person."""

        constraints = (models.UniqueConstraint(fields=["browser", "person"], name="paired_once"),)


class Code(models.Model):
    """A one-time code, as its hash. It pairs with its person; without one, a new person joins."""

    hash = models.CharField(max_length=64, primary_key=True)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True)
    until = models.DateTimeField()
    at_start = models.BooleanField(default=False)
