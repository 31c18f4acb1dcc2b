"""The fields of a plain form, read strictly: each refusal says where, and how to mend it."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any, TypeGuard, TypeVar

from firststep.errors import RecordError

T = TypeVar("T")

LOWEST, HIGHEST = 0, 10
FIRST_YEAR, LAST_YEAR = 2000, 2100  # of a diary
MINUTE, FARTHEST_ZONE = timedelta(minutes=1), timedelta(hours=14)
LONGEST_ID = 60  # signs of a technique's id
MOST_AT_ONCE = 20  # techniques told for one day


def object_of(plain: object, fields: tuple[str, ...], where: str) -> Mapping[str, Any]:
    """A JSON object with exactly these fields."""
    if not isinstance(plain, dict) or set(plain) != set(fields):
        raise RecordError(
            f"this must be an object with the fields {', '.join(fields)} and no other",
            where=where,
            mend="send it in the form that docs/reference/export.md lays down",
        )
    return plain


def read(reader: Callable[[str], T], value: object, field: str, where: str) -> T:
    """What a text says, as `reader` reads it; RecordError names the field."""
    try:
        if isinstance(value, str):
            return reader(value)
    except ValueError:
        pass
    raise RecordError(f"'{field}' cannot be read", where=where, mend=f"check the form of '{field}'")


def score(pain: object, where: str) -> int:
    """A whole number on the 0 to 10 scale."""
    if not isinstance(pain, int) or isinstance(pain, bool) or not LOWEST <= pain <= HIGHEST:
        raise RecordError(
            f"the score is not a whole number {LOWEST} to {HIGHEST}",
            where=where,
            mend="send a score, or null",
        )
    return pain


def whole(value: object, field: str, within: tuple[int, int], where: str) -> int:
    """A whole number in this range; RecordError names the field."""
    least, most = within
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise RecordError(
            f"'{field}' is not a whole number {least} to {most}", where=where, mend=f"check '{field}'"
        )
    return value


def moment(value: object, field: str, where: str) -> datetime:
    """A moment with its time zone, as "2026-11-23T06:41:00+01:00"."""
    said = read(datetime.fromisoformat, value, field, where)
    offset = said.utcoffset()
    if offset is None or offset % MINUTE or abs(offset) > FARTHEST_ZONE:
        raise RecordError(
            f"'{field}' has no time zone that there is", where=where, mend="end it in an offset, as +01:00"
        )
    if not FIRST_YEAR <= said.year <= LAST_YEAR:
        raise RecordError("nothing was told in that year", where=where, mend="check the year")
    return said


def names(value: object, where: str) -> tuple[str, ...]:
    """A list of different ids of techniques."""
    if not _are_texts(value) or len(value) > MOST_AT_ONCE or len(set(value)) != len(value):
        raise RecordError(
            f"the techniques are not a list of at most {MOST_AT_ONCE} different names",
            where=where,
            mend="send each name once",
        )
    return names_of(value, where)


def names_of(value: Iterable[Any], where: str) -> tuple[str, ...]:
    """Ids that can be ids: none empty, none too long."""
    listed = tuple(value)
    if not all(
        isinstance(name, str) and 0 < len(name) <= LONGEST_ID and name.isprintable() for name in listed
    ):
        raise RecordError(
            f"a name is empty, longer than {LONGEST_ID} signs, or no text", where=where, mend="send its id"
        )
    return listed


def _are_texts(value: object) -> TypeGuard[list[str]]:
    return isinstance(value, list) and all(isinstance(entry, str) for entry in value)
