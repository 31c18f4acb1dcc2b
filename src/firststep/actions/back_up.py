"""Back the whole installation up, put a backup back, and bring the tables up to date."""

from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.migrations.executor import MigrationExecutor

from firststep.errors import StoreError
from firststep.store import backup
from firststep.store.health import steps_behind

STAMP = "last-backup"
"""The empty file of an installation whose date says when it was last backed up; not where to."""


def back_up(target: Path) -> None:
    """Copy everything that was told into one file, safe while the server runs; keys are not in it."""
    backup.copy_to(target)
    (settings.HOME / STAMP).touch(mode=0o600)


def last_backup() -> datetime | None:
    """When the installation was last backed up on purpose, if ever."""
    try:
        return datetime.fromtimestamp((settings.HOME / STAMP).stat().st_mtime, UTC)
    except OSError:
        return None


def put_back(source: Path, now: datetime) -> Path | None:
    """Put a backup in place of what is kept now; returns where that was copied to before."""
    backup.check(source)
    kept = _before("restore", now)
    backup.put_back(source)
    bring_up_to_date(now)
    return kept


def bring_up_to_date(now: datetime) -> Path | None:
    """Change the tables to what this version needs; returns the backup that was made before.

    StoreError where a newer version has changed them already: an older one would not know what it reads.
    """
    if steps_behind() < 0:
        raise StoreError(
            "what is kept here comes from a newer version of Firststep",
            mend="update it; or put the backup back that was made before the update: firststep restore FILE",
        )
    executor = MigrationExecutor(connections[DEFAULT_DB_ALIAS])
    if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return None
    had_tables = bool(executor.loader.applied_migrations)
    kept = _before("update", now) if had_tables and connection.vendor == "sqlite" else None
    call_command("migrate", verbosity=0, interactive=False)
    return kept


def _before(what: str, now: datetime) -> Path | None:
    file = backup.database_file()
    if not file.exists():
        return None
    folder = file.parent / "backups"
    folder.mkdir(exist_ok=True, mode=0o700)
    target = folder / f"before-{what}-{now:%Y%m%d-%H%M%S-%f}.sqlite3"
    backup.copy_to(target)
    return target
