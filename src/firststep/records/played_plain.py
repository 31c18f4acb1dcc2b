"""A played session out of its plain form, read strictly."""

from dataclasses import fields
from typing import Any

from firststep.errors import RecordError
from firststep.records.fields import moment, names, object_of, score, whole
from firststep.records.played import LEAST_COMFORT, MOST_COMFORT, Played

MOST_VERSION = 9  # of a technique
LONGEST = 86_400
"""Seconds: nobody plays one session for more than a day."""

SAID = ("before", "after", "comfort")


def played(plain: object, where: str) -> Played:
    """The session that a plain form tells of. RecordError, with `where`, for anything else."""
    values = object_of(plain, tuple(field.name for field in fields(Played)), where)
    seconds = values["seconds"]
    if seconds is None and any(values[name] is not None for name in SAID):
        raise RecordError(
            "a session that is taken back says nothing else",
            where=where,
            mend=f"send null for {', '.join(SAID)} too",
        )
    return Played(
        technique=names([values["technique"]], where)[0],
        version=whole(values["version"], "version", (1, MOST_VERSION), where),
        began=moment(values["began"], "began", where),
        seconds=None if seconds is None else whole(seconds, "seconds", (0, LONGEST), where),
        of=whole(values["of"], "of", (1, LONGEST), where),
        before=_pain(values["before"], where),
        after=_pain(values["after"], where),
        comfort=_comfort(values["comfort"], where),
    )


def _pain(value: Any, where: str) -> int | None:
    return None if value is None else score(value, where)


def _comfort(value: Any, where: str) -> int | None:
    return None if value is None else whole(value, "comfort", (LEAST_COMFORT, MOST_COMFORT), where)
