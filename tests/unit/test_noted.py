"""What the history tells of a day besides its score and its doing."""

import pytest
from msgspec import structs
from tests.people import NOON, TODAY, told

from firststep.care import standing
from firststep.knowledge import Technique, library
from firststep.records import Foot, GoOn, Played, SetAside, Skipped, Stopped, Swapped, Why
from firststep.reports.screen.document import document
from firststep.reports.screen.noted import noted


@pytest.mark.parametrize(
    ("what", "says"),
    [
        (Stopped("tennis-ball", Why.NUMB), "Tennis ball: stopped. You named numbness."),
        (Stopped("tennis-ball", Why.ABOVE), "Tennis ball: rests. The pain was above its limit."),
        (GoOn("tennis-ball"), "Tennis ball: taken up again."),
        (SetAside("tennis-ball"), "Tennis ball: put aside."),
        (Skipped("tennis-ball"), "Tennis ball: not that day."),
        (Swapped("tennis-ball"), "Tennis ball: swapped for another one."),
    ],
    ids=str,
)
def test_it_is_told_in_words_on_its_day(what, says):
    assert noted(standing([told(what)], Foot.RIGHT)) == [{"on": TODAY.isoformat(), "says": says}]
    assert noted(standing([told(what)], Foot.LEFT)) == []


def test_what_was_played_keeps_its_name_though_it_is_no_longer_offered(monkeypatch):
    known = dict(library.every(Technique))
    known["tennis-ball"] = structs.replace(known["tennis-ball"], retired=True)
    monkeypatch.setattr(
        library, "_read", lambda kind, read=library._read: known if kind is Technique else read(kind)
    )
    names = {}
    for events in ([], [told(Played(technique="tennis-ball", version=1, began=NOON, seconds=9, of=240))]):
        said = document(standing(events, Foot.RIGHT), today=TODAY, plan=None, shown=(), findings=None)
        names[len(events)] = {one["id"]: one["name"] for one in said["techniques"]}
    assert "tennis-ball" not in names[0]
    assert names[1]["tennis-ball"] == "tennis ball"
