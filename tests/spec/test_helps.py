"""Is anything better than doing none of it? Each answer, as a promise."""

from tests.conftest import made_up

from firststep.trial import find
from firststep.trial.verdict.judge import Chances, helps_kind


def chances(**given):
    usual = {"near_best": 0.8, "beats_others": 0.8, "alike": 0.2, "leader_helps": 0.5, "none_helps": 0.5}
    return Chances(leader=0, best=None, **(usual | given))


def test_nothing_is_said_about_helping_without_days_of_doing_none():
    findings = find(made_up({"a": -1.5, "b": -1.5}))
    assert findings.helps.kind == "not-asked"
    assert all(effect.chance_helps is None for effect in findings.effects.values())


def test_days_not_told_about_are_not_days_of_doing_none():
    findings = find(made_up({"a": -1.5, "b": -1.5}, untold=0.4))
    assert findings.helps.kind == "not-asked"


def test_a_technique_that_helps_is_said_to_with_a_size():
    findings = find(made_up({"a": -2.0, "b": -1.8}, rest=0.25))
    assert findings.helps.kind == "yes"
    assert "lower" in findings.helps.words
    assert findings.effects["a"].chance_helps > 0.9


def test_one_technique_can_be_compared_with_usual_days():
    findings = find(made_up({"a": -2.0}, rest=0.4))
    assert findings.helps.kind == "yes"


def test_techniques_that_do_nothing_are_not_said_to_help():
    findings = find(made_up({"a": 0.0, "b": 0.0}, rest=0.3, mornings=120))
    assert findings.helps.kind in ("not-helping", "cannot-tell")


def test_the_first_rule_that_holds_wins():
    assert helps_kind(chances(leader_helps=0.99, none_helps=0.95)) == "yes"
    assert helps_kind(chances(leader_helps=0.9, none_helps=0.95)) == "not-helping"
    assert helps_kind(chances(leader_helps=0.9, none_helps=0.5)) == "cannot-tell"


def test_no_sentence_claims_to_treat():
    words = " ".join(
        find(made_up({"a": effect, "b": 0.0}, rest=0.2, seed=seed)).choice.words
        + find(made_up({"a": effect, "b": 0.0}, rest=0.2, seed=seed)).helps.words
        for effect in (-2.0, 0.0)
        for seed in (1, 2)
    ).casefold()
    for claim in ("treat", "cure", "heal", "therapy", "prescri", "diagnos"):
        assert claim not in words
