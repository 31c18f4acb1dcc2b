"""Our own export, read back: the zip file that `reports.export` writes.

Strict, since whatever is kept cannot be changed later: the form, the sizes, and
whether every id means something here.
"""

import json
import zlib
from io import BytesIO
from lzma import LZMAError
from math import isfinite
from pathlib import Path
from typing import NoReturn
from zipfile import BadZipFile, ZipFile

from firststep.care import check_answers
from firststep.care.comparing.comparison import check_comparing
from firststep.care.professionals import told_wrong
from firststep.errors import IntakeError, RecordError
from firststep.intake.activity.zips import is_zip, zip_parts
from firststep.knowledge import Technique, own_technique, technique
from firststep.records import (
    Comparing,
    Doing,
    OfTechnique,
    Screened,
    Taught,
    What,
)
from firststep.records.household import Kept
from firststep.records.kept_plain import kept_from_plain
from firststep.trial import OTHER, Advice
from firststep.trial.log import from_plain

DATA = "firststep.json"
LARGEST = 30 * 1024 * 1024  # bytes of firststep.json; three years of one person take some 10 MB
DEEPEST = 20  # lists and objects in each other
LONGEST_TEXT = 20_000  # signs of any text; the longest is a technique of one's own
LONGEST_BLOCK = 14  # days; today's engine draws for 1, 3 or 6
LONGEST_DIARY = 20 * 366  # days from the first to the last
DAMAGED = (
    BadZipFile,
    EOFError,
    KeyError,
    LZMAError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
    zlib.error,
)


def read_export(content: bytes) -> Kept:
    """All that was exported of a person. IntakeError, RecordError or TrialError says what is wrong."""
    text = _unpacked(content)
    try:
        plain = json.loads(text, parse_constant=_no_number, parse_float=_number)
    except (ValueError, RecursionError) as fault:
        raise IntakeError("the export is damaged", where=DATA, mend="export it again") from fault
    _check_plain(plain, 0)
    kept = kept_from_plain(plain, where=DATA)
    _check_meaning(kept)
    return kept


def is_export(path: Path) -> bool:
    """Whether a file is an export of ours, by what is in it; False too for what cannot be read."""
    try:
        with path.open("rb") as file:
            if not is_zip(file.read(4)):
                return False
        with zip_parts(path) as parts:
            return any(part.name == DATA for part in parts)
    except (OSError, IntakeError):
        return False


def _unpacked(content: bytes) -> bytes:
    """The text of firststep.json, and no more of it than is allowed."""
    try:
        with ZipFile(BytesIO(content)) as archive, archive.open(DATA) as file:
            text = file.read(LARGEST + 1)
    except DAMAGED as fault:
        raise IntakeError(
            f"this is not a sound zip file with {DATA} in it",
            mend="choose the file that 'Export everything' made",
        ) from fault
    if len(text) > LARGEST:
        raise IntakeError("the export is too large", where=DATA, mend="check that it is yours")
    return text


def _number(text: str) -> float:
    number = float(text)
    if not isfinite(number):
        raise ValueError(text)
    return number


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


def _check_plain(plain: object, depth: int) -> None:
    """Refuse what a database could not hold, or could hide something: depth, long or broken text."""
    if depth > DEEPEST:
        raise IntakeError("the export is nested too deep", where=DATA, mend="export it again")
    if isinstance(plain, dict):
        for name, value in plain.items():
            _check_plain(name, depth)
            _check_plain(value, depth + 1)
    elif isinstance(plain, list):
        for value in plain:
            _check_plain(value, depth + 1)
    elif isinstance(plain, str):
        if len(plain) > LONGEST_TEXT or "\0" in plain or any("\ud800" <= sign <= "\udfff" for sign in plain):
            raise IntakeError(
                "a text in the export is too long or broken", where=DATA, mend="export it again"
            )
    elif isinstance(plain, int) and abs(plain) >= 2**53:
        raise IntakeError("a number in the export is too large", where=DATA, mend="export it again")


def _check_meaning(kept: Kept) -> None:
    """Refuse ids that nobody here knows, draws that are none, and a diary of a lifetime."""
    own: dict[str, Technique] = {}
    for confirmed in kept.told:
        _check_told(confirmed.told.what, own)
    for plan in kept.plans:
        for line in plan.days:
            where = f"{DATA}, plan for {line['on']}"
            if line["technique"] is not None:
                technique(line["technique"], own)
            if line["advice"] is not None:
                _check_draw(from_plain(line["advice"], where=where), where)
    for one in kept.professionals:
        told_wrong(one.kind, one.answers)
    days = [confirmed.told.on for confirmed in kept.told]
    if days and (max(days) - min(days)).days > LONGEST_DIARY:
        raise RecordError("the days lie too far apart", where=DATA, mend="check the years")


def _check_told(what: What, own: dict[str, Technique]) -> None:
    """Refuse ids that nobody here knows; a technique of one's own is known from then on."""
    match what:
        case Taught(text):
            mine = own_technique(text, name=f"{DATA}, a technique of one's own")
            own[mine.id] = mine
        case Comparing():
            check_comparing(what, retired=True, own=own)
        case Doing(did):
            for id_ in sorted((did or frozenset()) - {OTHER}):
                technique(id_, own)
        case _ if isinstance(what, OfTechnique):
            technique(what.technique, own)
        case Screened(answers):
            check_answers(dict(answers))


def _check_draw(draw: object, where: str) -> None:
    """Refuse what no engine of ours drew."""
    sound = (
        isinstance(draw, Advice)
        and isinstance(draw.days, int)
        and 0 < draw.days <= LONGEST_BLOCK
        and draw.covers(draw.on)
        and all(isinstance(chance, int | float) for chance in draw.chances.values())
        and isinstance(draw.seed, int)
        and isinstance(draw.usual_days, int | float)
    )
    if not sound:
        raise RecordError("this is not a draw", where=where, mend="export it again")
