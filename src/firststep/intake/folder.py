"""The files of a folder that others write into: plain files only, and what tells their contents apart."""

import hashlib
import stat
from collections.abc import Iterable
from heapq import nsmallest
from os import scandir
from pathlib import Path
from unicodedata import normalize

from firststep.records.watched import Stamp

CHUNK = 1 << 20
PARTIAL = (".crdownload", ".part", ".partial", ".download", ".opdownload", ".filepart", ".tmp")
HIDDEN = (".", "~")


def files_in(folder: Path, most: int) -> list[Path]:
    """What lies in a folder and is neither a folder nor hidden, by name: so many at most. OSError."""
    with scandir(folder) as found:
        files = (
            one.name
            for one in found
            if not one.name.startswith(HIDDEN) and not one.is_dir(follow_symlinks=False)
        )
        return [folder / name for name in nsmallest(most, files)]


def folders_in(folder: Path, names: Iterable[str]) -> dict[str, Path]:
    """The folders in a folder that have one of these names, whatever way their signs are written. OSError.

    No path is made of a name: whoever is called `..` gets none.
    """
    wanted = {plain_name(name): name for name in names}
    with scandir(folder) as found:
        return {
            wanted[plain_name(one.name)]: folder / one.name
            for one in found
            if plain_name(one.name) in wanted and one.is_dir(follow_symlinks=False)
        }


def plain_name(name: str) -> str:
    """A name, so that large and small, and an accent as one sign or two, make no difference."""
    return normalize("NFC", normalize("NFC", name).casefold())


def is_on_its_way(path: Path) -> bool:
    """Whether its name is that of a download which has not come to its end."""
    return path.name.lower().endswith(PARTIAL)


def kept_name(path: Path) -> str:
    """The name of a file as it can be kept and told from any other: no sign in it is half of one."""
    return path.name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def stamp_of(path: Path) -> Stamp | None:
    """What tells a file's content from another's; None where there is no plain file, or a link."""
    try:
        found = path.lstat()
    except OSError:
        return None
    return Stamp(found.st_size, found.st_mtime_ns) if stat.S_ISREG(found.st_mode) else None


def digest_of(path: Path) -> str:
    """SHA-256 of a file, read piece by piece. OSError where it cannot be read."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while some := file.read(CHUNK):
            digest.update(some)
    return digest.hexdigest()
