"""Whatever somebody's life was: exported, deleted and brought in again, it is exported the same."""

import io
import json
import zipfile
from contextlib import suppress
from datetime import timedelta
from types import SimpleNamespace
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker
from tests.fhir.lives import MADE, TODAY, ago, comparisons, lived, names, told_of
from tests.fhir.validators import BOTH, found
from tests.people import CLEAR, arrive

from firststep.actions.leave import delete_everything
from firststep.actions.professionals import write_down
from firststep.actions.renew import renew
from firststep.actions.take_along import bring_in, export_everything
from firststep.actions.take_in import take_in
from firststep.actions.tell import tell
from firststep.errors import FirststepError
from firststep.intake.activity.found import Found
from firststep.knowledge import Asking, Profession, every
from firststep.records import (
    Comparing,
    Doing,
    Foot,
    Morning,
    Noted,
    Played,
    Screened,
    Stopped,
    Taught,
    Worst,
)
from firststep.records.activity import ActiveDay
from firststep.records.professional import Answered, Candidate
from firststep.reports.export import DATA, SCHEMA
from firststep.reports.files import ENDINGS
from firststep.store import read

pytestmark = pytest.mark.django_db
EXAMPLES = 25
DAY = timedelta(days=1)

days = st.builds(
    ActiveDay,
    on=st.integers(0, 500).map(lambda back: TODAY - back * DAY),
    source=st.sampled_from(("apple-health: Watch", "strava")),
    part=st.sampled_from(("", "07:00")),
    shoe=st.sampled_from(("", "Blue")),
    steps=st.none() | st.integers(0, 40_000),
    ran_m=st.none() | st.floats(0, 30_000),
)

walks = st.lists(days, max_size=30, unique_by=lambda one: (one.on, one.source, one.part))
FOR_A_FOOT = (
    ("mornings", "csv"),
    ("protocol", "txt"),
    ("account", "txt"),
    *(("visit", ending) for ending in ENDINGS.values()),
)


@st.composite
def candidates(draw):
    answers = {}
    for id_, question in every(Asking).items():
        said = {"yes-no": ("", "yes", "no", "unsure"), "number": ("", "unsure", "700"), "text": ("",)}
        if draw(st.booleans()):
            answers[id_] = Answered(draw(st.sampled_from(said[question.answer])), draw(st.just("") | names))
    kind = draw(st.sampled_from(sorted(every(Profession))))
    state = draw(st.sampled_from(("", "AL", "NY")))
    return Candidate(uuid4(), kind, draw(names)[:40], MADE, state=state, answers=answers)


def live(someone, events):
    """Tell as much of it as may be told, with the plans and answers that come of it on the way."""
    for number, event in enumerate(told_of(events)):
        with suppress(FirststepError):
            tell(someone.id, [event], MADE)
        if number % 20 == 0:
            renew(someone.id, event.foot, MADE)
    for foot in Foot:
        renew(someone.id, foot, MADE)


def parts(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_round_trip_of_any_life(db):
    seen = SimpleNamespace(told=set(), parts=set(), bundles=[])

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,  # the same lives each time: how much is in them is asked below
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(lived(), st.none() | comparisons, walks, st.lists(candidates(), max_size=3))
    def law(events, comparing, active, professionals):
        for one in read.members():  # an example that failed leaves somebody behind
            delete_everything(one.id)
        anna = arrive("Anna")
        take_in(anna.id, Found(source_kind="apple-health", days=tuple(active)))
        for one in professionals:
            write_down(anna.id, one)
        begun = [(ago(45), CLEAR), (ago(45), comparing)] if comparing else []
        live(anna, [events[0], *begun, *events[1:]])  # the first teaches a technique that may be compared
        kept, exported = read.everything(anna.id), export_everything(anna.id)
        delete_everything(anna.id)
        bring_in(exported, MADE + 40 * DAY)  # on another day than it was exported
        assert read.everything(anna.id) == kept
        assert export_everything(anna.id) == exported

        made = parts(exported)
        schema = Draft202012Validator(json.loads(made[SCHEMA]), format_checker=FormatChecker())
        assert list(schema.iter_errors(json.loads(made[DATA]))) == []
        seen.told |= {type(one.told.what) for one in kept.told}
        seen.parts |= set(made)
        seen.bundles += [json.loads(part) for name, part in made.items() if name.endswith(".fhir.json")]

    law()
    assert {Comparing, Doing, Morning, Noted, Played, Screened, Stopped, Taught, Worst} <= seen.told
    assert {f"{name}-right.{ending}" for name, ending in FOR_A_FOOT} <= seen.parts
    assert found(seen.bundles) == [{name: [] for name in BOTH}] * len(seen.bundles)
