"""A file of activity on its way in: it comes in parts, is read in the background, looked at, and kept.

The file lies in the folder of the installation until it is read, and is deleted then. What is on its
way when the program ends is taken up again at the next start.
"""

import json
import logging
import threading
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import close_old_connections

from firststep.actions.take_in import look_at, take_in, zone_of
from firststep.care.load import SourceNews, shoes_found
from firststep.errors import FirststepError, IntakeError, StoreError
from firststep.intake.activity.found import Found
from firststep.intake.activity.parts import NoZoneError
from firststep.intake.activity.read import UnknownKindError, read_activity
from firststep.intake.activity.streams import TooLargeError
from firststep.intake.activity.zip_checks import LockedError
from firststep.knowledge.said import said, said_as_plain
from firststep.records.active_plain import active_as_plain, active_from_plain
from firststep.records.uploads import State, Upload
from firststep.reports.known.amounts import by_source, pair_as_data
from firststep.reports.known.news import news_as_data
from firststep.store import read_uploads, write_uploads

LARGEST = 4_000_000_000  # bytes; the longest Apple exports have some three thousand million
LARGEST_PART = 1_900_000  # bytes that one request may bring
MOST_AT_ONCE = 5  # files of one person that are not kept yet
LONGEST_NAME = 120  # signs
TOLD_EACH = 0.3  # seconds between two words on how far the reading is
LOOKS_EACH = 2.0  # seconds until the next look for a file that waits
ON_THE_WAY = (State.COMING, State.WAITING, State.READING, State.READ)

OUR_FAULT = {
    "what": "something went wrong while it was read; that is a fault of Firststep",
    "mend": "tell its makers, with the version and the kind of file",
    "say": said_as_plain(said("refused_ours")),
}
REFUSALS = (
    (UnknownKindError, said("refused_unknown")),
    (NoZoneError, said("refused_zone")),
    (LockedError, said("refused_locked")),
    (TooLargeError, said("refused_large")),
)
"""What is met most often, said in the language of whoever reads it; the others stay in English."""

log = logging.getLogger("firststep.actions")
_news = threading.Event()


def begin_upload(person: UUID, name: str, size: int, now: datetime) -> UUID:
    """A file of so many bytes begins to come. IntakeError where it is empty, too large, or one too many."""
    if not 0 < size <= LARGEST:
        raise IntakeError(
            "the file is empty" if not size else "the file is larger than any export of this kind",
            where=name[:LONGEST_NAME],
            mend="export it again, or choose another",
        )
    if sum(one.state in ON_THE_WAY for one in read_uploads.uploads_of(person)) >= MOST_AT_ONCE:
        raise IntakeError(
            f"{MOST_AT_ONCE} files are on their way already", mend="keep them or let go of them first"
        )
    _folder().mkdir(parents=True, exist_ok=True, mode=0o700)
    shown = "".join(sign for sign in name if sign.isprintable())[:LONGEST_NAME] or "file"
    return write_uploads.add_upload(person, shown, size, now)


def add_part(person: UUID, id_: UUID, at: int, part: bytes) -> int:
    """The bytes from `at` on have come; answers how many are here.

    A part that came before is passed over, so that it can be sent as often as it takes.
    """
    upload = read_uploads.upload(person, id_)
    if upload.state is not State.COMING or at < upload.done:
        return upload.size if upload.state is not State.COMING else upload.done
    if at != upload.done or not 0 < len(part) <= min(LARGEST_PART, upload.size - at):
        raise IntakeError("this part does not fit", where=upload.name, mend="choose the file again")
    with _file(id_).open("r+b" if at else "wb") as file:
        file.seek(at)
        file.write(part)
    write_uploads.came(id_, had=at, have=at + len(part))
    _news.set()
    return at + len(part)


def keep_upload(person: UUID, id_: UUID) -> tuple[SourceNews, ...]:
    """Keep what a file told, once it was looked at. The same file again changes nothing."""
    upload = read_uploads.upload(person, id_)
    if upload.state is not State.READ:
        raise StoreError("this file is not read yet", mend="wait until it is")
    taken = take_in(person, _found(upload))
    write_uploads.settle(id_, State.KEPT, (upload.told or {}) | {"news": news_as_data(taken)})
    _sweep(id_)
    look_again(person)
    return taken


