"""Our own diary: `date,pain,did`, a row a day.

`did` is what was done later on the day of the row. Optional: `advised`, `steps` of that day, and
`before`, `after`, `note`, which are left for other readers of the file.
"""

from collections import Counter
from difflib import get_close_matches

from firststep.errors import IntakeError
from firststep.intake import cells
from firststep.intake.table import Row, Table
from firststep.records import Day, Diary
from firststep.records.activity import MOST_STEPS
from firststep.trial import NOTHING, OTHER
from firststep.trial.yardsticks import LONGEST_GAP, MOST_TECHNIQUES

NEEDED = ("date", "pain", "did")
OPTIONAL = ("advised", "steps", "before", "after", "note")
RARE = 2  # a name that stands no more often may be a slip of the pen
SCORE = "First-step pain, 0-10"


def is_diary(columns: tuple[str, ...]) -> bool:
    """Whether the columns are those of our diary, or nearly."""
    return "date" in columns and bool({"pain", "did"} & set(columns))


def read(table: Table, techniques: tuple[str, ...] | None = None) -> Diary:
    """The diary in a table; with `techniques`, no other name may stand in `did`."""
    _check_columns(table)
    days: list[Day] = []
    named: Counter[str] = Counter()
    names = cells.Names(techniques)
    for row in table.rows:
        day = _day(row, names, days[-1] if days else None)
        named.update((day.did or frozenset()) - {OTHER})
        if day.advised and day.advised != NOTHING and day.advised not in named:
            named[day.advised] = 0
        if len(named) > MOST_TECHNIQUES:
            raise row.fault(
                f"this is the {len(named)}th technique, and at most {MOST_TECHNIQUES} can be compared: "
                + ", ".join(sorted(named)),
                "did",
                mend=f"call what is not compared '{OTHER}'",
            )
        days.append(day)
    if not days:
        raise IntakeError("the diary has no day", where=table.file, mend="add a row per day below the header")
    compared = techniques if techniques is not None else tuple(sorted(named))
    return Diary("me", SCORE, "lower", compared, tuple(days), (*_extra(table), *_lookalikes(named)))


def _day(row: Row, names: cells.Names, last: Day | None) -> Day:
    on = cells.day(row, "date")
    if last is not None and on <= last.on:
        again = on == last.on
        raise row.fault(
            f"{on} stands twice" if again else f"{on} comes after {last.on}",
            "date",
            mend="keep one row per day" if again else "put the rows in the order of their dates",
        )
    if last is not None and (on - last.on).days > LONGEST_GAP:
        raise row.fault(
            f"{on} is {(on - last.on).days} days after {last.on}, the row before",
            "date",
            mend="check the year, or begin a new diary",
        )
    did = names.done(row, "did")
    drawn = _drawn(names.done(row, "advised"))
    return Day(on, cells.score(row, "pain"), did, drawn, cells.count(row, "steps", MOST_STEPS))


def _drawn(advised: frozenset[str] | None) -> str | None:
    """The technique that was drawn, NOTHING on a rest day; None where no draw is known."""
    if advised is None or OTHER in advised:
        return None
    return min(advised, default=NOTHING)


def _check_columns(table: Table) -> None:
    for column in NEEDED:
        if column in table.columns:
            continue
        near = get_close_matches(column, table.columns, n=1)
        raise IntakeError(
            f"the column '{column}' is missing" + (f" (is it '{near[0]}'?)" if near else ""),
            where=f"{table.file}, row 1",
            mend=f"the first row must name the columns: {','.join(NEEDED)}",
        )
    twice = [column for column, count in Counter(table.columns).items() if count > 1]
    if twice:
        raise IntakeError(
            f"the column '{twice[0]}' stands twice",
            where=f"{table.file}, row 1",
            mend="give each column its own name",
        )


def _extra(table: Table) -> list[str]:
    extra = [column for column in table.columns if column not in NEEDED + OPTIONAL]
    return [f"Columns that Firststep does not know were left out: {', '.join(extra)}."] if extra else []


def _lookalikes(named: Counter[str]) -> list[str]:
    """A name that stands once or twice and looks like a common one is likely a slip."""
    notes = []
    for name, count in named.items():
        others = [other for other in named if named[other] > max(count, RARE)]
        near = get_close_matches(name, others, n=1, cutoff=0.8)
        if near and 0 < count <= RARE and _letters(near[0]) != _letters(name):
            notes.append(f"'{name}' stands {count}x and '{near[0]}' {named[near[0]]}x: are they one?")
    return notes


def _letters(name: str) -> str:
    return "".join(sign for sign in name if not sign.isdigit())
