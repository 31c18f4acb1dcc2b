"""Sessions: what every one of them begins with, ends with, and says."""

import json
import re

import msgspec
import pytest
from tests.conftest import ROOT

from firststep.care import ruled_out_by
from firststep.care.sessions import Kind, as_plain, go_on, measuring, script, skip, start, timer
from firststep.care.sessions.around import LONGEST_SAID
from firststep.care.sessions.steps import CLOSING
from firststep.errors import KnowledgeError
from firststep.knowledge import Measure, Outcome, languages, speaking
from firststep.knowledge.kinds.technique import Technique
from firststep.knowledge.library import every, one
from firststep.knowledge.traits import traits
from firststep.knowledge.words import phrase, read_words, words
from firststep.reports.known.hand_out import hand_out, minutes

TECHNIQUES = tuple(every(Technique))
SIDES = ("left", "right", "both")
PAGE = 88  # lines
REVIEW = '[review]\nby = "nobody yet"\nagain = 2027-05-24\n'

CLAIMS = re.compile(
    r"\b(treat\w*|cur(e|es|ed)|heal(s|ed|ing)?|therapy|prescrib\w+|diagnos\w+|placebo|arms?|posterior|trials?)\b|!",
    re.IGNORECASE,
)


def techniques():
    return pytest.mark.parametrize("technique", TECHNIQUES)


def changed(id_, **changes):
    return msgspec.structs.replace(one(Technique, id_), **changes)


def texts_of(session):
    yield from (session.name, session.how_hard, *session.stop)
    for step in session.steps:
        yield from (step.title, step.what, step.say, step.cue or "", *step.notes)


@techniques()
@pytest.mark.parametrize("feet", SIDES)
def test_a_session_takes_the_sum_of_its_steps_and_of_its_phases(technique, feet):
    known = one(Technique, technique)
    session = script(known, feet)
    worked = sum(phase.seconds * phase.times + phase.rest * (phase.times - 1) for phase in known.phases)
    switches = [step.seconds for step in session.work if step.kind is Kind.SWITCH]
    twice = feet == "both" and not known.at_once
    assert session.seconds == sum(step.seconds for step in session.steps)
    assert sum(step.seconds for step in session.work) == (2 * worked + sum(switches) if twice else worked)
    assert len(switches) == twice


@techniques()
def test_every_session_begins_with_getting_ready_and_ends_with_standing_up(technique):
    known = one(Technique, technique)
    session = script(known, "right")
    assert [step.kind for step in session.steps[:3]] == [Kind.READY, Kind.READY, Kind.COUNT]
    assert known.needs in session.steps[0].what
    assert session.steps[1].notes == (known.posture.why.says,)
    assert session.steps[1].cue == session.how_hard  # said before anything is done
    assert session.steps[2].seconds == 5
    cold, tools = "cold" in traits(known), bool(known.tools)
    kinds = [Kind.FEEL, *[Kind.FEEL, Kind.DRY] * cold, *[Kind.AWAY] * tools, Kind.DONE]
    assert [step.kind for step in session.closing] == kinds
    assert session.steps[-len(kinds) :] == session.closing


@techniques()
def test_standing_up_has_no_clock_and_neither_has_getting_ready(technique):
    session = script(one(Technique, technique), "both")
    felt = [Kind.FEEL] * ("cold" in traits(one(Technique, technique)))  # it waits until all is felt
    assert [step.kind for step in session.steps if step.waits] == [Kind.READY, Kind.READY, *felt, Kind.DONE]
    assert session.steps[-1].kind is Kind.DONE


@techniques()
@pytest.mark.parametrize("feet", SIDES)
def test_what_is_spoken_takes_less_than_ten_seconds(technique, feet):
    for step in script(one(Technique, technique), feet).steps:
        assert 0 < len(step.say) <= LONGEST_SAID
        assert step.what


@techniques()
def test_the_stop_rules_go_with_the_session_and_ours_only_where_its_own_do_not_say_it(technique):
    known = one(Technique, technique)
    session = script(known, "left")
    stop = " ".join(session.stop).lower()
    assert set(known.stop_for) <= set(session.stop)
    assert f"{known.effort.ceiling} of 10" in stop
    assert "tingl" in stop
    own = " ".join(known.stop_for).lower()
    assert (phrase("session", "stop_tingling") in session.stop) == ("tingl" not in own)
    if "cold" in traits(known):
        assert "numb" in stop


