"""Moments as Apple writes them, "2026-11-01 07:30:00 +0100": many at once, or one."""

from collections.abc import Sequence
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

LENGTH = 25
QUARTER_S = 900
MONTHS, HOURS, SIXTY, FARTHEST_ZONE = 12, 24, 60, 14
STAMP = r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d{4}"
"""The form; whether there is such a moment is asked afterwards."""


def seconds_of(
    stamps: Sequence[bytes],
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.bool_]]:
    """Seconds since 1970 (UTC), offsets in seconds, and whether each is a moment that there was."""
    text = np.frombuffer(b"".join(stamps), np.uint8).reshape(-1, LENGTH)
    digit = text.astype(np.int64) - ord("0")

    def number(*places: int) -> NDArray[np.int64]:
        value = digit[:, places[0]]
        for place in places[1:]:
            value = value * 10 + digit[:, place]
        return value

    year, month, day = number(0, 1, 2, 3), number(5, 6), number(8, 9)
    hour, minute, second = number(11, 12), number(14, 15), number(17, 18)
    off_hour, off_minute = number(21, 22), number(23, 24)
    months = (year - 1970) * MONTHS + np.clip(month, 1, MONTHS) - 1
    first, after = _first_day(months), _first_day(months + 1)
    sound = (month >= 1) & (month <= MONTHS) & (day >= 1) & (day <= after - first)
    sound &= (hour < HOURS) & (minute < SIXTY) & (second < SIXTY)
    sound &= (off_hour <= FARTHEST_ZONE) & (off_minute < SIXTY)
    offset = np.where(text[:, 20] == ord("-"), -1, 1) * (off_hour * 3600 + off_minute * 60)
    local = (first + day - 1) * 86400 + hour * 3600 + minute * 60 + second
    return local - offset, offset, sound


def _first_day(months: NDArray[np.int64]) -> NDArray[np.int64]:
    """The first day of each month counted since 1970, in days since 1970."""
    return months.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)


def moment(stamp: str) -> datetime | None:
    """One of them; None where there is no such moment."""
    try:
        return datetime.strptime(stamp, "%Y-%m-%d %H:%M:%S %z")
    except ValueError:
        return None
