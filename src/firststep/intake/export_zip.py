"""Our own export, read back: the zip file that `reports.export` writes."""

import json
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from firststep.errors import IntakeError
from firststep.knowledge import technique
from firststep.records import Comparing, Doing
from firststep.records.household import Kept
from firststep.records.kept_plain import kept_from_plain
from firststep.trial import OTHER

DATA = "firststep.json"
LARGEST = 200 * 1024 * 1024  # bytes of firststep.json; three years of one person take about 8 MB


def read_export(content: bytes) -> Kept:
    """All that was exported of a person. IntakeError or RecordError says what is wrong, and where."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            if archive.getinfo(DATA).file_size > LARGEST:
                raise IntakeError("the export is too large", where=DATA, mend="check that it is yours")
            with archive.open(DATA) as file:
                text = file.read(LARGEST + 1)
    except (BadZipFile, KeyError, NotImplementedError, RuntimeError) as fault:
        raise IntakeError(
            f"this is not a zip file with {DATA} in it", mend="choose the file that 'Export everything' made"
        ) from fault
    try:
        plain = json.loads(text)
    except (ValueError, RecursionError) as fault:
        raise IntakeError("the export is damaged", where=DATA, mend="export it again") from fault
    kept = kept_from_plain(plain, where=DATA)
    _check_techniques(kept)
    return kept


def _check_techniques(kept: Kept) -> None:
    """Refuse a technique that this version does not know: it could not be shown."""
    for confirmed in kept.told:
        match confirmed.told.what:
            case Comparing(_, techniques):
                named = set(techniques)
            case Doing(did):
                named = set(did or ())
            case _:
                continue
        for id_ in sorted(named - {OTHER}):
            technique(id_)
