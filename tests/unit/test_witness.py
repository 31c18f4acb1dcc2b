"""The second witness: exact whatever the mornings do, and not blind."""

from datetime import timedelta
from itertools import product

import numpy as np
import pytest
from tests.conftest import START

from firststep.care import second_check
from firststep.errors import TrialError
from firststep.records import Day, Diary
from firststep.trial import Advice, Series, Trial, witness

BLOCK = 3


def advice(technique, chances, *, block, on=None, days=BLOCK, seed=0):
    first = START + timedelta(days=block)
    return Advice(
        technique=technique,
        on=first if on is None else START + timedelta(days=on),
        chances=chances,
        usual_days=0.0,
        allowed=tuple(chances),
        rested=(),
        block=first,
        days=days,
        cut_off=first,
        engine="test",
        seed=seed,
    )


def series(scores, names=("a", "b")):
    return Series(names, START, tuple(scores), (None,) * (len(scores) + 1))


SCORES = (6.0, 5.0, 3.0, None, 7.0, 8.0, 4.0, 3.0, 0.0, 1.0, 2.0, 6.0, 5.0)
EVEN = {"a": 0.5, "b": 0.5}


def adaptive(drawn):
    """A toy rule: what was drawn last comes again more often, and a third one comes in."""
    if not drawn:
        return {"a": 0.3, "b": 0.7}
    weights = {"a": 1.0, "b": 1.0, "c": 0.5 * len(drawn)}
    weights[drawn[-1]] += 1.0
    return {name: weight / sum(weights.values()) for name, weight in weights.items()}


def mean_over_every_path(advices_of, blocks=4):
    """The mean of the product over all paths of draws, each as likely as its chances say."""
    mean = total = 0.0
    for path in product("abc", repeat=blocks):
        chance = 1.0
        for block, technique in enumerate(path):
            chance *= adaptive(path[:block]).get(technique, 0.0)
        if chance:
            total += chance
            mean += chance * witness(series(SCORES), advices_of(path)).evidence
    assert total == pytest.approx(1.0, abs=1e-12)
    return mean


def plainly(path):
    return [advice(a, adaptive(path[:k]), block=BLOCK * k) for k, a in enumerate(path)]


def with_refusals(path):
    """Whoever draws 'a' asks again the next day, with it left out; 'b' is asked again as it is."""
    given = []
    for draw in plainly(path):
        given.append(draw)
        at = (draw.block - START).days
        if draw.technique == "a":
            others = {name: chance for name, chance in draw.chances.items() if name != "a"}
            given.append(
                advice("b", {n: c / sum(others.values()) for n, c in others.items()}, block=at, on=at + 1)
            )
        elif draw.technique == "b":
            given.append(advice("b", draw.chances, block=at, on=at + 2))
    return given


def asked_late(path):
    """Whoever draws 'b' asks for the next block only on its second day."""
    given = plainly(path)
    return [
        advice(one.technique, one.chances, block=BLOCK * k, on=BLOCK * k + (k > 0 and path[k - 1] == "b"))
        for k, one in enumerate(given)
    ]


def a_block_ahead(path):
    """Every second block is asked for before the one that it follows."""
    given = plainly(path)
    return [given[0], given[2], given[1], given[3]]


@pytest.mark.parametrize("advices_of", [plainly, with_refusals, asked_late])
def test_the_product_has_an_expectation_of_exactly_one(advices_of):
    assert mean_over_every_path(advices_of) == pytest.approx(1.0, abs=1e-9)


def test_so_it_has_when_a_block_is_drawn_ahead_of_another():
    """Then the chances of the block drawn later may depend on it."""
    mean = 0.0
    for first, ahead, between in product("ab", repeat=3):
        later = {"a": 0.8, "b": 0.2} if ahead == "a" else {"a": 0.1, "b": 0.9}
        given = [
            advice(first, EVEN, block=0),
            advice(ahead, EVEN, block=6),
            advice(between, later, block=3),
        ]
        mean += 0.25 * later[between] * witness(series(SCORES), given).evidence
    assert mean == pytest.approx(1.0, abs=1e-9)


def test_the_product_up_to_any_day_is_the_one_of_that_day():
    """So looking every day costs nothing: a later morning changes no bet that was settled."""
    given = plainly("abca")
    path = [witness(series(SCORES[:n]), given).evidence for n in range(1, len(SCORES) + 1)]
    assert path[:3] == [1.0] * 3
    for start in range(0, 12, BLOCK):
        assert path[start : start + BLOCK] == pytest.approx([path[start]] * BLOCK, rel=1e-9)
    last = witness(series(SCORES), given)
    assert last.highest == pytest.approx(max(path))
    assert last.p == pytest.approx(1.0 / max(path))
    assert last.blocks == 4


