"""How often something stands out before an onset that nothing set off, and before one that something did.

    python -m bench.accuracy.triggers.run

On days that people really lived, where ../shared/data is there, and on made-up ones. Writes
docs/explanation/triggers.md. A few minutes on one core.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import numpy as np

from bench.accuracy.run import table
from bench.accuracy.triggers import lives
from bench.accuracy.triggers.histories import History, made_up, real, with_runs
from bench.accuracy.triggers.page import HEAD, POWER, TAIL
from firststep.care.triggers import Answer, Around, Kind, around
from firststep.records.triggers import Onset, ShoeKind, Shoes, Standing, Told

TARGET = Path(__file__).parents[3] / "docs" / "explanation" / "triggers.md"

EVERY = 3
"""Every third day of a history is an onset in turn: neighbours say nearly the same."""

SEED = 8
ENOUGH = 40
"""Onsets with an answer, below which no rate is told."""

MADE_UP = {
    "made up, level": {"drift": 0.0, "season": 0.0, "lost": 0.1},
    "made up, drifting": {"drift": 0.01, "season": 0.2, "lost": 0.1},
    "made up, drifting fast": {"drift": 0.03, "season": 0.3, "lost": 0.1},
}
PEOPLE, DAYS = 16, 1100
NEAR = timedelta(days=91)


@dataclass(frozen=True, slots=True)
class Looked:
    """One onset that was looked at: whose, when, and what was found around all of that person's."""

    whose: str
    on: date
    found: tuple[Around, ...]

    @property
    def alarm(self) -> bool:
        return any(one.answer is Answer.STANDS_OUT for one in self.found)

    @property
    def answered(self) -> bool:
        return any(one.answer is not Answer.TOO_LITTLE for one in self.found)


Person = tuple[str, History]
Case = Callable[[np.random.Generator, History, date], tuple[History, Told]]


def plain(_: np.random.Generator, history: History, on: date) -> tuple[History, Told]:
    return history, Told(onsets=(Onset(on=on),))


def about(_: np.random.Generator, history: History, on: date) -> tuple[History, Told]:
    return history, Told(onsets=(Onset(on=on, within=7),))


def everything(rng: np.random.Generator, history: History, on: date) -> tuple[History, Told]:
    return history, lives.told(rng, history, on)


def about_everything(within: int) -> Case:
    return lambda rng, history, on: (
        history,
        replace(lives.told(rng, history, on), onsets=(Onset(on=on, within=within),)),
    )


def forgetful(rng: np.random.Generator, history: History, on: date) -> tuple[History, Told]:
    return history, lives.told(rng, history, on, forget=0.9)


def newest(rng: np.random.Generator, history: History, on: date) -> tuple[History, Told]:
    return history, lives.only_the_newest(lives.told(rng, history, on))


def short(rng: np.random.Generator, history: History, on: date) -> tuple[History, Told]:
    return lives.shortened(history, on, 600), lives.told(rng, history, on)


def three(rng: np.random.Generator, history: History, on: date) -> tuple[History, Told]:
    """An onset and two flares after it, on days by chance."""
    later = [on + timedelta(days=int(days)) for days in np.cumsum(rng.integers(40, 200, 2))]
    last = max(history)
    onsets = (Onset(on=on), *(Onset(on=day, flare=True) for day in later if day <= last))
    return history, replace(lives.told(rng, history, max(one.on for one in onsets)), onsets=onsets)


FALSE: tuple[tuple[str, bool, Case], ...] = (
    ("steps and distance", False, plain),
    ("steps and distance, onset known to a week", False, about),
    ("with runs, and all told by hand", True, everything),
    ("all, onset known to three days", True, about_everything(3)),
    ("all, onset known to a week", True, about_everything(7)),
    ("all, old shoes forgotten", True, forgetful),
    ("all, only the newest remembered", True, newest),
    ("all, 600 days known", True, short),
    ("all, an onset and two flares", True, three),
)


def look(
    rng: np.random.Generator, people: Iterable[Person], case: Case, *, every: int = EVERY
) -> Iterator[Looked]:
    for whose, history in people:
        for on in sorted(history)[::every]:
            days, told = case(rng, history, on)
            found = Looked(whose, on, around(days.values(), told))
            if found.answered:
                yield found


