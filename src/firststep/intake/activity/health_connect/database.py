"""An SQLite file from outside, opened so that it can do nothing but be read.

A database can hide work in itself: views, virtual tables, columns that
compute. Only plain tables are read, no function runs, and what takes longer
than any export is stopped. Columns that a version lacks read as none.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

MOST_WORK = 500_000_000  # of SQLite's own steps; ten million rows take some hundred million
WORK = 1_000_000
DAMAGE = (sqlite3.Error, UnicodeDecodeError)
"""What a damaged database raises; the second where the words of the first are damaged too."""

LONGEST_VALUE = 1_000_000  # bytes
READING = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ}


class Database:
    """Its plain tables, a row at a time."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def has(self, table: str) -> bool:
        """Whether it has such a plain table."""
        tables = self._connection.execute("SELECT name, type, rootpage FROM sqlite_master")
        return any(name == table and kind == "table" and page for name, kind, page in tables)

    def rows(self, table: str, columns: tuple[str, ...]) -> Iterator[tuple[Any, ...]]:
        """The rows of a table; none of a table that is not there, None for a column that is not."""
        if not self.has(table):
            return
        there = {row[1] for row in self._connection.execute(f"PRAGMA table_info({table})")}
        asked = ", ".join(f'"{name}"' if name in there else "NULL" for name in columns)
        yield from self._connection.execute(f'SELECT {asked} FROM "{table}"')  # noqa: S608  names of ours only


@contextmanager
def opened(path: Path) -> Iterator[Database]:
    """The database in a file; DAMAGE where it is none, or is damaged."""
    address = f"file:{quote(str(path.absolute()))}?mode=ro&immutable=1"
    with closing(sqlite3.connect(address, uri=True)) as connection:
        connection.text_factory = lambda text: text.decode("utf-8", errors="replace")
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.set_authorizer(_only_reading)
        work = iter(range(MOST_WORK // WORK))
        connection.set_progress_handler(lambda: int(next(work, None) is None), WORK)
        yield Database(connection)


def _only_reading(action: int, first: str | None, *_: str | None) -> int:
    allowed = action in READING or (action == sqlite3.SQLITE_PRAGMA and first == "table_info")
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY
