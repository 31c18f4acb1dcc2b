"""Whether the database is sound and fits this version. Nothing of what anyone told is read."""

import sqlite3
from contextlib import closing
from pathlib import Path

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.migrations.executor import MigrationExecutor


def file() -> Path | None:
    """The file of the database; None on a server of its own."""
    return Path(connection.settings_dict["NAME"]) if connection.vendor == "sqlite" else None


def is_sound(file: Path) -> bool:
    """What SQLite's own quick check says of a file."""
    try:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as opened:
            return bool(opened.execute("PRAGMA quick_check").fetchone() == ("ok",))
    except sqlite3.Error:
        return False


def steps_behind() -> int:
    """How many changes of the tables are still to be made; below nought, how many are unknown here."""
    executor = MigrationExecutor(connections[DEFAULT_DB_ALIAS])
    known = set(executor.loader.disk_migrations)
    unknown = {one for one in executor.loader.applied_migrations if one[0] == "store"} - known
    return -len(unknown) or len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
