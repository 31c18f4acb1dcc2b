"""What the history tells of a day besides its score and its doing."""

import pytest
from tests.people import TODAY, told

from firststep.care import standing
from firststep.records import Foot, GoOn, SetAside, Skipped, Stopped, Swapped, Why
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
