"""What follows from a form: traits that nobody ticked, the usual where nothing was typed, what to mend."""

from dataclasses import replace
from datetime import date

import pytest

from firststep.care import ruled_out_by, screen
from firststep.care.sessions import script
from firststep.care.teaching import HANDS, OTHER, TaughtForm, TaughtStep, copied, form_from, form_of, written
from firststep.knowledge import Family, Technique, every, one, own_technique, speaking, technique_text, traits

AGAIN = date(2027, 11, 26)
ROLL = TaughtStep(does="stroke", stroke="arch-middle", minutes="3")
LEAST = TaughtForm(by="Eva, physical therapist", name="Cork", tools=("tennis-ball",), steps=(ROLL,))
STRETCH = replace(LEAST, tools=(), does=("stretch-calf",), steps=(TaughtStep(does="hold", minutes="1"),))


def made(form):
    answer = written(form, again=AGAIN)
    assert answer.wrong == ()
    return answer.technique


def wrong(form):
    return {(one.field, one.key) for one in written(form, again=AGAIN).wrong}


def test_the_least_is_who_its_name_a_tool_a_path_and_how_long():
    mine = made(LEAST)
    assert (mine.taught_by, mine.name, mine.needs) == ("Eva, physical therapist", "Cork", "a tennis ball")
    assert mine.family is Family.SOLE
    assert (mine.effort.ceiling, mine.dose.a_day, mine.dose.every_days, mine.dose.apart_minutes) == (
        4,
        2,
        1,
        60,
    )
    assert script(mine, "right").seconds > 180


@pytest.mark.parametrize(
    ("change", "follows"),
    [
        ({}, {"massage", "tool", "sole", "arch"}),
        ({"like": ("cold",), "apart": "", "steps": (replace(ROLL, minutes="6"),)}, {"cold", "massage"}),
        ({"posture": "standing"}, {"standing"}),
        (
            {"tools": (OTHER,), "needs": "a pin", "steps": (replace(ROLL, stroke="calf-long"),)},
            {"rolls-leg", "calf"},
        ),
        ({"tools": ("foam-roller",), "steps": (replace(ROLL, stroke="calf-long"),)}, {"rolls-leg", "calf"}),
        (
            {"tools": ("vibrating-roller",), "steps": (replace(ROLL, minutes="1"),)},
            {"vibrates", "hard", "tool"},
        ),
    ],
)
def test_traits_follow_from_what_was_told(change, follows):
    assert follows <= traits(made(replace(LEAST, **change)))


def test_a_movement_done_standing_carries_weight_and_needs_a_day_between():
    rise = replace(STRETCH, does=(), posture="standing", steps=(TaughtStep(does="move", minutes="2"),))
    assert wrong(rise) == {("every", "every")}
    mine = made(replace(rise, every="2"))
    assert {"load", "standing", "exercise"} <= traits(mine)
    assert mine.family is Family.STRENGTH
    assert not mine.first


def test_what_is_cold_is_apart_for_longer_without_being_asked():
    assert made(replace(LEAST, like=("cold",), steps=(replace(ROLL, minutes="5"),))).dose.apart_minutes == 120


