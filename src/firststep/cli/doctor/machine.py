"""The machine: Python, the packages, the clock, the time zones. Needs no Django."""

import re
import sys
import time
import zoneinfo
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from firststep.cli.doctor.finding import Finding, note, well, wrong

OLDEST = (3, 11)
_NEEDED = re.compile(r"([\w.-]+)(?:\[[\w,]+\])?\s*([^;]*)(?:;\s*extra == ['\"](\w+)['\"])?")
DAY = 24 * 3600.0  # seconds


def python() -> Iterator[Finding]:
    """Whether this Python is new enough."""
    here = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info < OLDEST:
        yield wrong(
            "python", f"Python {here} is too old", where=sys.executable, mend="install Python 3.11 or newer"
        )
    else:
        yield well("python", f"Python {here}")


def packages() -> Iterator[Finding]:
    """Whether what the pages need is installed, and new enough."""
    try:
        asked = [found for line in requires("firststep") or [] if (found := _NEEDED.match(line))]
    except PackageNotFoundError:
        yield wrong("packages", "firststep itself is not installed", where=sys.prefix, mend="run: make run")
        return
    bad = [
        name
        for name, range_, extra in (one.groups() for one in asked)
        if extra in (None, "web") and not _fits(name, range_)
    ]
    for name in bad:
        mend = "run: make run, or pip install --upgrade 'firststep[web]'"
        yield wrong("packages", f"the package {name} is missing or too old", where=sys.prefix, mend=mend)
    if not bad:
        yield well("packages", f"Firststep {version('firststep')}, and all packages that it needs")


def clock() -> Iterator[Finding]:
    """Whether the clock stands before the day on which these very files were written."""
    written = max(file.stat().st_mtime for file in Path(__file__).parent.iterdir())
    if time.time() < written - DAY:
        yield wrong(
            "clock",
            "the clock of this computer is behind: Firststep's own files were written later than now",
            mend="set the clock; mornings are kept by their date",
        )
    else:
        yield well("clock", "The clock is not behind")


def time_zones() -> Iterator[Finding]:
    """Whether the names of time zones are known."""
    if zoneinfo.available_timezones():
        yield well("time-zones", "Time zones are known")
    else:
        yield note("time-zones", "no time zones are known on this computer", mend="pip install tzdata")


def _fits(name: str, range_: str) -> bool:
    """Whether an installed package is at least as new as asked for."""
    try:
        have = _numbers(version(name))
    except PackageNotFoundError:
        return False
    least = re.search(r">=\s*([\d.]+)", range_)
    return least is None or have >= _numbers(least[1])


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", text)[:3])
