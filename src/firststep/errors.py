"""Every error a person may see: one family, each branch with its exit code.

    FirststepError      1
    ├── IntakeError     3   a file from outside cannot be read as asked
    ├── TrialError      4   a trial was told or asked something that cannot be
    ├── OutputError     5   an answer could not be written where it was wanted
    ├── MissingExtraError 6   an optional part of Firststep is not installed
    ├── RecordError     7   what a person told cannot be taken down as it is
    ├── StoreError      8   what is kept cannot be opened, saved, or found
    └── KnowledgeError  9   a file of knowledge does not say what it has to

Exit code 2 is left to the command line itself: an unknown option, a missing
argument. The text says what is wrong, where, and how to mend it.
"""


class FirststepError(Exception):
    """What went wrong, in words for the person who meets it.

    `what` is a clause without a full stop; `where` names the place (a file, a
    row, a column, a date); `mend` says how to put it right.
    """

    exit_code = 1

    def __init__(self, what: str, *, where: str | None = None, mend: str | None = None) -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.mend = mend

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        remedy = f" To mend it: {self.mend}." if self.mend else ""
        return f"{place}{self.what}.{remedy}"


class IntakeError(FirststepError, ValueError):
    """A file from outside cannot be read as asked."""

    exit_code = 3


class TrialError(FirststepError, ValueError):
    """A trial was told or asked something that cannot be."""

    exit_code = 4


class OutputError(FirststepError, OSError):
    """An answer could not be written where it was wanted."""

    exit_code = 5


class MissingExtraError(FirststepError, ImportError):
    """An optional part of Firststep is not installed."""

    exit_code = 6


class RecordError(FirststepError, ValueError):
    """What a person told cannot be taken down as it is."""

    exit_code = 7


class StoreError(FirststepError):
    """What is kept cannot be opened, saved or found."""

    exit_code = 8


class KnowledgeError(FirststepError, ValueError):
    """A file of knowledge does not say what it has to, or there is no such thing in it."""

    exit_code = 9
