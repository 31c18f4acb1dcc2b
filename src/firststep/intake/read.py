"""Which kind of diary a file is, told by its columns, and its reading."""

from os import PathLike
from pathlib import Path

from firststep.errors import IntakeError
from firststep.intake import diary_csv, pain_log, studyu
from firststep.intake.table import open_table
from firststep.records import Diary


def read_diaries(
    path: str | PathLike[str],
    *,
    question: str | None = None,
    techniques: tuple[str, ...] | None = None,
) -> tuple[Diary, ...]:
    """Every diary in a file, one per person.

    question
        Which question or rating is the score, in files that have several.
    techniques
        The techniques of the comparison; any other name in our own diary is refused.

    Raises IntakeError with the row and the column of what is wrong.
    """
    table = open_table(Path(path))
    if studyu.is_studyu(table.columns):
        return studyu.read(table, question)
    if pain_log.is_pain_log(table.columns):
        return pain_log.read(table, question)
    if diary_csv.is_diary(table.columns):
        return (diary_csv.read(table, techniques),)
    raise IntakeError(
        "this is not a diary that Firststep knows: its first row names no known columns",
        where=table.file,
        mend="the first row of a diary must name the columns: date,pain,did",
    )


def read_diary(
    path: str | PathLike[str],
    *,
    question: str | None = None,
    techniques: tuple[str, ...] | None = None,
) -> Diary:
    """The one diary in a file. IntakeError where it holds several people."""
    diaries = read_diaries(path, question=question, techniques=techniques)
    if len(diaries) > 1:
        raise IntakeError(
            f"the file holds {len(diaries)} people: {', '.join(diary.person for diary in diaries)}",
            where=Path(path).name,
            mend="read them all with read_diaries",
        )
    return diaries[0]
