"""The whole database in one file, copied and put back while the server runs. SQLite only.

SQLite's own online backup: a copy is one state of the database, and putting one back
is one transaction for everybody who has it open.
"""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from firststep.errors import StoreError

PAGES = 2000  # copied at a time; others may read and write in between
WAIT = 30.0  # seconds for another writer


def database_file() -> Path:
    """The file of the database. StoreError where it is not SQLite."""
    if connection.vendor != "sqlite":
        raise StoreError(
            "this installation keeps its data in PostgreSQL, which has its own backup",
            mend="use pg_dump and pg_restore, or export each person",
        )
    return Path(connection.settings_dict["NAME"])


def copy_to(target: Path) -> None:
    """Copy the database into a new file that only its owner can read. An old one is not written over."""
    source = database_file()
    if not source.exists():
        raise StoreError("nothing is kept here yet", where=str(source), mend="start Firststep first")
    if target.exists():
        raise StoreError("this file is there already", where=str(target), mend="give another name")
    part = target.with_name(f".{target.name}.part")
    try:
        os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
        with closing(_open(source)) as live, closing(sqlite3.connect(part)) as copy:
            live.backup(copy, pages=PAGES)
            copy.execute("PRAGMA journal_mode=DELETE")  # one file, nothing beside it
        check(part, newer_too=True)  # what a newer version kept is copied before an older one goes back
        part.replace(target)
    except (OSError, sqlite3.Error) as fault:
        raise StoreError(
            f"the backup cannot be written ({fault})",
            where=str(target),
            mend="check the folder and its space",
        ) from fault
    finally:
        part.unlink(missing_ok=True)


def put_back(source: Path) -> None:
    """Put a copy in place of what is kept now. StoreError where it is not a sound copy of ours."""
    check(source)
    target = database_file()
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    connection.close()
    try:
        with closing(_open(source)) as copy, closing(sqlite3.connect(target, timeout=WAIT)) as live:
            live.execute("PRAGMA journal_mode=WAL")
            copy.backup(live)
    except sqlite3.Error as fault:
        raise StoreError(
            f"the backup cannot be put back ({fault})", where=str(source), mend="try again in a minute"
        ) from fault


def _open(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True, timeout=WAIT)


def check(file: Path, *, newer_too: bool = False) -> None:
    """Refuse what is no sound database of ours, or, unless that will do, comes from a newer version."""
    if not file.exists():
        raise StoreError("there is no such file", where=str(file), mend="check the name")
    try:
        with closing(_open(file)) as copy:
            sound = copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            applied = {
                name for (name,) in copy.execute("SELECT name FROM django_migrations WHERE app = 'store'")
            }
    except sqlite3.Error:
        sound, applied = False, set()
    if not sound or not applied:
        raise StoreError(
            "this is not a backup of Firststep, or it is damaged", where=str(file), mend="choose another"
        )
    ours = {name for app, name in MigrationExecutor(None).loader.disk_migrations if app == "store"}
    if applied - ours and not newer_too:
        raise StoreError(
            "this backup comes from a newer version", where=str(file), mend="update Firststep first"
        )
