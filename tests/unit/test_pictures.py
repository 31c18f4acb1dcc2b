"""What the picture of each step shows, and that there is one to draw."""

import re
from typing import get_args

import msgspec
import pytest
from tests.conftest import ROOT

from firststep.care.sessions import script
from firststep.care.sessions.pictures import Body, Close, picture
from firststep.knowledge import Map, every, one, speaking, technique, words
from firststep.knowledge.kinds.body import MOST_STOPS, Stroke, ToolShape
from firststep.knowledge.kinds.technique import Moves, Technique
from firststep.knowledge.maps import crossed

STATIC = ROOT / "src/firststep/web/static/firststep/session"
WORK = ("stroke", "hold", "move")


def shown(id_):
    """(body, foot, moves, tool) of each step of the work on the right, without repeats."""
    steps = [step.shows for step in script(technique(id_), "right").work if step.kind in WORK]
    return list(dict.fromkeys((one.body, one.foot, one.moves, one.tool) for one in steps))


@pytest.mark.parametrize(
    ("id_", "seen"),
    [
        ("frozen-bottle", [("seated", "tool", None, "bottle")]),
        ("tennis-ball-active", [("seated", "tool", "point-flex", "ball")]),
        ("hands", [("knee", None, None, None)]),
        ("calf-stick", [("lap", None, None, "stick")]),
        ("calf-ball", [("stool", None, None, "ball")]),
        ("hamstring-ball", [("chair", None, None, "ball")]),
        ("calf-roller", [("floor", "free", "point-flex", "roller"), ("floor", "free", "circle", "roller")]),
        ("fascia-stretch", [("knee", "hand", "toes-back", None)]),
        ("calf-stretch-bent", [("towel", "pulled", "foot-back", "towel")]),
        ("short-foot", [("seated", "flat", "arch", None)]),
        ("heel-raise", [("standing", "raised", "raise", "towel")]),
    ],
)
def test_a_picture_shows_how_it_is_done(id_, seen):
    assert shown(id_) == seen


def test_a_rest_shows_how_to_sit_for_what_comes_after_it():
    rests = [step for step in script(technique("whole-leg"), "left").work if step.title.startswith("Change")]
    assert [step.shows.body for step in rests] == [Body.STOOL, Body.CHAIR]


def test_who_worked_standing_is_shown_seated_in_a_rest():
    first, *later = [step for step in script(technique("heel-raise"), "right").work if step.kind == "rest"]
    assert first.shows.body is Body.STANDING
    assert {step.shows.body for step in later} == {Body.SEATED}


def test_a_ball_is_drawn_for_a_tool_that_has_no_file():
    known = one(Technique, "tennis-ball")
    own = msgspec.structs.replace(known, tools=(), traits=("massage", "hard"))
    assert picture(own, own.phases[0]).tool == "ball"


@pytest.mark.parametrize("id_", list(every(Technique)))
def test_whatever_is_worked_has_a_picture(id_):
    steps = script(technique(id_), "right").work
    assert [step.title for step in steps if step.shows is None] == []


def test_everything_that_a_picture_can_show_is_drawn_and_told():
    said = words()["pictures"]
    bodies, near, tools = ((STATIC / f"{name}.js").read_text() for name in ("bodies", "near", "tools"))
    poses = set(re.findall(r"^  (\w+): \{.*near: \[", bodies, re.MULTILINE))
    moving = (STATIC / "moving.js").read_text()
    moves = set(re.findall(r'^  "?([\w-]+)"?: \(', moving, re.MULTILINE))
    assert poses == {*Body, "planted"}
    assert moves == set(get_args(Moves))
    assert set(said) == poses | moves
    assert set(re.findall(r"(\w+): [\d.]+", re.search(r"const RADIUS = \{(.*?)\}", tools)[1])) == {
        *get_args(ToolShape),
        "thumb",
    }
    assert {foot for foot in Close if f'"{foot}"' not in near} == set()


def test_every_zone_has_a_name_and_lies_on_its_map():
    for drawing in every(Map).values():
        assert len({zone.id for zone in drawing.zones}) == len(drawing.zones)
        for zone in drawing.zones:
            left, top, right, bottom = zone.box
            assert left < right, zone
            assert top < bottom, zone


def test_a_still_picture_has_few_numbers_and_each_lies_where_the_path_goes():
    for stroke in every(Stroke).values():
        stops = stroke.stops or stroke.path
        assert 2 <= len(stops) <= MOST_STOPS, stroke.id
        at_stops = msgspec.structs.replace(stroke, path=stops)
        assert {zone.id for zone in crossed(at_stops)} <= {zone.id for zone in crossed(stroke)}, stroke.id


SPEAKS = (STATIC / "cues.js").read_text()
SIGNS_A_SECOND, BREATH = (
    float(re.search(rf"const {name} = ([\d.]+);", SPEAKS)[1]) for name in ("SIGNS_A_SECOND", "BREATH")
)


@pytest.mark.parametrize("language", ["en", "es"])
def test_what_is_spoken_in_a_step_is_over_before_the_step_is(language):
    """Else what the foot does would be heard when it is no longer done."""
    with speaking(language):
        steps = [step for each in every(Technique).values() for step in script(each, "right").steps]
    for step in steps:
        said = sum(len(text) / SIGNS_A_SECOND + BREATH for text in (step.say, step.cue) if text)
        assert step.waits or said <= step.seconds, (step.title, said)