def let_go(person: UUID, id_: UUID) -> None:
    """Let go of a file, wherever it is on its way."""
    read_uploads.upload(person, id_)
    write_uploads.drop_upload(person, id_)
    _sweep(id_)


def work_off(over: threading.Event) -> None:
    """Read the files that wait, one after the other, until it is over. For a thread of its own."""
    write_uploads.wait_again()
    while not over.is_set():
        close_old_connections()
        try:
            busy = work_off_one()
        except Exception:  # whatever it is, the next file has its turn
            log.exception("a file could not be read")
            busy = False
        if not busy:
            sweep()
            _news.wait(LOOKS_EACH)
            _news.clear()


def work_off_one() -> bool:
    """Read the file that waits longest; whether there was one."""
    upload = write_uploads.take_next()
    if upload is None:
        return False
    try:
        found = read_activity(
            _file(upload.id), name=upload.name, zone=zone_of(upload.person), tell=_teller(upload)
        )
    except FirststepError as fault:
        write_uploads.settle(upload.id, State.REFUSED, refusal(fault))
    except Exception:
        write_uploads.settle(upload.id, State.REFUSED, OUR_FAULT)  # else it would be read, and fail, for ever
        raise
    else:
        plain = "\n".join(json.dumps(active_as_plain(day)) for day in found.days)
        _file(upload.id, ".days").write_text(plain)
        write_uploads.settle(upload.id, State.READ, summary(upload.person, found))
    finally:
        with suppress(OSError):
            _file(upload.id).unlink()
    return True


def refusal(fault: FirststepError) -> dict[str, Any]:
    """Why a file was refused: what, how to mend it, and what is met often as a sentence to be said."""
    told: dict[str, Any] = {"what": fault.what, "mend": fault.mend}
    known = next((sentence for kind, sentence in REFUSALS if isinstance(fault, kind)), None)
    return told if known is None else told | {"say": said_as_plain(known)}


def summary(person: UUID, found: Found) -> dict[str, Any]:
    """What a file told, in counts, and beyond what is kept: to be looked at before it is kept."""
    return {
        "rows": len(found.days),
        "sources": by_source(found.days),
        "news": news_as_data(look_at(person, found)),
        "shoes": [pair_as_data(pair) for pair in shoes_found(found.days)],
        "skipped": [
            {"where": said_as_plain(line.where), "why": said_as_plain(line.why), "times": line.times}
            for line in found.skipped
        ],
        "notes": [said_as_plain(note) for note in found.notes],
    }


def look_again(person: UUID) -> None:
    """Something was kept: of the files that still wait for a look, less may be new."""
    for one in read_uploads.uploads_of(person):
        if one.state is State.READ:
            with suppress(StoreError):  # its days are gone; keeping it will say so
                told = {"news": news_as_data(look_at(person, _found(one)))}
                write_uploads.settle(one.id, State.READ, (one.told or {}) | told)


def sweep() -> None:
    """Files that nobody waits for any more: of people who are gone, or who let go of them."""
    if not _folder().is_dir():
        return
    wanted = {str(id_) for id_ in read_uploads.all_ids()}
    for file in _folder().iterdir():
        if file.name.partition(".")[0] not in wanted:
            file.unlink(missing_ok=True)


def _found(upload: Upload) -> Found:
    """What a file told, as it was put by until somebody has looked at it."""
    lines = enumerate(_told(upload.id), 1)
    return Found(
        source_kind="", days=tuple(active_from_plain(line, f"{upload.name}, row {n}") for n, line in lines)
    )


def _teller(upload: Upload) -> Any:
    last = 0.0

    def tell(done: int, size: int) -> None:
        nonlocal last
        if monotonic() - last >= TOLD_EACH:
            last = monotonic()
            write_uploads.read_so_far(upload.id, min(int(upload.size * done / max(size, 1)), upload.size))

    return tell


def _told(id_: UUID) -> Iterator[Any]:
    try:
        lines = _file(id_, ".days").read_text().splitlines()
    except OSError as fault:
        raise StoreError("what this file told is not here any more", mend="choose it again") from fault
    yield from (json.loads(line) for line in lines)


def _folder() -> Path:
    return Path(settings.HOME) / "uploads"


def _file(id_: UUID, kind: str = "") -> Path:
    return _folder() / f"{id_}{kind}"


def _sweep(id_: UUID) -> None:
    for kind in ("", ".days"):
        _file(id_, kind).unlink(missing_ok=True)
