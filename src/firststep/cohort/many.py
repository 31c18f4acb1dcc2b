"""Very many lives: on all cores, with progress, and to be gone on with after a stop."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from os import cpu_count
from pathlib import Path
from typing import Any, TypeVar

from firststep.cohort.lived import Row, lived
from firststep.errors import OutputError
from firststep.trial.yardsticks import ENGINE_VERSION

CHUNK = 4  # lives handed to a core at once

Task = tuple[Row, int]
T = TypeVar("T")
R = TypeVar("R")
Told = Callable[[int, int], None]
"""Told how many lives are done, of how many."""


def live_all(
    tasks: Sequence[Task], *, kept: Path | None = None, told: Told | None = None, cores: int | None = None
) -> list[dict[str, Any]]:
    """What became of every task's person, in the order of the tasks.

    kept
        A file of one line a life. What it holds already is not lived again; each new
        life is added to it as soon as it ends.
    cores
        Processes at once; all cores if left out. The lives are the same with any number.

    Raises OutputError where the file cannot be read or written, or is of another engine.
    """
    done = _read(kept) if kept else {}
    missing = [task for task in tasks if _key(task) not in done]
    count = len(tasks) - len(missing)
    for task, life in zip(missing, over_all_cores(_one, missing, cores), strict=True):
        done[_key(task)] = life
        if kept:
            _add(kept, life)
        count += 1
        if told:
            told(count, len(tasks))
    return [done[_key(task)] for task in tasks]


def over_all_cores(work: Callable[[T], R], tasks: Sequence[T], cores: int | None = None) -> Iterator[R]:
    """The work of every task, in their order, each as soon as it and those before are done."""
    count = cores or cpu_count() or 1
    if count == 1 or len(tasks) < CHUNK:
        yield from map(work, tasks)
        return
    with ProcessPoolExecutor(count) as pool:
        yield from pool.map(work, tasks, chunksize=CHUNK)


def _one(task: Task) -> dict[str, Any]:
    plain: dict[str, Any] = json.loads(json.dumps({"engine": ENGINE_VERSION, **lived(*task).as_plain()}))
    return plain


def _key(task: Task) -> tuple[str, int]:
    return task[0].name, task[1]


def _read(path: Path) -> dict[tuple[str, int], dict[str, Any]]:
    return {(life["row"], life["seed"]): life for life in kept_lines(path)}


def kept_lines(path: Path) -> list[dict[str, Any]]:
    """The lives in a file, of this engine; none where there is no file. OutputError names the line."""
    if not path.exists():
        return []
    lives = []
    for number, line in enumerate(_lines(path), start=1):
        try:
            life = json.loads(line)
            engine, _ = life["engine"], (life["row"], life["seed"])
        except (ValueError, KeyError, TypeError) as fault:
            raise OutputError(
                "this line is not a life that was kept",
                where=f"{path}, line {number}",
                mend="take the line out",
            ) from fault
        if engine != ENGINE_VERSION:
            raise OutputError(
                f"these lives were lived with engine {engine}, this is {ENGINE_VERSION}",
                where=str(path),
                mend="keep the new ones elsewhere",
            )
        lives.append(life)
    return lives


def _lines(path: Path) -> Iterable[str]:
    """The whole lines of a file; a last one that a stop cut short is taken off."""
    try:
        text = path.read_text()
        whole = text[: text.rfind("\n") + 1]
        if whole != text:
            path.write_text(whole)
    except OSError as fault:
        raise OutputError(f"cannot read it: {fault.strerror}", where=str(path)) from fault
    return whole.splitlines()


def _add(path: Path, life: dict[str, Any]) -> None:
    try:
        with path.open("a") as file:
            file.write(json.dumps(life) + "\n")
    except OSError as fault:
        raise OutputError(f"cannot write it: {fault.strerror}", where=str(path)) from fault
