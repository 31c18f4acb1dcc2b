"""Whether nothing was lost and nothing doubled: what was told, held against the tables and the pages."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from uuid import UUID

from bench.durability.devices import ClockedServer
from bench.durability.world import Event, World

TOLD = ("morning", "doing")
"""The kinds that are told here; a page tells others by itself."""


def make_well(world: World) -> None:
    """All are online, and what waits is sent."""
    if not world.server.runs:
        world.server.start()
    for device in world.devices:
        device.mend()
    for device in world.devices:
        waits = device.tabs[world.dice.randrange(2)].evaluate("proof.flushed()")
        assert waits == 0, f"{waits} wait though all is well"


def prove(world: World) -> None:
    """Each told is kept once, as it was told and in its phone's order; nothing else is; the pages show it."""
    rows = list(_kept(world.server, world.devices[0].person))
    kept = {row["id"]: row for row in rows}
    assert len(kept) == len(rows), "something is kept twice"
    told = {event["id"]: event for one in world.told for event in one}
    assert not (lost := set(told) - set(kept)), f"lost: {[told[id_] for id_ in lost]}"
    changed = [event for id_, event in told.items() if _heart(event) != _heart(kept[id_])]
    assert changed == [], f"changed: {changed}"
    _prove_nothing_else([row for row in rows if row["id"] not in told], world.unsure)
    place = {id_: at for at, id_ in enumerate(kept)}
    for one in world.told:
        order = [place[event["id"]] for event in one]
        assert order == sorted(order), "what one phone told is kept in another order"
    _prove_shown(world, rows)


def _prove_nothing_else(others: list[Event], unsure: list[Event]) -> None:
    possible = [_heart(event) for event in unsure]
    for row in others:
        assert _heart(row) in possible, f"nobody told {row}"
        possible.remove(_heart(row))


def _prove_shown(world: World, rows: list[Event]) -> None:
    """Every tab of both phones shows what was confirmed last, and met no fault."""
    last = {row["on"]: row["what"]["pain"] for row in rows if row["kind"] == "morning"}
    today = last.get(world.server.today.isoformat())
    for device in world.devices:
        for page in device.tabs:
            wrong = page.evaluate("(told) => proof.shows(told)", [last, today])
            assert not wrong, f"a page shows something else: {wrong}"
        assert device.faults == [], device.faults


def _heart(event: Event) -> str:
    what = event["what"]
    if what.get("did"):
        what = {"did": sorted(what["did"])}
    return json.dumps([event["kind"], event["on"], what])


def _kept(server: ClockedServer, person: str) -> Iterator[Event]:
    """The mornings and doings in the tables, in the order of being confirmed."""
    file = Path(server.environment["FIRSTSTEP_HOME"]) / "firststep.sqlite3"
    with closing(sqlite3.connect(file)) as tables:
        rows = tables.execute(
            'SELECT id, kind, "on", what FROM store_event WHERE person_id = ? AND kind IN (?, ?)'
            " ORDER BY seq",
            (UUID(person).hex, *TOLD),
        )
        for id_, kind, on, what in rows:
            yield {"id": str(UUID(id_)), "kind": kind, "on": on, "what": json.loads(what)}
