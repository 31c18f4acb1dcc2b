"""Days of activity as the pages and the command tell of them: counts and sums, source by source."""

from collections.abc import Iterable
from typing import Any

from firststep.knowledge import counted, numeral, phrase
from firststep.records.activity import ActiveDay
from firststep.records.uploads import State, Upload

KM = 1000
PERCENT = 100


def kept_by_source(days: Iterable[ActiveDay]) -> list[dict[str, Any]]:
    """What each source told, in words; sources stand side by side and are never added up."""
    by_source: dict[str, list[ActiveDay]] = {}
    for day in days:
        by_source.setdefault(day.source, []).append(day)
    return [{"source": source, "says": _says(of_source(rows))} for source, rows in sorted(by_source.items())]


def of_source(rows: list[ActiveDay]) -> dict[str, Any]:
    """The counts and sums of one source: days, first and last, steps, metres walked and run."""
    return {
        "source": rows[0].source,
        "days": len({row.on for row in rows}),
        "from": min(row.on for row in rows).isoformat(),
        "to": max(row.on for row in rows).isoformat(),
        "steps": sum(row.steps or 0 for row in rows),
        "walked_m": round(sum(row.walked_m or 0 for row in rows)),
        "ran_m": round(sum(row.ran_m or 0 for row in rows)),
    }


def upload_as_data(upload: Upload) -> dict[str, Any]:
    """A file on its way, ready for JSON: its state, how far it is, and in words what it told."""
    told = upload.told or {}
    part = PERCENT * upload.done // max(upload.size, 1)
    return {
        "id": str(upload.id),
        "name": upload.name,
        "state": str(upload.state),
        "percent": part,
        "size": upload.size,
        "done": upload.done,
        "title": phrase("active", f"state_{upload.state}", percent=part),
        "says": _of(upload.state, told),
    }


def _of(state: State, told: dict[str, Any]) -> list[str]:
    match state:
        case State.REFUSED:
            return [phrase("refused", "mend", what=told["what"], mend=told["mend"])]
        case State.READ:
            sources = [
                phrase("active", "of", source=one["source"], says=_says(one)) for one in told["sources"]
            ]
            return [*sources, *told["notes"], *(_skipped(line) for line in told["skipped"])]
        case State.KEPT:
            return [phrase("active", "taken", **{name: told[name] for name in ("new", "changed", "same")})]
    return []


def _says(one: dict[str, Any]) -> str:
    parts = [
        phrase("active", "days", days=counted("active", "day", one["days"], n=one["days"]), **_span(one)),
        one["steps"] and phrase("active", "steps", steps=numeral(f"{one['steps']:,}")),
        one["walked_m"] and phrase("active", "walked", km=_km(one["walked_m"])),
        one["ran_m"] and phrase("active", "ran", km=_km(one["ran_m"])),
    ]
    return ", ".join(part for part in parts if part)


def _span(one: dict[str, Any]) -> dict[str, str]:
    return {"first": one["from"], "last": one["to"]}


def _km(metres: float) -> str:
    return numeral(f"{metres / KM:,.1f}")


def _skipped(line: dict[str, Any]) -> str:
    return phrase("active", "skipped", times=line["times"], why=line["why"], where=line["where"])
