"""Logs say where something went wrong, never what anyone told."""

import logging
import traceback
from types import TracebackType
from typing import TypeAlias

Fault: TypeAlias = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class PlacesOnly(logging.Formatter):
    """A line for the moment, the logger and the level; for a fault its kind and its places.

    The message, its arguments and the words of an exception may hold what a person
    told, so they are left out, save for our own loggers, which pass none.
    """

    OURS = "firststep"

    def format(self, record: logging.LogRecord) -> str:
        """The line, and below it the places of a fault."""
        said = f": {record.msg}" if record.name.partition(".")[0] == self.OURS else ""
        status = getattr(record, "status_code", None)
        line = f"{self.formatTime(record)} {record.levelname} {record.name}{said}"
        if status:
            line += f" (answered {status})"
        return line + (self.formatException(record.exc_info) if record.exc_info else "")

    def formatException(self, ei: Fault) -> str:  # noqa: N802  (logging's own name)
        """The kind of a fault and the places that it passed; not its words."""
        if ei[0] is None:
            return ""
        places = [
            f"\n  {place.filename}:{place.lineno} in {place.name}" for place in traceback.extract_tb(ei[2])
        ]
        return f"\n  {ei[0].__name__}" + "".join(places)
