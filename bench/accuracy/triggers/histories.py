"""Days that people really lived, from ../shared/data, and days that are made up."""

import csv
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import numpy as np

DATA = Path(__file__).parents[4] / "shared" / "data"


@dataclass(frozen=True, slots=True)
class Day:
    """A day as care.triggers takes it."""

    on: date
    steps: int | None = None
    walked_m: float | None = None
    ran_m: float | None = None
    longest_run_m: float | None = None
    hard: int = 0
    sources: tuple[str, ...] = ()


History = dict[date, Day]


def real() -> dict[str, History]:
    """{name: history} of the real files; empty where they are absent."""
    if not DATA.exists():
        return {}
    return {
        "phone A (Google)": _takeout(DATA / "google_takeout" / "dailyActivityMetrics.csv"),
        "wrist B (Fitbit)": _fitbit(sorted((DATA / "fitbit_monthly").glob("*.csv"))),
        "wrist C (Fitbit)": _json(DATA / "fitbit_monthly" / "participant8Fitbit.json"),
        "wrist D (Garmin)": _garmin(sorted((DATA / "garmin_export").glob("UDSFile*.json"))),
    }


def _takeout(path: Path) -> History:
    with path.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return _of(
        (date.fromisoformat(row["Date"]), row["Step count"] or None, row["Distance (m)"] or None)
        for row in rows
    )


def _fitbit(paths: Iterable[Path]) -> History:
    found = []
    for path in paths:
        with path.open(encoding="utf-8") as file:
            for row in csv.reader(file):
                if len(row) > 3 and row[0][:1].isdigit():
                    day, month, year = row[0].split("-")
                    steps = row[2].replace(",", "").replace("\u202f", "")
                    km = float(row[3].replace(",", "."))
                    found.append((date(int(year), int(month), int(day)), steps, km * 1000))
    return _of(found)


def _json(path: Path) -> History:
    told = json.loads(path.read_text(encoding="utf-8"))
    return _of((date.fromisoformat(one["dateTime"]), one["value"], None) for one in told["activities-steps"])


def _garmin(paths: Iterable[Path]) -> History:
    told = [one for path in paths for one in json.loads(path.read_text(encoding="utf-8"))]
    return _of(
        (date.fromisoformat(one["calendarDate"]), one.get("totalSteps"), one.get("totalDistanceMeters"))
        for one in told
    )


def _of(rows: Iterable[tuple[date, object, object]]) -> History:
    return {
        on: Day(
            on,
            steps=None if steps is None else int(float(str(steps))),
            walked_m=None if metres is None else float(str(metres)),
        )
        for on, steps, metres in rows
    }


def made_up(rng: np.random.Generator, days: int, *, drift: float, season: float, lost: float) -> History:
    """A history with a level that drifts, weekends, a season, moods that last days, and days not worn."""
    first = date(2022, 1, 1) + timedelta(days=int(rng.integers(365)))
    level = np.cumsum(rng.normal(0, drift, days))
    mood = np.zeros(days)
    for i in range(1, days):
        mood[i] = 0.4 * mood[i - 1] + rng.normal(0, 0.35)
    wave = season * np.sin(2 * np.pi * (np.arange(days) / 365 + rng.random()))
    weekend = np.where(np.arange(days) % 7 >= 5, rng.normal(0, 0.3), 0)
    steps = np.exp(np.log(7000) + level + mood + wave + weekend)
    worn = rng.random(days) >= lost
    return {
        on: Day(on, steps=int(steps[i]), walked_m=float(steps[i] * 0.7))
        for i in range(days)
        if worn[i] and (on := first + timedelta(days=i))
    }


def with_runs(rng: np.random.Generator, history: History) -> History:
    """The same days with the runs of somebody who runs about twice a week, with breaks and plans."""
    first, last = min(history), max(history)
    length = (last - first).days + 1
    plan = np.exp(np.cumsum(rng.normal(0, 0.03, length)) * 0.6 + np.log(5000))
    on_break = np.zeros(length, dtype=bool)
    for start in rng.integers(0, length, max(1, length // 200)):
        on_break[start : start + int(rng.integers(10, 50))] = True
    runs = (rng.random(length) < 0.3) & ~on_break
    found = {}
    for i in range(length):
        on = first + timedelta(days=i)
        metres = float(plan[i] * np.exp(rng.normal(0, 0.3))) if runs[i] else None
        had = history.get(on)
        if had is not None or metres is not None:
            found[on] = Day(
                on,
                steps=had.steps if had else None,
                walked_m=had.walked_m if had else None,
                ran_m=metres,
                longest_run_m=metres,
                hard=int(runs[i] and rng.random() < 0.25),
            )
    return found
