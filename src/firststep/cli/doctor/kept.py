"""The database, and the files of the pages."""

from collections.abc import Iterator

from django.contrib.staticfiles import finders
from django.db import connection

from firststep.cli.doctor.finding import Finding, note, well, wrong
from firststep.knowledge import words
from firststep.store import health

STATIC = ("app.css", "app.js", "diary.js", "icon.svg", "nearby/phone.css", "nearby/trust.js")
RESTORE = "put a backup back: firststep restore FILE; copies made before an update are in backups/"


def database() -> Iterator[Finding]:
    """Whether the database answers and is sound."""
    file = health.file()
    if file and not file.exists():
        yield note("database", "there is no database yet; the first start makes it", where=str(file))
    elif file and not health.is_sound(file):
        yield wrong("database", "the database is damaged, or is none", where=str(file), mend=RESTORE)
    elif not _answers():
        where = "FIRSTSTEP_DATABASE" if file is None else str(file)
        mend = "start the database server and check the URL; its driver: pip install 'firststep[postgres]'"
        yield wrong("database", "the database cannot be reached", where=where, mend=mend)
    else:
        yield well("database", "The database answers and is sound")
        yield from _tables()


def static_files() -> Iterator[Finding]:
    """Whether the files and the words of the pages are there."""
    missing = [name for name in STATIC if not finders.find(f"firststep/{name}")]
    if missing or not words():
        mend = "install Firststep anew: make run"
        yield wrong("static-files", f"files of the pages are missing: {', '.join(missing)}", mend=mend)
    else:
        yield well("static-files", "The files of the pages are there")


def _tables() -> Iterator[Finding]:
    behind = health.steps_behind()
    if behind < 0:
        mend = "update Firststep, or put the backup back that was made before the update"
        yield wrong("tables", "the tables come from a newer version of Firststep", mend=mend)
    elif behind:
        yield note("tables", "the tables are of an older version; the next start brings them up to date")
    else:
        yield well("tables", "The tables are up to date")


def _answers() -> bool:
    try:
        connection.ensure_connection()
    except Exception:  # noqa: BLE001  (a driver that is missing, a server that is away)
        return False
    return True
