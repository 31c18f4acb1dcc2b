"""Back the whole installation up, put a backup back, and bring the tables up to date."""

from datetime import datetime
from pathlib import Path

from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.migrations.executor import MigrationExecutor

from firststep.store import backup


def back_up(target: Path) -> None:
    """Copy everything into one file, safe while the server runs."""
    backup.copy_to(target)


def put_back(source: Path, now: datetime) -> Path | None:
    """Put a backup in place of what is kept now; returns where that was copied to before."""
    backup.check(source)
    kept = _before("restore", now)
    backup.put_back(source)
    bring_up_to_date(now)
    return kept


def bring_up_to_date(now: datetime) -> Path | None:
    """Change the tables to what this version needs; returns the backup that was made before."""
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
