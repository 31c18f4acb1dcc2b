"""Virtual people as diaries, with the truth beside them: for whoever wants to try an analysis."""

import csv
import json
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from firststep.cohort.life import Day
from firststep.cohort.lived import NAMES, START, Row, lived
from firststep.cohort.many import Told, kept_lines, over_all_cores
from firststep.errors import OutputError
from firststep.trial.checks import NOTHING, OTHER
from firststep.trial.yardsticks import ENGINE_VERSION

TRUTH = "truth.jsonl"
COLUMNS = ("date", "pain", "did", "advised")


def write_diaries(row: Row, seeds: range, folder: Path, *, told: Told | None = None) -> list[dict[str, Any]]:
    """A diary of each person of a row, and one line of truth for each in TRUTH.

    A person whose diary and truth are there already is not lived again. Raises OutputError
    where the folder cannot be written, or holds other people.
    """
    truth = folder / TRUTH
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise _unwritten(folder, fault) from fault
    known = kept_lines(truth)
    if any(line["row"] != row.name for line in known):
        raise OutputError("this folder holds other people", where=str(truth), mend="name another folder")
    try:
        done = {line["seed"]: line for line in known}
        missing = [seed for seed in seeds if seed not in done]
        for count, line in enumerate(over_all_cores(partial(_write, row, folder), missing), start=1):
            done[line["seed"]] = line
            with truth.open("a") as file:
                file.write(json.dumps(line) + "\n")
            if told:
                told(len(seeds) - len(missing) + count, len(seeds))
    except OSError as fault:
        raise _unwritten(folder, fault) from fault
    return [done[seed] for seed in seeds]


def _unwritten(folder: Path, fault: OSError) -> OutputError:
    return OutputError(
        f"cannot write it: {fault.strerror}", where=str(folder), mend="name a folder that can be written"
    )


def _write(row: Row, folder: Path, seed: int) -> dict[str, Any]:
    days: list[Day] = []
    life = lived(row, seed, days)
    name = f"person-{seed:04}.csv"
    with (folder / name).open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows(_line(number, day) for number, day in enumerate(days))
    techniques = NAMES[: row.techniques]
    return {
        "engine": ENGINE_VERSION,
        "row": row.name,
        "seed": seed,
        "diary": name,
        "effects": dict(zip(techniques, life.effects, strict=True)),
        "found": life.found,
        "alike": life.alike,
        "answer": life.answer,
    }


def _line(number: int, day: Day) -> tuple[str, str | int, str, str]:
    did = "" if day.told is None else ";".join(map(_name, day.told)) or NOTHING
    drawn = NOTHING if day.advised is None else _name(day.advised)
    on = (START + timedelta(days=number)).isoformat()
    return on, "" if day.score is None else day.score, did, drawn


def _name(technique: int) -> str:
    return OTHER if technique < 0 else NAMES[technique]