def test_a_technique_that_warns_of_nothing_still_stops_at_pain_tingling_and_numbness_with_cold():
    silent = changed("frozen-bottle", stop_for=("A wet sock.",))
    stop = script(silent, "left").stop
    assert stop == (
        phrase("session", "stop_pain", ceiling=silent.effort.ceiling),
        "A wet sock.",
        phrase("session", "stop_tingling"),
        phrase("session", "stop_numb"),
    )


def test_after_cold_the_foot_is_felt_for_longer_and_not_skipped_and_dried():
    cold, warm = (script(one(Technique, id_), "right").closing for id_ in ("frozen-bottle", "tennis-ball"))
    assert cold[0].seconds > warm[0].seconds
    assert (cold[0].skippable, warm[0].skippable) == (False, True)
    assert cold[1].waits
    assert cold[2].kind is Kind.DRY


def test_what_rolls_is_put_away_by_its_name():
    two = changed("tennis-ball", tools=("tennis-ball", "towel"))
    assert "the tennis ball," in script(one(Technique, "tennis-ball"), "left").closing[1].what
    assert "the tennis ball and towel," in script(two, "left").closing[1].what


def test_a_left_foot_gets_the_mirror_of_the_path():
    left, right = (script(one(Technique, "tennis-ball"), side).work[0].where for side in ("left", "right"))
    assert [(100 - x, y) for x, y in left.path] == list(right.path)
    assert (left.stroke, left.says, left.back) == (right.stroke, right.says, right.back)


def test_a_phase_done_several_times_is_several_steps_with_rests_between():
    ball = one(Technique, "tennis-ball")
    phase = msgspec.structs.replace(ball.phases[0], times=3, rest=7, seconds=20)
    work = script(changed("tennis-ball", phases=(phase,)), "right").work
    assert [(step.kind, step.seconds, step.number) for step in work] == [
        (Kind.STROKE, 20, 1),
        (Kind.REST, 7, 2),
        (Kind.STROKE, 20, 2),
        (Kind.REST, 7, 3),
        (Kind.STROKE, 20, 3),
    ]
    assert {step.times for step in work} == {3}
    assert work[0].say == phase.say
    assert work[2].say == f"{phase.title}. Number 2 of 3."
    assert work[2].what == phase.say


def test_rests_between_can_be_left_out_and_those_that_are_steps_stay():
    ball = one(Technique, "tennis-ball")
    twice = msgspec.structs.replace(ball.phases[0], times=2, rest=7)
    work = script(changed("tennis-ball", phases=(twice, *ball.phases[1:])), "right", without_rests=True).work
    assert [step.title for step in work if step.kind is Kind.REST] == ["Rest"]
    bottle = script(one(Technique, "frozen-bottle"), "right", without_rests=True)
    assert "Feel the skin" in {step.title for step in bottle.work}


def test_rounds_are_how_often_the_path_is_followed():
    first = script(one(Technique, "tennis-ball"), "right").work[0]
    assert first.rounds == first.seconds // first.pace_seconds
    assert script(one(Technique, "tennis-ball"), "right").steps[0].rounds is None


def test_the_count_can_be_left_out_or_be_longer():
    ball = one(Technique, "tennis-ball")
    assert Kind.COUNT not in {step.kind for step in script(ball, "left", ready=0).steps}
    assert script(ball, "left", ready=12).steps[2].seconds == 12


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda ball: script(ball, "third"), "there is no side 'third'"),
        (lambda ball: script(ball, "left", ready=-1), "the count cannot be -1"),
        (lambda ball: script(ball, "left", ready=61), "choose 0 to 60"),
        (lambda ball: timer(0, "left"), "the timer cannot run for 0 minutes"),
        (lambda ball: timer(31, "left"), "choose 1 to 10"),
        (lambda ball: timer(5, "middle"), "use one of: left, right, both"),
    ],
)
def test_what_cannot_be_is_refused_in_words(make, said):
    with pytest.raises(KnowledgeError, match=re.escape(said)):
        make(one(Technique, "tennis-ball"))