def rate(looked: list[Looked], hit: Callable[[Looked], bool]) -> tuple[float, float]:
    """The share of onsets, and its standard error: those of one person in one quarter are one bundle."""
    hits = np.array([hit(one) for one in looked], dtype=float)
    mean = float(hits.mean())
    bundles: dict[tuple[str, int], float] = defaultdict(float)
    for one, value in zip(looked, hits, strict=True):
        bundles[one.whose, one.on.toordinal() // NEAR.days] += value - mean
    return mean, float(np.sqrt(sum(value**2 for value in bundles.values()))) / len(looked)


def shown(share: tuple[float, float]) -> str:
    return f"{100 * share[0]:.1f}% ({100 * share[1]:.1f})"


def people_of(rng: np.random.Generator, *, runs: bool) -> dict[str, list[Person]]:
    groups = {name: [(name, history)] for name, history in real().items()}
    for name, kind in MADE_UP.items():
        groups[name] = [(f"{name} {i}", made_up(rng, DAYS, **kind)) for i in range(PEOPLE)]
    if runs:
        groups = {n: [(whose, with_runs(rng, history)) for whose, history in g] for n, g in groups.items()}
    return groups


def false_alarms(row: int) -> list[tuple[object, ...]]:
    """One row of FALSE, for each group of people."""
    case, runs, make = FALSE[row]
    rng = np.random.default_rng((SEED, row))
    rows: list[tuple[object, ...]] = []
    for group, people in people_of(rng, runs=runs).items():
        looked = list(look(rng, people, make, every=EVERY if len(people) == 1 else 10 * EVERY))
        if len(looked) >= ENOUGH:
            rows.append((group, case, len(looked), shown(rate(looked, lambda one: one.alarm))))
            print(*rows[-1], sep=" | ", flush=True)
    return rows


def steps(times: float, days: int) -> Case:
    return lambda _, history, on: (
        lives.more_steps(history, on, times=times, days=days),
        Told(onsets=(Onset(on=on),)),
    )


def run(times: float) -> Case:
    return lambda _, history, on: (lives.long_run(history, on, times=times), Told(onsets=(Onset(on=on),)))


def shoes(days: int) -> Case:
    """A pair so many days before, and one before it two years ago."""

    def case(_: np.random.Generator, history: History, on: date) -> tuple[History, Told]:
        since = (on - timedelta(days=730), on - timedelta(days=days))
        pairs = tuple(Shoes(name="a pair", kind=ShoeKind.RUNNING, since=day) for day in since)
        return history, Told(onsets=(Onset(on=on),), shoes=pairs, all_shoes_since=since[0])

    return case


def standing(hours: float) -> Case:
    """Two hours a day for two years, and more for the last two weeks."""

    def case(_: np.random.Generator, history: History, on: date) -> tuple[History, Told]:
        first = Standing(hours=2, since=on - timedelta(days=730))
        return history, Told(
            onsets=(Onset(on=on),),
            standing=(first, Standing(hours=hours, since=on - timedelta(days=14))),
            all_standing_since=first.since,
        )

    return case


WALKED = {Kind.STEPS_WEEK, Kind.STEPS_CHANGE, Kind.WALKED_WEEK, Kind.WALKED_CHANGE}
RAN = {Kind.SINGLE_RUN, Kind.RAN_WEEK, Kind.RAN_CHANGE, Kind.HARD}
PLANTED: tuple[tuple[str, set[Kind], Case], ...] = (
    *((f"the last week, {times:g} times the steps", WALKED, steps(times, 7)) for times in (1.25, 1.5, 2, 3)),
    *(
        (f"the last four weeks, {times:g} times the steps", WALKED, steps(times, 28))
        for times in (1.25, 1.5, 2, 3)
    ),
    *((f"a run of {times:g} times the longest of 30 days", RAN, run(times)) for times in (1.5, 2, 3, 5)),
    *((f"new shoes {days} days before", {Kind.SHOES}, shoes(days)) for days in (3, 7, 14, 28)),
    *(
        (f"standing 2 hours, then {hours} for two weeks", {Kind.STANDING}, standing(hours))
        for hours in (4, 8)
    ),
)


def power(row: int) -> tuple[object, ...]:
    """One row of PLANTED: how often it is found in each group of people."""
    name, kinds, case = PLANTED[row]
    rng = np.random.default_rng((SEED, SEED, row))
    cells: list[str] = []
    for people in people_of(rng, runs=True).values():
        looked = list(look(rng, people, case, every=3 * EVERY if len(people) == 1 else 20 * EVERY))
        found = shown(rate(looked, lambda one: _found(one, kinds))) if len(looked) >= ENOUGH else "-"
        cells.append(found)
    print(name, *cells, sep=" | ", flush=True)
    return (name, *cells)


def _found(looked: Looked, kinds: set[Kind]) -> bool:
    return any(one.stands_out and one.kind in kinds for around_ in looked.found for one in around_.ranked)


def changes(rng: np.random.Generator) -> list[tuple[object, ...]]:
    """Where a planted lasting change is found, and whether its intervals hold what was planted."""
    rows: list[tuple[object, ...]] = []
    for times in (1.5, 2.0, 3.0):
        for group, people in people_of(rng, runs=False).items():
            looked = list(
                look(rng, people, steps(times, 28), every=3 * EVERY if len(people) == 1 else 20 * EVERY)
            )
            found = [
                one.change
                for each in looked
                for one in each.found[0].ranked
                if one.kind is Kind.STEPS_CHANGE and one.change and one.stands_out
            ]
            if len(found) >= ENOUGH // 2:
                near = [sum(found_.places.get(back, 0) for back in (3, 4, 5)) for found_ in found]
                inside = [found_.low <= times <= found_.high for found_ in found]
                rows.append(
                    (group, f"{times:g}", len(found), f"{np.mean(near):.0%}", f"{np.mean(inside):.0%}")
                )
    return rows


def main() -> None:
    rng = np.random.default_rng(SEED)
    with ProcessPoolExecutor() as cores:
        alarms = [row for rows in cores.map(false_alarms, range(len(FALSE))) for row in rows]
        found = list(cores.map(power, range(len(PLANTED))))
    said = table(("days of", "what is known", "onsets", "says something stands out (error)"), alarms)
    planted = table(("planted", *people_of(rng, runs=False)), found)
    placed = table(
        ("days of", "times", "found", "within a week of its place", "size in the 80%"), changes(rng)
    )
    TARGET.write_text(f"{HEAD}\n{said}\n{POWER}\n{planted}\n{TAIL}\n{placed}", encoding="utf-8")


if __name__ == "__main__":
    main()
