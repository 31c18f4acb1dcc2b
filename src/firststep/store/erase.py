"""Delete a person, and look afterwards whether anything of them is left."""

import mmap
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from uuid import UUID

from django.apps import apps
from django.db import OperationalError, connection, transaction
from django.db.models import ForeignKey, Model, QuerySet

from firststep.store.health import file
from firststep.store.models import Browser, Person
from firststep.store.write import lock

PATIENCE_MS = 2000
"""How long, in milliseconds, whoever deletes waits for others to stop reading."""


def rows_of(person: UUID) -> dict[str, int]:
    """How many rows of each table are of a person, by the name of the table; only those with any."""
    counts = {name: QuerySet(table).filter(**{of: person}).count() for name, (table, of) in tables().items()}
    return {name: count for name, count in counts.items() if count}


def tables() -> dict[str, tuple[type[Model], str]]:
    """Every table with rows of people, and the column that names them."""
    found: dict[str, tuple[type[Model], str]] = {"person": (Person, "pk")}
    for table in apps.get_app_config("store").get_models():
        for field in table._meta.get_fields():  # noqa: SLF001 - Django's own way to ask
            if isinstance(field, ForeignKey) and field.related_model is Person:
                found[str(table._meta.model_name)] = (table, field.name)  # noqa: SLF001
    return found


def erase(person: UUID) -> None:
    """Delete a person and all that is kept of them, and browsers that open nothing else.

    SQLite writes over what it deletes (`secure_delete`); its log is emptied too, as soon as nobody reads.
    """
    with transaction.atomic():
        lock(person)
        Person.objects.filter(pk=person).delete()
        Browser.objects.filter(pairing__isnull=True).delete()
    _empty_log()


def is_in_files(person: UUID) -> bool | None:
    """Whether the database's own files hold the id of a person; None where they are not ours to read.

    Where one does, as an older version may have left it behind, the whole file is written anew first.
    """
    database = file()
    if database is None or not database.is_file():
        return None
    files = [database, *(database.with_name(database.name + end) for end in ("-wal", "-journal"))]
    if not holding(person, files):
        return False
    _tidy("VACUUM")
    _empty_log()
    return bool(holding(person, files))


def backups_with(person: UUID) -> list[Path]:
    """The copies in the folder of the installation that hold a person: from before an update or a restore."""
    database = file()
    return holding(person, sorted((database.parent / "backups").glob("*"))) if database else []


def holding(person: UUID, files: Iterable[Path]) -> list[Path]:
    """Those of some files that hold the id of a person, in either way of writing it."""
    return [one for one in files if one.is_file() and one.stat().st_size and _holds(one, person)]


def _holds(path: Path, person: UUID) -> bool:
    with path.open("rb") as opened, mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ) as content:
        return any(content.find(mark.encode()) >= 0 for mark in (person.hex, str(person)))


def _empty_log() -> None:
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        _tidy("PRAGMA wal_checkpoint(TRUNCATE)")


def _tidy(command: str) -> None:
    """Give SQLite a command that needs the file for itself; while others keep at it, nothing comes of it."""
    with connection.cursor() as cursor:
        (wait,) = cursor.execute("PRAGMA busy_timeout").fetchone()
        cursor.execute(f"PRAGMA busy_timeout={PATIENCE_MS}")
        try:
            with suppress(OperationalError):
                cursor.execute(command)
        finally:
            cursor.execute(f"PRAGMA busy_timeout={wait}")
