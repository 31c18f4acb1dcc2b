"""On which line of a TOML file a value stands, so that an error can say it.

`tomllib` names the line of a broken file, but forgets those of a sound one. This reads
the shape that our files have: one key to a line, tables, lists of tables, long strings.
"""

import re

TABLE = re.compile(r"\s*\[(?P<list>\[)?\s*(?P<path>[\w\-.\"]+)\s*\]")
KEY = re.compile(r"\s*(?P<key>[\w\-]+|\"[^\"]+\")\s*=")
LONG = ('"""', "'''")


def lines_of(text: str) -> dict[str, int]:
    """The line of each key and table, from 1, by its path: `dose.a_day`, `phases[0].say`."""
    found: dict[str, int] = {}
    lists: dict[str, int] = {}
    table, within = "", False
    for number, line in enumerate(text.splitlines(), start=1):
        quotes = sum(line.count(sign) for sign in LONG)
        if within:
            within = quotes % 2 == 0
            continue
        if header := TABLE.match(line):
            table = _path(header, lists)
            found[table] = number
        elif key := KEY.match(line):
            name = key["key"].strip('"')
            found[f"{table}.{name}" if table else name] = number
        within = quotes % 2 == 1
    return found


def _path(header: re.Match[str], lists: dict[str, int]) -> str:
    path = header["path"].replace('"', "")
    if header["list"]:
        lists[path] = lists.get(path, -1) + 1
        return f"{path}[{lists[path]}]"
    parent, _, name = path.rpartition(".")
    return f"{parent}[{lists[parent]}].{name}" if parent in lists else path


def line_at(found: dict[str, int], path: str) -> int:
    """The line of the value at a path, or of the nearest thing that holds it; 1 where nothing does."""
    while path:
        if path in found:
            return found[path]
        path = path[: max(path.rfind("."), path.rfind("["), 0)]
    return 1
