"""So far: where the comparison stands, how long it may take, and each technique on its own."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from tests.people import CLEAR, FOUR, told

from firststep.care import analyse, each, left_out, stage, standing
from firststep.care.course.each import FEWEST_REST
from firststep.errors import TrialError
from firststep.records import Again, Comparing, Doing, Foot, Morning, Question
from firststep.reports.screen.course import to_go
from firststep.reports.screen.so_far import so_far

START = told(CLEAR).on
DAY = timedelta(days=1)
EFFECTS = dict(zip(FOUR, (-0.2, -2.5, 0.0, 0.1), strict=True))


def lived(days, *, question=Question.WHICH, effects=EFFECTS, rest=0, seed=3):
    """The events of somebody who did one a day for blocks of three, and nothing in each `rest`-th block."""
    generator = np.random.default_rng(seed)
    names = tuple(effects)
    events = [told(CLEAR, START), told(Comparing(question, names), START)]
    did = None
    for number in range(days):
        felt = 6.0 + effects.get(did, 0.0) + 0.6 * generator.standard_normal()
        events.append(told(Morning(int(np.clip(round(felt), 0, 10))), START + number * DAY))
        block = number // 3
        did = None if rest and block % rest == rest - 1 else names[block % len(names)]
        events.append(told(Doing(frozenset([did] if did else [])), START + number * DAY))
    return events


def look(events, days):
    now = standing(events, Foot.RIGHT)
    diary = now.diary()
    rested = frozenset(diary.techniques) - set(now.compared) | left_out(now)
    findings = analyse(diary, rested=rested)
    today = START + (days - 1) * DAY
    return now, findings, so_far(now, diary, findings, today=today)


def kind(days, **given):
    return look(lived(days, **given), days)[2]["stage"]["kind"]


ALIKE = dict.fromkeys(FOUR, -0.5)


def test_first_a_week_then_gathering_then_what_is_known_so_far():
    """Not everything is tried by day 3; on day 14 something is said, whatever it is."""
    events = lived(3)
    said = look(events, 3)[2]["stage"]
    assert said == {
        "kind": "first-week",
        "says": [
            "In the first week each is tried once: 1 of 4 so far.",
            "What is unpleasant can be left out. The days count all the same.",
        ],
    }
    assert kind(8, effects=ALIKE) == "gathering"
    assert kind(14, effects=ALIKE) == "gathering"
    known = look(lived(15, effects=ALIKE), 15)[2]["stage"]
    assert known["kind"] == "known-so-far"
    assert known["says"][-1] == "We cannot tell yet. That is a result, not a failure."


def test_the_first_week_is_over_once_all_were_tried():
    two = dict.fromkeys(FOUR[:2], 0.0)
    assert kind(4, effects=two) == "gathering"
    dropped = [*lived(3), *(told(Again(name, again=False), START) for name in FOUR[1:])]
    assert look(dropped, 3)[2]["stage"]["kind"] == "gathering"


def test_an_answer_comes_before_all_of_it():
    _, findings, said = look(lived(60), 60)
    assert findings.choice.kind == "found"
    assert said["stage"] == {
        "kind": "answer",
        "says": ["There is an answer. New mornings can still change it."],
    }


def test_where_nothing_is_compared_it_stands_nowhere():
    guided = [told(CLEAR), told(Comparing(Question.GUIDE, FOUR)), told(Morning(5), START)]
    now, findings, said = look(guided, 1)
    assert said["stage"] is None
    assert stage(now, findings, START) is None
    assert said["each"] == []


def test_how_long_it_may_take_is_the_engines_forecast():
    _, findings, said = look(lived(24, effects=ALIKE), 24)
    low, likely, high = findings.choice.mornings_to_go
    assert said["to_go"] == to_go(findings)
    assert (said["to_go"]["low"], said["to_go"]["likely"], said["to_go"]["high"]) == (low, likely, high)
    assert said["to_go"]["says"].startswith("An answer ")
    assert look(lived(8), 8)[2]["to_go"] is None


def test_each_has_its_days_and_the_mornings_right_after_them():
    now, findings, said = look(lived(30), 30)
    for one, row in zip(each(now, findings), said["each"], strict=True):
        assert (row["technique"], row["days"], row["scored"]) == (one.technique, one.days, one.scored)
        assert one.days == findings.series.days_of(one.technique)
        assert one.scored == findings.series.scored_after(one.technique)
    assert [row["technique"] for row in said["each"]] == list(FOUR)


def test_against_the_others_is_the_engines_own_number_in_words():
    _, findings, said = look(lived(60), 60)
    best = said["each"][1]["against_others"]
    own = findings.against_others("tennis-ball")
    assert (best["mean"], best["low"], best["high"]) == (
        round(own.mean, 2),
        round(own.low, 2),
        round(own.high, 2),
    )
    assert best["mean"] < -1.5
    assert best["says"] == (
        f"Against the others, in points: {-own.mean:.1f} less ({-own.low:.1f} less to {-own.high:.1f} less)."
    )


def test_too_few_mornings_say_nothing_of_one():
    assert [row["against_others"] for row in look(lived(8), 8)[2]["each"]] == [None] * 4
    events = lived(12)  # the fourth was done on three days, the last of them without a morning after it
    assert all(row["against_others"] for row in look(events, 12)[2]["each"])
    without = [e for e in events if not (isinstance(e.what, Morning) and e.on == START + 11 * DAY)]
    assert look(without, 12)[2]["each"][3]["against_others"] is None


def test_against_rest_days_only_where_that_is_asked_and_enough_were_rested():
    asked = look(lived(75, question=Question.HELPS, rest=5), 75)[2]
    assert all(row["against_rest"]["says"].startswith("Against rest days") for row in asked["each"])
    not_asked = look(lived(75, rest=5), 75)[2]
    assert all(row["against_rest"] is None for row in not_asked["each"])
    never = look(lived(75, question=Question.HELPS), 75)[2]
    assert all(row["against_rest"] is None for row in never["each"])


def test_one_block_of_rest_days_is_too_few():
    """Rest days come in blocks, and one good or bad spell would pass for all of them."""
    now, findings, _ = look(lived(75, question=Question.HELPS, rest=5), 75)
    rested = [k for k, did in enumerate(findings.series.did) if did == frozenset()]
    for kept, says in ((3, False), (FEWEST_REST, True)):
        told_ = {START + (k - 1) * DAY for k in rested[kept:]}
        events = [
            e
            for e in lived(75, question=Question.HELPS, rest=5)
            if not (isinstance(e.what, Doing) and e.on in told_)
        ]
        fewer = standing(events, Foot.RIGHT)
        rows = each(fewer, _with_helps(findings, fewer))
        assert all((row.rest is not None) == says for row in rows)
    assert now.compared == FOUR


def _with_helps(asked, fewer):
    """Findings of fewer rest days, with the answer of the whole diary: only their number counts here."""
    return replace(analyse(fewer.diary()), helps=asked.helps)


def test_the_tables_say_the_same_and_where_there_are_too_few():
    asked = look(lived(75, question=Question.HELPS, rest=5), 75)[2]
    table = next(t for t in asked["tables"] if t["title"] == "Each against the others")
    assert table["columns"] == [
        "Technique",
        "Mornings right after it",
        "Against the others",
        "Against rest days",
    ]
    assert [row[1] for row in table["rows"]] == [str(row["scored"]) for row in asked["each"]]
    never = look(lived(75, question=Question.HELPS), 75)[2]
    table = next(t for t in never["tables"] if t["title"] == "Each against the others")
    assert {row[3] for row in table["rows"]} == {"too few rest days"}
    assert not any("Against doing none" in t["columns"] for t in asked["tables"])


def test_what_is_compared_no_longer_keeps_its_numbers_and_is_named_so():
    changed = [
        *lived(60),
        told(Comparing(Question.WHICH, FOUR[:3]), START + 59 * DAY),
        told(Again("wooden-roller", again=False), START + 59 * DAY),
    ]
    _, findings, said = look(changed, 60)
    names = [row[0] for row in said["tables"][0]["rows"]]
    assert names == [
        "Frozen bottle",
        "Tennis ball",
        "Wooden foot roller (rests)",
        "Stick on the calf (no longer compared)",
    ]
    assert [row["technique"] for row in said["each"]] == ["frozen-bottle", "tennis-ball"]
    assert findings.effects["calf-stick"].days == 15


def test_that_pain_eases_by_itself_is_said_once():
    _, _, said = look(lived(30), 30)
    assert said["drift"].startswith(
        "Heel pain often eases by itself, so better mornings alone don't show that this helped."
    )


def test_against_the_others_is_refused_where_there_are_none():
    _, findings, _ = look(lived(20), 20)
    with pytest.raises(TrialError, match="'hands' is not in this comparison"):
        findings.against_others("hands")
    alone = analyse(standing(lived(20), Foot.RIGHT).diary(), rested=frozenset(FOUR[1:]))
    with pytest.raises(TrialError, match="nothing else is compared"):
        alone.against_others(FOUR[0])
