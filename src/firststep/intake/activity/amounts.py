"""Numbers as exports write them: 9,892 and 9.892 and 9 892 steps; 7.35 and 7,35 kilometres."""

import re
from math import isfinite

LONGEST = 40  # signs; the longest in an export is a float with all its digits
SPACES = str.maketrans("", "", " \u00a0\u202f'\u2019")
GROUPED = re.compile(r"[0-9]{1,3}(?:([.,])[0-9]{3})(?:\1[0-9]{3})*")
PLAIN = re.compile(r"[0-9]+(?:[.,]0*)?")
DECIMAL = re.compile(r"[0-9]*\.?[0-9]+(?:[eE][+-]?[0-9]{1,3})?")


def whole(text: str) -> int | None:
    """A count, with or without marks between its thousands; None where it is none."""
    text = text.strip().translate(SPACES)
    if len(text) > LONGEST:
        return None
    if GROUPED.fullmatch(text):
        return int(text.replace(",", "").replace(".", ""))
    return int(re.split("[.,]", text)[0]) if PLAIN.fullmatch(text) else None


def decimal(text: str) -> float | None:
    """An amount whose last single comma or point is the decimal one; None where it is none.

    Never for counts: `9,892` is nearly ten here.
    """
    text = text.strip().translate(SPACES)
    if len(text) > LONGEST:
        return None
    last = max(text.rfind(","), text.rfind("."))
    if last >= 0 and text.count(text[last]) == 1:
        text = text[:last].replace(",", "").replace(".", "") + "." + text[last + 1 :]
    else:
        text = text.replace(",", "").replace(".", "")
    text = text.removesuffix(".")
    if not DECIMAL.fullmatch(text):
        return None
    value = float(text)
    return value if isfinite(value) else None
