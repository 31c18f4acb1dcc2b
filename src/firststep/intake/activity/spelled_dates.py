"""Moments with the month spelled out, in several languages: "May 23, 2023, 12:40:57 PM"."""

import re
from datetime import UTC, datetime

LONGEST = 60  # signs
EARLIEST, LATEST = 1990, 2100  # years
NOON = 12
CLOCK = r",?\s*(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2}):(?P<second>[0-9]{2})\s*(?P<half>[ap]\.?\s?m\.?)?"
WORD = r"(?P<month>[^\W\d_]{3,12})\.?"
FORMS = (
    re.compile(rf"{WORD} (?P<day>[0-9]{{1,2}}), (?P<year>[0-9]{{4}}){CLOCK}", re.IGNORECASE),
    re.compile(
        rf"(?P<day>[0-9]{{1,2}})\.? (?:de )?{WORD} (?:de )?(?P<year>[0-9]{{4}}){CLOCK}", re.IGNORECASE
    ),
    re.compile(
        rf"(?P<day>[0-9]{{1,2}})\.(?P<number>[0-9]{{1,2}})\.(?P<year>[0-9]{{4}}){CLOCK}", re.IGNORECASE
    ),
    re.compile(rf"(?P<year>[0-9]{{4}})-(?P<number>[0-9]{{2}})-(?P<day>[0-9]{{2}})T?{CLOCK}Z?", re.IGNORECASE),
)
MONTHS = (
    ("jan", "ene", "gen"),
    ("feb", "fév", "fev"),
    ("mar", "mär", "mrz", "mrt", "maa"),
    ("apr", "abr", "avr"),
    ("may", "mai", "mei", "mag"),
    ("jun", "juin", "giu"),
    ("jul", "juil", "lug"),
    ("aug", "ago", "aoû", "aou"),
    ("sep", "set"),
    ("oct", "okt", "out", "ott"),
    ("nov",),
    ("dec", "dez", "dic", "déc"),
)


def moment(text: str) -> datetime | None:
    """The moment, in UTC; None where it cannot be read."""
    text = " ".join(text[:LONGEST].split())
    found = next((match for form in FORMS if (match := form.fullmatch(text))), None)
    if found is None:
        return None
    told = found.groupdict()
    month = int(told["number"]) if told.get("number") else _month(told["month"])
    hour = int(told["hour"])
    if told["half"]:
        hour = hour % NOON + (NOON if told["half"][0] in "pP" else 0) if 1 <= hour <= NOON else 24
    if not EARLIEST <= int(told["year"]) < LATEST:
        return None
    try:
        return datetime(
            int(told["year"]),
            month,
            int(told["day"]),
            hour,
            int(told["minute"]),
            int(told["second"]),
            tzinfo=UTC,
        )
    except ValueError:
        return None


def _month(word: str) -> int:
    """The number of a month by the beginning of its name; 0 where it is none."""
    word = word.casefold()
    # Longer beginnings first: the French juin and juil begin alike.
    begins = [
        (len(start), number)
        for number, starts in enumerate(MONTHS, 1)
        for start in starts
        if word.startswith(start)
    ]
    return max(begins, default=(0, 0))[1]
