"""A report for a terminal."""

from io import StringIO
from textwrap import wrap

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from firststep.knowledge import phrase
from firststep.reports.content import Report
from firststep.reports.loads import Said


def as_text(report: Report, *, width: int = 80, colour: bool = False) -> str:
    """The report as lines of at most `width` signs."""
    console = _console(width, colour)
    console.print(Text(report.heading, style="bold"))
    console.print(Text(report.facts))
    for note in report.notes:
        console.print(Text(phrase("report", "note", note=note)))
    for columns, rows in (report.effects, report.pairs):
        if rows:
            console.print()
            console.print(_table(columns, rows))
    console.print()
    for sentence in report.sentences:
        console.print(Text(sentence))
    console.print()
    for start, scores, doings in report.strip:
        console.print(Text(f"{start}  {scores}", no_wrap=True))
        if doings:
            console.print(Text(f"{'':10}  {doings}", no_wrap=True))
    console.print(Text(report.key))
    return _written(console)


def second_as_text(said: Said, *, width: int = 80, colour: bool = False) -> str:
    """What a second look says, as lines of at most `width` signs, to stand below the report."""
    console = _console(width, colour)
    console.print(Text(said.title, style="bold"))
    console.print(Text(said.facts))
    columns, rows, in_numbers = said.table
    if rows:
        console.print()
        console.print(_table(columns, rows))
        console.print(Text(in_numbers))
    console.print()
    for sentence in (*said.answer, *filter(None, [said.per]), *said.about):
        console.print(Text(sentence))
    return _written(console)


def _console(width: int, colour: bool) -> Console:
    return Console(file=StringIO(), width=width, force_terminal=colour, no_color=not colour, highlight=False)


def _written(console: Console) -> str:
    file = console.file
    assert isinstance(file, StringIO)
    return file.getvalue()


def _table(columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1))
    for number, name in enumerate(columns):
        table.add_column(
            Text("\n".join(wrap(name, 12, break_on_hyphens=False))),
            justify="right" if number else "left",
            no_wrap=True,
        )
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    return table
