"""A protocol: whole, sealed, and said."""

import json
from dataclasses import fields, replace
from datetime import date

import pytest

from firststep.care import protocol_of
from firststep.errors import TrialError
from firststep.records import Comparing, Question
from firststep.reports.papers.protocol import YARDSTICKS, protocol_sections, protocol_title
from firststep.reports.papers.sections import sections_as_data, sections_as_text
from firststep.trial import Expectation, Protocol, allocation, protocol, yardsticks
from firststep.trial.model import priors

THREE = ("tennis-ball", "calf-stick", "wooden-roller")


def sealed(**given):
    return protocol(**({"techniques": THREE, "seed": 7} | given))


def said(one):
    return sections_as_text(protocol_title(one), protocol_sections(one))


def numbers(module):
    return {
        name: value for name, value in vars(module).items() if name.isupper() and type(value) in (int, float)
    }


def test_the_digest_is_the_same_whenever_the_same_is_settled():
    assert sealed().digest == sealed().digest
    assert sealed(usual_days=0).digest == sealed(usual_days=0.0).digest
    assert len(sealed().digest) == 64


@pytest.mark.parametrize(
    "changed",
    [
        {"techniques": ("calf-stick", "tennis-ball", "wooden-roller")},
        {"question": "helps", "usual_days": 0.2},
        {"usual_days": 0.2},
        {"better": "higher"},
        {"seed": 8},
        {"outcome": "Sleep quality, 0 to 10"},
        {"expects": Expectation("tennis-ball")},
        {"expects": Expectation("tennis-ball", 1.0)},
    ],
    ids=str,
)
def test_the_digest_changes_with_whatever_was_chosen(changed):
    assert sealed(**changed).digest != sealed().digest


def test_the_digest_changes_with_every_part():
    one = sealed()
    others = {
        field.name: (("a", "b"),) if isinstance(getattr(one, field.name), tuple) else "something else"
        for field in fields(Protocol)
    }
    digests = {replace(one, **{name: other}).digest for name, other in others.items() if name != "expects"}
    assert len(digests | {one.digest}) == len(others)


def test_the_digest_changes_with_every_yardstick(monkeypatch):
    before = sealed().digest
    for name, value in numbers(yardsticks).items():
        monkeypatch.setattr(yardsticks, name, value + 1)
        assert sealed().digest != before, name
        monkeypatch.setattr(yardsticks, name, value)
    assert sealed().digest == before


def test_every_constant_is_read_from_where_the_engine_has_it():
    one = sealed()
    assert dict(one.yardsticks) == numbers(yardsticks)
    assert dict(one.priors) == numbers(priors)
    assert dict(one.schedule) == {
        name: value for name, value in numbers(allocation).items() if name not in numbers(yardsticks)
    }
    assert one.engine == yardsticks.ENGINE_VERSION


def test_the_text_names_every_constant_with_its_value():
    text = " ".join(said(sealed()).split())
    for name, value in numbers(yardsticks).items():
        assert f"{name} = {value:g}: " in text, name
    for name, value in {**numbers(priors), **dict(sealed().schedule)}.items():
        assert f"{name} = {value:.6g}" in text, name


def test_no_words_stand_for_a_yardstick_that_is_gone():
    assert set(YARDSTICKS) <= set(numbers(yardsticks))


def test_the_seed_is_sealed_and_not_told():
    one = sealed(seed=20261101)
    assert one.opens(20261101)
    assert not one.opens(20261102)
    assert not replace(one, techniques=THREE[:2]).opens(20261101)
    assert "20261101" not in json.dumps(one.as_plain())


def test_what_is_kept_comes_back_as_it_was():
    for one in (sealed(), sealed(question="helps", usual_days=1 / 7, expects=Expectation("calf-stick", 1))):
        stored = json.loads(json.dumps(one.as_plain()))
        assert Protocol.from_plain(stored) == one
        assert stored["digest"] == one.digest


@pytest.mark.parametrize("part", ["yardsticks", "priors", "schedule", "checks", "rules"])
def test_a_changed_part_is_noticed(part):
    stored = sealed().as_plain()
    stored[part] = stored[part] | {next(iter(stored[part])): 0.5}
    with pytest.raises(TrialError, match=r"mine: this protocol is not as it was sealed"):
        Protocol.from_plain(stored, where="mine")


@pytest.mark.parametrize("broken", [{}, [], None, {"digest": 1}])
def test_what_is_no_protocol_is_refused(broken):
    with pytest.raises(TrialError, match="not a stored protocol"):
        Protocol.from_plain(broken)


@pytest.mark.parametrize(
    ("given", "said_"),
    [
        ({"question": "helps"}, "without usual days"),
        ({"question": "why"}, "must be one of helps, which"),
        ({"techniques": ("a",), "usual_days": 0.2}, "nothing to choose from"),
        ({"techniques": ("a", "a")}, "listed twice"),
        ({"expects": Expectation("hands")}, "'hands' is not in this comparison"),
        ({"expects": Expectation("calf-stick", 11.0)}, "11 points are expected"),
        ({"seed": 1.5}, "whole number"),
    ],
)
def test_what_could_answer_nothing_is_refused(given, said_):
    with pytest.raises(TrialError, match=said_):
        sealed(**given)


def test_the_text_says_what_was_chosen_and_what_is_not_known():
    text = said(sealed(question="helps", usual_days=0.2, expects=Expectation("calf-stick", 1.5)))
    plain = " ".join(text.split())
    assert "that calf-stick helps most, by 1.5 points" in plain
    assert "a share of 0.2 of the days" in plain
    assert "Is any of the techniques better for this person" in plain
    assert "Diagnosis and earlier care: not recorded" in plain
    assert "Funding: none stated" in plain
    assert max(map(len, text.splitlines())) <= 80


def test_the_data_have_the_sections_of_the_text():
    one = sealed()
    data = sections_as_data(protocol_title(one), protocol_sections(one))
    text = said(one)
    for section in data["sections"]:
        assert f"{section['number']}. {section['heading']}" in text


def test_what_a_person_chose_has_a_protocol():
    which = protocol_of(Comparing(Question.WHICH, THREE), seed=3)
    assert (which.question, which.usual_days, which.techniques) == ("which", 0.0, THREE)
    helps = protocol_of(Comparing(Question.HELPS, ("calf-stick",)), seed=3)
    assert (helps.question, round(helps.usual_days, 3)) == ("helps", 0.143)
    assert helps.opens(3)
    with pytest.raises(TrialError, match="nothing is compared"):
        protocol_of(Comparing(Question.GUIDE, THREE), seed=3)


def test_a_day_is_no_part_of_it():
    """It is settled before the first morning, so no date can stand in it."""
    assert not [value for value in vars(priors).values() if isinstance(value, date)]
    assert "202" not in said(sealed()).replace(sealed().digest, "").replace(sealed().commitment, "").replace(
        "SPENT 2019", ""
    )
