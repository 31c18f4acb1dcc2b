"""What is promised of any file at all: it is read or refused in words, and the same each time."""

from pathlib import Path
from zoneinfo import ZoneInfo

from firststep.errors import IntakeError
from firststep.intake.activity import Found, read_activity
from firststep.knowledge.said import say
from firststep.records.activity import is_possible

ZONE = ZoneInfo("Europe/Madrid")
LONGEST_SENTENCE = 1000  # signs


def outcome(content: bytes, folder: Path) -> Found | IntakeError:
    """What comes of reading a file with this content."""
    path = folder / "2026-11-01"
    path.write_bytes(content)
    try:
        return read_activity(path, zone=ZONE)
    except IntakeError as refusal:
        return refusal


def hold(content: bytes, folder: Path) -> Found | IntakeError:
    """Read a file twice, and check what is promised; an AssertionError, or any error, breaks a promise."""
    first, second = outcome(content, folder), outcome(content, folder)
    assert [file.name for file in folder.iterdir()] == ["2026-11-01"], "it left something behind"
    if isinstance(first, IntakeError):
        assert str(first) == str(second), "refused in other words the second time"
        assert first.what, "refused without saying what"
        assert first.where, "refused without saying where"
        assert first.mend, "refused without saying how to mend it"
        assert _is_fit_to_show(str(first)), "a refusal that is not fit to be shown"
        return first
    assert first == second, "read otherwise the second time"
    assert all(map(is_possible, first.days)), "a day that nobody can live"
    assert list(first.days) == sorted(first.days, key=lambda day: (day.on, day.source, day.part)), "no order"
    shown = [*(day.source for day in first.days), *(day.shoe for day in first.days)]
    assert all(map(_is_fit_to_show, [*shown, *map(say, first.notes)])), "words that are not fit to be shown"
    assert all(_is_fit_to_show(say(line.where) + say(line.why)) and line.times > 0 for line in first.skipped)
    return first


def _is_fit_to_show(text: str) -> bool:
    return len(text) <= LONGEST_SENTENCE and text.isprintable()
