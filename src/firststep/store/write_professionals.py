"""The public list of professionals and a person's own, written. Only `actions` may call it.

A file is read into a state of the list of its own, a short transaction for each batch, so that people
can tell things meanwhile. Only what was read to its end takes the place of what was there.
"""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import OuterRef, QuerySet, Subquery

from firststep.errors import StoreError
from firststep.records.professional import Candidate, Gone, Listed, Place
from firststep.store import models
from firststep.store.convert_professionals import candidate_row, place_of, rows_of

AT_ONCE = 500  # rows in one statement
CHUNK = 5_000  # rows that are deleted in one go


def put_places(places: Sequence[Place]) -> None:
    """Where ZIP codes are, in place of what was known before."""
    if [place_of(row) for row in models.Place.objects.order_by("zip")] == list(places):
        return
    with transaction.atomic():
        models.Place.objects.all().delete()
        rows = [models.Place(zip=p.zip, lat=p.lat, lon=p.lon, city=p.city, state=p.state) for p in places]
        models.Place.objects.bulk_create(rows, batch_size=AT_ONCE)


def begin_directory(first: date, until: date, now: datetime) -> int:
    """A new state of the list, which nobody sees yet; what an earlier try left behind goes."""
    for row in models.Directory.objects.filter(here=False):
        drop_directory(row.pk)
    return models.Directory.objects.create(first=first, until=until, made=now).pk


def add_entries(directory: int, listed: Iterable[Listed], known: AbstractSet[str]) -> None:
    """Add entries to a new state; of an NPI that comes twice the last counts.

    known
        The ZIP codes that have a place.
    """
    last = {one.npi: one for one in listed}
    rows = [row for one in last.values() for row in rows_of(one, directory, known)]
    with transaction.atomic():
        _check_there(directory)
        models.Entry.objects.filter(directory=directory, npi__in=list(last)).delete()
        models.Entry.objects.bulk_create(rows, batch_size=AT_ONCE)


def add_gone(directory: int, gone: Iterable[Gone], *, whole: bool) -> None:
    """Note in a new state which NPIs of the one that is searched are to go, or were given up.

    whole
        Whether the new state will take the place of the other: then it keeps who was given up, with
        the day, and has nobody else of them.
    """
    days = {one.npi: one.on for one in gone}
    with transaction.atomic():
        _check_there(directory)
        models.Entry.objects.filter(directory=directory, npi__in=list(days)).delete()
        here = models.Entry.objects.filter(directory__here=True, npi__in=list(days))
        rows = _given_up(here, days, directory) if whole else _to_go(here, days, directory)
        models.Entry.objects.bulk_create(rows, batch_size=AT_ONCE)


def _given_up(
    here: QuerySet[models.Entry], days: Mapping[str, date | None], directory: int
) -> list[models.Entry]:
    rows = [row for row in here if days[row.npi]]
    for row in rows:
        row.pk, row.directory_id, row.gone = None, directory, days[row.npi]
    return rows


def _to_go(
    here: QuerySet[models.Entry], days: Mapping[str, date | None], directory: int
) -> list[models.Entry]:
    known = here.values_list("npi", flat=True).distinct()
    return [models.Entry(directory_id=directory, npi=npi, gone=days[npi]) for npi in known]


def take_place(directory: int) -> None:
    """The new state is the one that is searched from now on; the one before goes."""
    before = models.Directory.objects.filter(here=True)
    gone = list(before.values_list("pk", flat=True))
    with transaction.atomic():
        before.update(here=False)
        models.Directory.objects.filter(pk=directory).update(here=True, count=_count(directory))
    for old in gone:
        drop_directory(old)


def merge(directory: int, *, until: date) -> None:
    """Put the changes of a new state into the one that is searched, all at once.

    until
        The day until which that one tells from now on.
    """
    with transaction.atomic():
        here = models.Directory.objects.select_for_update().get(here=True)
        changed = models.Entry.objects.filter(directory=directory)
        mine = models.Entry.objects.filter(directory=here)
        given_up = changed.filter(kind="", gone__isnull=False)
        day = given_up.filter(npi=OuterRef("npi")).values("gone")[:1]
        mine.filter(npi__in=given_up.values("npi")).update(gone=Subquery(day))
        mine.filter(npi__in=changed.exclude(pk__in=given_up.values("pk")).values("npi")).delete()
        changed.exclude(kind="").update(directory=here)
        here.until, here.count = until, _count(here.pk)
        here.save(update_fields=["until", "count"])
    drop_directory(directory)


def drop_directory(directory: int) -> None:
    """A state of the list goes, some rows at a time: others may write in between."""
    rows = models.Entry.objects.filter(directory=directory)
    while some := list(rows.values_list("pk", flat=True)[:CHUNK]):
        models.Entry.objects.filter(pk__in=some).delete()
    models.Directory.objects.filter(pk=directory).delete()


def put_candidate(person: UUID, one: Candidate) -> None:
    """Keep somebody whom a person wrote down, in place of what they wrote before."""
    with transaction.atomic():
        if not models.Person.objects.select_for_update().filter(pk=person).exists():
            raise StoreError("this person keeps no diary here")
        mine = models.Candidate.objects.filter(person=person, pk=one.id)
        if not mine.exists() and models.Candidate.objects.filter(pk=one.id).exists():
            raise StoreError("this was written down by somebody else", mend="write it down anew")
        mine.delete()
        candidate_row(one, person).save(force_insert=True)


def drop_candidate(person: UUID, id_: UUID) -> None:
    """Forget somebody whom a person wrote down, and what was answered."""
    models.Candidate.objects.filter(person=person, pk=id_).delete()


def _check_there(directory: int) -> None:
    if not models.Directory.objects.select_for_update().filter(pk=directory, here=False).exists():
        raise StoreError("another import began meanwhile", mend="import the file again, one at a time")


def _count(directory: int) -> int:
    entries = models.Entry.objects.filter(directory=directory, gone__isnull=True)
    return entries.values("npi").distinct().count()
