"""Designs side by side in one run: writes docs/explanation/designs.md and its picture.

    python -m bench.accuracy.designs.run [people in a row, 300] [folder]

With OMP_NUM_THREADS=1 every core has one person at a time. The same numbers come out of
every run, however many cores there are.
"""

import sys
from collections.abc import Callable, Iterable
from importlib.util import find_spec
from multiprocessing import Pool, cpu_count
from pathlib import Path

from bench.accuracy.designs.compare import Outcome
from bench.accuracy.designs.lives import Row
from bench.accuracy.designs.page import page
from bench.accuracy.designs.summary import Summary, Task, compare

PEOPLE = 300
FOLDER = Path(__file__).parents[3] / "docs" / "explanation"
PAGE, PICTURE = "designs.md", "designs.svg"


def main() -> None:
    people = int(sys.argv[1]) if len(sys.argv) > 1 else PEOPLE
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else FOLDER
    with Pool(cpu_count()) as pool:

        def mapped(work: Callable[[Task], list[Outcome]], tasks: Iterable[Task]) -> Iterable[list[Outcome]]:
            return counted(pool.imap(work, tasks, chunksize=4), people)

        rows = list(compare(people, mapped))
    text = page(rows, people, drawn(rows, folder))
    (folder / PAGE).write_text(text)
    print(text, end="")


def counted(lives: Iterable[list[Outcome]], people: int) -> Iterable[list[Outcome]]:
    """The same, with a word on progress now and then."""
    for done, life in enumerate(lives, start=1):
        if done % 50 == 0 or done == people:
            print(f"{done} of {people}", file=sys.stderr)
        yield life


def drawn(rows: list[tuple[Row, list[Summary]]], folder: Path) -> str | None:
    """The name of the picture; None where there is nothing to draw it with."""
    if find_spec("matplotlib") is None:
        print("no picture: the extra `plot` is not installed", file=sys.stderr)
        return None
    from bench.accuracy.designs.picture import draw  # noqa: PLC0415 - only where it can be loaded

    draw(rows, folder / PICTURE)
    return PICTURE


if __name__ == "__main__":
    main()