@pytest.mark.parametrize("id_", [one.id for one in every(Technique).values()])
def test_a_copy_of_a_library_technique_is_barred_by_all_that_bars_that_one(id_):
    known = one(Technique, id_)
    start = replace(copied(known), by="Eva", name="My way")
    assert (copied(known).by, copied(known).name) == ("", "")
    mine = written(start, again=AGAIN, before=known).technique
    bars = {question.id for question in ruled_out_by(known)}
    assert bars <= {question.id for question in ruled_out_by(mine)}
    assert mine.reaches


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"by": ""}, ("by", "by")),
        ({"name": "C"}, ("name", "name")),
        ({"name": "C" * 41}, ("name", "text")),
        ({"tools": ("trowel",)}, ("tools", "choice")),
        ({"tools": (OTHER,)}, ("needs", "needs")),
        ({"tools": ()}, ("tools", "by_what")),
        ({"posture": "upside-down"}, ("posture", "choice")),
        ({"ceiling": "5"}, ("ceiling", "ceiling")),
        ({"ceiling": "much"}, ("ceiling", "number")),
        ({"times": "7"}, ("times", "number")),
        ({"apart": "30"}, ("apart", "apart")),
        ({"stop": "x" * 141}, ("stop", "text")),
        ({"steps": ()}, ("steps", "steps")),
        ({"steps": (ROLL,) * 13}, ("steps", "steps")),
        ({"steps": (ROLL,) * 4}, ("steps", "time")),
        ({"steps": (replace(ROLL, minutes="", seconds="59"),)}, ("steps", "time")),
        ({"steps": (replace(ROLL, minutes=""),)}, ("minutes-0", "long")),
        ({"steps": (replace(ROLL, minutes="²"),)}, ("minutes-0", "number")),
        ({"steps": (replace(ROLL, stroke=""),)}, ("stroke-0", "no_path")),
        ({"steps": (replace(ROLL, stroke="elbow"),)}, ("stroke-0", "choice")),
        ({"steps": (replace(ROLL, does="jump"),)}, ("does-0", "choice")),
        ({"steps": (ROLL, replace(ROLL, does="rest"))}, ("stroke-1", "rest_path")),
        ({"steps": (ROLL, TaughtStep(does="hold", seconds="20"))}, ("stroke-1", "no_place")),
        ({"steps": (replace(ROLL, does="hold"),)}, ("minutes-0", "pressure")),
        ({"steps": (TaughtStep(does="rest", minutes="2"),)}, ("stroke-0", "where")),
        ({"tools": ("vibrating-roller",)}, ("minutes-0", "vibration")),
        (
            {"tools": ("wooden-roller",), "steps": (replace(ROLL, stroke="forefoot-across"),)},
            ("steps", "hard"),
        ),
        (
            {"like": ("cold",), "steps": (replace(ROLL, minutes="4"), replace(ROLL, does="hold"))},
            ("does-1", "cold_hold"),
        ),
    ],
)
def test_what_is_to_be_mended_is_said_at_its_field(change, fault):
    found = written(replace(LEAST, **change), again=AGAIN)
    assert fault in {(one.field, one.key) for one in found.wrong}
    for code in ("en", "es"):
        with speaking(code):
            assert all(one.says.endswith((".", "?")) and "{" not in one.says for one in found.wrong)


def test_something_has_to_be_done_by_it():
    assert wrong(replace(STRETCH, does=())) == {("does", "does")}
    assert made(STRETCH).family is Family.STRETCH


def test_the_safety_check_bars_it_as_it_bars_any_other():
    mine = made(replace(LEAST, like=("cold", "hard"), steps=(replace(ROLL, minutes="6"),)))
    bars = {question.id for question in screen({}, own=[mine]).bars(mine)}
    assert {"cold-reaction", "fat-pad", "bleeding", "skin-foot"} <= bars


def test_better_words_keep_the_id_and_another_dose_is_another():
    mine = made(LEAST)
    words = written(replace(form_of(mine), how="Roll it, slowly."), again=AGAIN, before=mine).technique
    dose = written(replace(form_of(mine), ceiling="3"), again=AGAIN, before=mine).technique
    assert (words.id, words.how) == (mine.id, "Roll it, slowly.")
    assert dose.id != mine.id


def test_what_a_form_does_not_ask_for_stays_in_a_technique_from_a_file():
    text = 'taught_by = "Eva"\n' + technique_text(one(Technique, "hands"))
    mine = own_technique(text, name="x")
    again = written(form_of(mine), again=AGAIN, before=mine).technique
    assert again.id == mine.id
    assert (again.evidence, again.effort, again.dose) == (mine.evidence, mine.effort, mine.dose)


def test_what_a_page_sends_is_taken_as_it_is_and_gaps_are_closed():
    form = form_from(
        {
            "by": ["  Eva \x00\n the\ttherapist "],
            "tools": ["hands", "hands"],
            "does": ["stretch-sole", "to-fly"],
            "does-7": ["hold"],
            "seconds-7": ["20"],
            "does-2": ["stroke"],
            "does-x": ["stroke"],
            "stop": ["one\n\n  two "],
        }
    )
    assert form.by == "Eva the therapist"
    assert form.tools == (HANDS,)
    assert form.does == ("stretch-sole",)
    assert [(step.does, step.seconds) for step in form.steps] == [("stroke", ""), ("hold", "20")]
    assert form.stop == "one\ntwo"


def test_far_too_much_is_refused_and_not_cut_short():
    assert ("how", "text") in wrong(replace(LEAST, how=form_from({"how": ["x" * 5_000]}).how))
    long = replace(ROLL, minutes="", seconds="10", say="\\" * 140, cue="\\" * 140)
    lines = "\n".join(["\\" * 140] * 60)
    assert wrong(replace(LEAST, steps=(replace(long, seconds="40"),) * 12, stop=lines)) == {("all", "all")}