def test_the_plain_timer_runs_in_minutes_with_a_soft_mark_at_each():
    session = timer(3, "both")
    kinds = [step.kind for step in session.work]
    assert kinds == [*[Kind.TIME] * 3, Kind.SWITCH, *[Kind.TIME] * 3]
    assert {step.seconds for step in session.work if step.kind is Kind.TIME} == {60}
    assert [bool(step.say) for step in session.work] == [True, False, False, True, True, False, False]
    assert session.technique == "timer"
    assert session.steps[-1].kind is Kind.DONE
    assert "4 of 10" in session.stop[0]


@techniques()
def test_as_plain_is_ready_for_json_and_says_everything(technique):
    session = script(one(Technique, technique), "left")
    plain = as_plain(session)
    assert json.loads(json.dumps(plain)) == plain
    assert plain["seconds"] == sum(step["seconds"] for step in plain["steps"])
    assert len(plain["steps"]) == len(session.steps)
    documented = set(re.findall(r"^ {8}(\w+(?:, \w+)?) {1,}", as_plain.__doc__, re.MULTILINE))
    told = {key for names in documented for key in names.split(", ")}
    assert set(plain) | set(plain["steps"][0]) <= told
    where = next(step["where"] for step in plain["steps"] if step["where"]) if _strokes(session) else None
    assert where is None or set(where) == {"stroke", "map", "path", "back", "spots", "stops", "says"}


def _strokes(session):
    return [step for step in session.steps if step.where]


@techniques()
@pytest.mark.parametrize("feet", SIDES)
def test_the_hand_out_fits_a_page_of_80_columns_and_says_it_all(technique, feet):
    known = one(Technique, technique)
    session = script(known, feet)
    page = hand_out(session, known)
    whole = " ".join(page.split())
    assert max(map(len, page.splitlines())) <= 80
    assert len(page.splitlines()) <= PAGE
    assert "Reviewed by: nobody yet." in page
    some = [question for question in ruled_out_by(known) if question.outcome is not Outcome.SEE_FIRST]
    assert [q.asks for q in some if q.outcome is not Outcome.CARE_NOW and q.asks not in whole] == []
    said = [known.needs, known.posture.why.says, known.effort.why.says, known.evidence.claim.says]
    said += list(session.stop)
    said += [step.what for step in session.closing] + [phase.say for phase in known.phases]
    said += [step.where.says for step in _strokes(session)] + [
        phase.cue for phase in known.phases if phase.cue
    ]
    assert [text for text in said if " ".join(text.split()) not in whole] == []
    assert whole.index(known.phases[0].say) < whole.index(session.closing[0].what)


def test_the_hand_out_counts_repeats_instead_of_repeating_them():
    ball = one(Technique, "tennis-ball")
    phase = msgspec.structs.replace(ball.phases[0], times=3, rest=7, seconds=20)
    often = changed("tennis-ball", phases=(phase, msgspec.structs.replace(phase, rest=0, title="More")))
    page = " ".join(hand_out(script(often, "both"), often).split())
    assert f"{phase.title}, 3 times 20 seconds, with 7 seconds of rest between." in page
    assert "More, 3 times 20 seconds. " in page
    assert page.count(phase.title) == 1
    assert "Then change sides, in 15 seconds, and do the same on the left." in page


def test_the_hand_out_of_the_timer_claims_nothing():
    page = hand_out(timer(4, "left"), None)
    assert "4 times one minute." in page
    assert "Reviewed" not in page
    assert "known" not in page


def test_the_hand_out_says_how_often_and_who_taught_it():
    ball = one(Technique, "tennis-ball")
    dose = msgspec.structs.replace(ball.dose, a_day=1, every_days=2)
    taught = changed("tennis-ball", dose=dose, taught_by="Anna")
    page = hand_out(script(taught, "left"), taught)
    assert "How often: at most once a day, on every second day.\n" in page
    assert "Taught by: Anna.\n" in page


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0, "0:00"), (0.2, "0:01"), (59.9, "1:00"), (60, "1:00"), (185, "3:05"), (3600, "60:00")],
)
def test_times_are_read_as_minutes_and_seconds(seconds, said):
    assert minutes(seconds) == said


def test_the_words_of_sessions_are_short_and_claim_nothing():
    told = words()["session"]
    assert [text for text in told.values() if CLAIMS.search(text)] == []
    sentences = [sentence for text in told.values() for sentence in re.split(r"(?<=[.?:])\s", text)]
    assert [sentence for sentence in sentences if len(sentence.split()) > 20] == []


