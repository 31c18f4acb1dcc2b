"""The folder of the installation: who can read it, what room is left, when it was last copied."""

import os
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings

from firststep.actions.back_up import last_backup
from firststep.cli.doctor.finding import Finding, note, well, wrong
from firststep.nearby.keeping import ISSUER, SERVER
from firststep.nearby.phones import FOLDER
from firststep.store import health

LEAST_ROOM = 200 * 1024 * 1024  # bytes
OLD = 30  # days
OTHERS = 0o077


def home() -> Iterator[Finding]:
    """Whether the folder is there, can be written, and only its owner can read it."""
    folder: Path = settings.HOME
    if not folder.exists():
        yield note("home", "nothing is kept here yet; the first start makes it", where=str(folder))
    elif not folder.is_dir():
        mend = "take it away, or name another folder in FIRSTSTEP_HOME"
        yield wrong("home", "this is a file, not a folder", where=str(folder), mend=mend)
    elif not os.access(folder, os.W_OK | os.X_OK):
        mend = f"let its owner write: chmod u+rwx {folder}"
        yield wrong("home", "nothing can be written here", where=str(folder), mend=mend)
    else:
        yield from _seen_by_others("home", folder, "Everything is kept in", mode="700")


def keys() -> Iterator[Finding]:
    """Whether only their owner can read the keys."""
    phones = settings.HOME / FOLDER
    for file in (settings.KEY_FILE, phones / ISSUER, phones / SERVER):
        if file.exists():
            yield from _seen_by_others("keys", file, "Only you can read", mode="600")


def room() -> Iterator[Finding]:
    """Whether there is room for more."""
    folder = next((one for one in (settings.HOME, *settings.HOME.parents) if one.is_dir()), Path("/"))
    free = shutil.disk_usage(folder).free
    if free < LEAST_ROOM:
        mend = "make room; what cannot be written cannot be kept"
        yield wrong("room", f"only {_size(free)} are free on this disk", where=str(folder), mend=mend)
    else:
        yield well("room", f"{_size(free)} are free on the disk")


def watched() -> Iterator[Finding]:
    """Whether the watched folder, where there is to be one, can be looked into."""
    folder: Path | None = settings.WATCH
    if folder is None:
        return
    if not folder.is_dir():
        mend = "make it, name another folder in FIRSTSTEP_WATCH, or leave that out"
        yield wrong("watched", "the folder to be watched is not there", where=str(folder), mend=mend)
    elif not os.access(folder, os.R_OK | os.X_OK):
        mend = f"let its owner look into it: chmod u+rx {folder}"
        yield wrong("watched", "the watched folder cannot be looked into", where=str(folder), mend=mend)
    else:
        yield well("watched", f"What lands in {folder} is read by itself")


def backup() -> Iterator[Finding]:
    """When the last copy was made."""
    file, last = health.file(), last_backup()
    if file is None:
        yield well("backup", "PostgreSQL keeps its own backups: pg_dump")
    elif last is None and not file.exists():
        yield well("backup", "Nothing to back up yet")
    elif last is None:
        yield note(
            "backup", "no backup was made yet", mend="run: firststep backup FILE, and keep it elsewhere"
        )
    else:
        days = (datetime.now(UTC) - last).days
        if days > OLD:
            yield note("backup", f"the last backup is {days} days old", mend="run: firststep backup FILE")
        else:
            yield well("backup", f"The last backup is {days} days old")


def _seen_by_others(about: str, path: Path, said: str, *, mode: str) -> Iterator[Finding]:
    if os.name == "posix" and path.stat().st_mode & OTHERS:
        mend = f"chmod {mode} {path}"
        yield wrong(about, "others on this computer can read this", where=str(path), mend=mend)
    else:
        yield well(about, f"{said} {path}")


def _size(bytes_: int) -> str:
    return f"{bytes_ / 1024**3:.1f} GB" if bytes_ >= 1024**3 else f"{bytes_ / 1024**2:.0f} MB"
