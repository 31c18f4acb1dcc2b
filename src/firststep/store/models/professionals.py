"""The public list of professionals, for everybody here; and those that one person wrote down."""

from uuid import uuid4

from django.db import models

from firststep.store.models.who import Person


class Place(models.Model):
    """The middle of the area of a ZIP code, in degrees."""

    zip = models.CharField(max_length=5, primary_key=True)
    lat = models.FloatField()
    lon = models.FloatField()
    city = models.CharField(max_length=60)
    state = models.CharField(max_length=2)

    class Meta:
        """Found by a box on the map; the index holds all that is asked for."""

        indexes = (models.Index(fields=["lat", "lon", "zip"], name="place_within"),)


class Directory(models.Model):
    """One state of the list; `here` where it is the one that is searched.

    A file is read into a state of its own, which takes the place of the other only once the file was
    read to its end.
    """

    first = models.DateField()
    until = models.DateField()
    made = models.DateTimeField()
    here = models.BooleanField(default=False)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        """At most one is searched."""

        constraints = (
            models.UniqueConstraint(
                fields=["here"], condition=models.Q(here=True), name="one_directory_here"
            ),
        )


class Entry(models.Model):
    """An NPI in one of its kinds: who is of two kinds stands there twice.

    kind
        "" while a file is read, for one that is to go.
    codes
        Of all its kinds, with blanks between, the primary first.
    placed
        Whether anybody knows where its ZIP code is.
    gone
        The day on which the NPI was given up.
    """

    directory = models.ForeignKey(Directory, on_delete=models.CASCADE, db_index=False)
    npi = models.CharField(max_length=10)
    kind = models.CharField(max_length=40, blank=True)
    organisation = models.BooleanField(default=False)
    name = models.CharField(max_length=150, blank=True)
    credential = models.CharField(max_length=40, blank=True)
    kinds = models.CharField(max_length=170, blank=True)
    codes = models.CharField(max_length=170, blank=True)
    street = models.CharField(max_length=200, blank=True)
    city = models.CharField(max_length=60, blank=True)
    state = models.CharField(max_length=40, blank=True)
    zip = models.CharField(max_length=5, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    placed = models.BooleanField(default=False)
    gone = models.DateField(null=True)

    class Meta:
        """Found by NPI, and by kind and ZIP code."""

        constraints = (
            models.UniqueConstraint(fields=["directory", "npi", "kind"], name="listed_in_a_kind_once"),
        )
        indexes = (models.Index(fields=["directory", "kind", "placed", "zip"], name="listed_near"),)


class Candidate(models.Model):
    """Somebody whom a person may see, as they wrote it down; `answers` as `records.professional_plain`."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE)
    kind = models.CharField(max_length=60)
    name = models.CharField(max_length=150)
    added = models.DateTimeField()
    npi = models.CharField(max_length=10, blank=True)
    place = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=2, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    answers = models.JSONField(default=dict)