MEASURES = ("knee-to-wall", "shin-angle")


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("feet", ["left", "right"])
def test_a_measurement_is_three_times_between_getting_ready_and_standing_easily(measure, feet):
    session = measuring(measure, feet)
    known = one(Measure, measure)
    assert (session.technique, session.posture, session.feet) == (measure, "standing", feet)
    assert {step.kind for step in session.opening} == {Kind.READY}
    assert [(step.kind, step.number, step.times) for step in session.work] == [
        (Kind.MEASURE, number, known.most) for number in (1, 2, 3)
    ]
    assert [step.kind for step in session.closing] == [Kind.DONE]
    assert [step for step in session.steps if not step.waits] == []
    assert [text for text in texts_of(session) if "{" in text] == []


def test_the_numbers_of_a_measurement_are_not_skipped():
    playing = start(measuring("knee-to-wall", "left"))
    while playing.step.kind is not Kind.MEASURE:
        playing = go_on(playing)
    assert skip(playing) == playing


@pytest.mark.parametrize("code", languages())
@pytest.mark.parametrize("measure", MEASURES)
def test_what_is_spoken_while_measuring_is_short_in_every_language(code, measure):
    with speaking(code):
        said = [step.say for step in measuring(measure, "left").steps]
    assert [text for text in said if len(text) > LONGEST_SAID] == []


@pytest.mark.parametrize(("measure", "feet"), [("knee-to-wall", "both"), ("function", "left")])
def test_what_cannot_be_measured_so_is_refused(measure, feet):
    with pytest.raises(KnowledgeError, match="no way to measure"):
        measuring(measure, feet)


@techniques()
def test_no_blank_is_left_open_in_a_session(technique):
    for session in (script(one(Technique, technique), "both"), timer(2, "both")):
        assert [text for text in texts_of(session) if "{" in text] == []


def test_every_word_of_sessions_is_used():
    """A text that nobody asks for would be translated for nothing."""
    places = ("care/sessions/*.py", "cli/known/live.py", "cli/known/session.py", "reports/known/hand_out.py")
    code = "\n".join(
        file.read_text() for place in places for file in (ROOT / "src" / "firststep").glob(place)
    )
    made = re.compile(
        r"(sit|stand)_(seated|floor|lying|standing|knee|stool|towel)(_title|_what)?|hand_(side|times|day)_\w+|(feel|dry)_\w+"
        r"|stop_(do_)?\d|left|right|hand_sit_\w+"
        r"|(knee|shin)_(needs|time)(_\w+)?|(shin_place|lunge_stand)_(title|note)"
        r"|(count|switch)_title|(timer_needs|shin_place)_(title|what)"
    )
    unused = [key for key in words()["session"] if f'"{key}"' not in code and not made.fullmatch(key)]
    assert unused == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a = 3\n", "'a' is not text"),
        ('a = ""\n', "'a' is not text"),
        ('[t]\na = ["b"]\n', "'t.a' is not text"),
        ('a = "{"\n', "a brace in it stands alone"),
        ('a = "{}"\n', "a brace in it stands alone"),
    ],
)
def test_words_that_are_no_text_are_refused_with_their_line(text, said):
    with pytest.raises(
        KnowledgeError, match=rf"words/x\.toml, line {text.count(chr(10))}: .*{re.escape(said)}"
    ):
        read_words("words/x.toml", text + REVIEW)


@pytest.mark.parametrize(("text", "said"), [('a = "b"\n', "who reviewed it"), ("a =\n", "this is not TOML")])
def test_words_without_a_review_or_form_are_refused(text, said):
    with pytest.raises(KnowledgeError, match=said):
        read_words("words/x.toml", text)


def test_words_may_stand_in_tables():
    told = read_words("words/x.toml", f'a = "b"\n[t]\nc = "d {{e}}"\n{REVIEW}')
    assert told == {"a": "b", "t": {"c": "d {e}"}}


def test_a_missing_text_or_an_open_blank_is_said():
    with pytest.raises(KnowledgeError, match=r"there are no words 'session\.none'"):
        phrase("session", "none")
    with pytest.raises(KnowledgeError, match="nothing fills the blank 'needs'"):
        phrase("session", "needs_what")


def test_closing_steps_are_for_all_sides_at_once():
    session = script(one(Technique, "tennis-ball"), "both")
    assert {str(step.side) for step in session.steps if step.kind in CLOSING} == {"both"}