def lived(effects, generator, *, mornings=84, trend=-0.06, residual=0.8, phi=0.7):
    """A diary with a strong trend, and draws that follow whatever looked better so far."""
    names = tuple(f"technique {k}" for k in range(len(effects)))
    exposure, error, pain, given, arm = np.zeros(len(names)), 0.0, [], [], 0
    seen = [[] for _ in names]
    for day in range(mornings):
        if day:
            exposure = 0.4 * exposure + 0.6 * np.eye(len(names))[arm]
        error = phi * error + np.sqrt(1 - phi**2) * residual * generator.standard_normal()
        felt = 7.0 + trend * day + error + exposure @ effects
        pain.append(None if generator.random() < 0.1 else float(np.clip(np.round(felt), 0, 10)))
        if day and pain[-1] is not None:
            seen[arm].append(pain[-1])
        if day % BLOCK == 0:
            looks = np.array([np.mean(scores) if scores else 5.0 for scores in seen])
            share = np.exp(-1.5 * (looks - looks.min()))
            chance = 0.1 / len(names) + 0.9 * share / share.sum()
            arm = int(generator.choice(len(names), p=chance / chance.sum()))
            chances = dict(zip(names, (chance / chance.sum()).tolist(), strict=True))
        given.append(advice(names[arm], chances, block=day - day % BLOCK, on=day))
    return series(pain, names), given


def test_it_is_seldom_fooled_by_a_trend_and_a_rule_that_follows_it():
    seen = [witness(*lived(np.zeros(4), np.random.default_rng(seed))).p for seed in range(200)]
    assert np.mean(np.array(seen) <= 0.05) <= 0.05 + 2 * np.sqrt(0.05 * 0.95 / 200)
    assert min(seen) > 0.0


def test_large_effects_are_noticed():
    effects = np.array([-2.0, 0.0, 0.0, 0.5])
    seen = [witness(*lived(effects, np.random.default_rng(seed))).evidence for seed in range(30)]
    assert np.median(seen) > 20.0


def test_it_says_what_it_found_in_plain_words():
    assert witness(series(SCORES), []).words.startswith("The second check has no full block")
    assert "cannot tell yet" in witness(series(SCORES), plainly("abab")).words
    clear = [2.0, *([7.0] * BLOCK + [2.0] * BLOCK) * 6]
    given = [advice("ab"[k % 2], EVEN, block=BLOCK * k) for k in range(12)]
    shorter = witness(series(clear[:19]), given)
    assert 0.001 < shorter.p < 0.05
    assert f"at most 1 diary in {int(1 / shorter.p)}." in shorter.words
    assert "at most 1 diary in 1,000." in witness(series(clear), given).words


def test_a_rest_day_and_a_single_possible_technique_are_no_bets():
    given = [advice(None, EVEN, block=0), advice("a", {"a": 1.0}, block=3), advice("b", EVEN, block=6)]
    found = witness(series(SCORES), given)
    assert found.blocks == 1
    assert found.evidence == pytest.approx(witness(series(SCORES), given[1:]).evidence)


def test_what_was_done_is_not_looked_at():
    given = plainly("abab")
    obeyed = series(SCORES)
    refused = Series(("a", "b"), START, SCORES, (frozenset(["b"]),) * (len(SCORES) + 1))
    assert witness(obeyed, given) == witness(refused, given)


def test_a_block_of_missed_mornings_says_nothing():
    found = witness(series([5.0, None, None, None]), [advice("a", EVEN, block=0)])
    assert (found.evidence, found.blocks) == (pytest.approx(1.0), 1)


def test_a_draw_that_is_not_among_its_chances_is_refused():
    with pytest.raises(TrialError, match=r"advice for 2026-01-05: 'c' was drawn.*restore"):
        witness(series(SCORES), [advice("c", EVEN, block=0)])


def test_a_diary_can_be_asked_for_it_with_the_draws_that_were_shown():
    days = tuple(Day(START + timedelta(days=k), pain) for k, pain in enumerate(SCORES) if pain is not None)
    diary = Diary("me", "First-step pain, 0-10", "lower", ("a", "b"), days)
    assert second_check(diary, plainly("abab")) == witness(series(SCORES), plainly("abab"))


def test_a_trial_can_be_asked_for_it():
    trial = Trial(["good", "bad"], seed=3)
    did = None
    for day in range(28):
        trial.record(3 if did == "good" else 7, did=did, on=START + timedelta(days=day))
        did = trial.advise().technique
    found = trial.witness()
    assert found == witness(trial.series, trial.advices)
    assert 0 < found.blocks <= 9
    assert found.evidence > 0.0
