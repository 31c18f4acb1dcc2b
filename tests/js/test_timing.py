"""The plain timer on a phone is the one of the terminal: what a phone leaves out, the other never had."""

import json

import pytest
from tests.conftest import ROOT
from tests.javascript import node

from firststep.care.sessions import MOST_MINUTES, as_plain, timer

TIMING = ROOT / "src/firststep/web/static/firststep/session/timing.js"
CODE = (
    "import({module}).then(({{forMinutes}}) => console.log(JSON.stringify(forMinutes({script}, {minutes}))))"
)


@pytest.mark.parametrize("feet", ["left", "both"])
@pytest.mark.parametrize("minutes", [1, 4, MOST_MINUTES])
def test_fewer_minutes_make_the_same_session(feet, minutes):
    longest = json.dumps(as_plain(timer(MOST_MINUTES, feet)))
    code = CODE.format(module=json.dumps(TIMING.as_uri()), script=longest, minutes=minutes)
    done = node("-e", code)
    assert json.loads(done.stdout) == json.loads(json.dumps(as_plain(timer(minutes, feet))))
