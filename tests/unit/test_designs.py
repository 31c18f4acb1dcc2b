"""The bench of designs side by side: each design and analysis does what its name says."""

from collections import Counter

import numpy as np
import pytest
from bench.accuracy.designs import draws, engine
from bench.accuracy.designs.chance import PRIOR_MEAN, PRIOR_VARIANCE, VARIANCE, believed, best
from bench.accuracy.designs.compare import COMPARED, ENGINE, OTHERS, OURS, outcomes
from bench.accuracy.designs.lives import (
    MORNINGS,
    PAIRS,
    ROWS,
    TECHNIQUES,
    Mornings,
    Row,
    Used,
    lived,
    someone,
    used,
)
from bench.accuracy.designs.page import heading, page
from bench.accuracy.designs.reading import named, plain_means, welch, welch_pair
from bench.accuracy.designs.regression import ROWS as PAIR_ROWS
from bench.accuracy.designs.regression import fitted, regression
from bench.accuracy.designs.summary import Summary, _median, compare
from scipy import stats

from firststep.trial import find

HARD = Row("all-at-once", 0.6)


def simulated(effects, *, mornings, phi, missed=0.2, trend=-0.001, seed=3):
    """Mornings of a steady trend and AR(1) errors of sd 1, in random order."""
    generator = np.random.default_rng(seed)
    error = np.empty(mornings)
    error[0] = generator.standard_normal()
    for day in range(1, mornings):
        error[day] = phi * error[day - 1] + np.sqrt(1 - phi**2) * generator.standard_normal()
    technique = generator.integers(TECHNIQUES, size=mornings)
    score = 6.0 + trend * np.arange(mornings) + np.array(effects)[technique] + error
    seen = np.flatnonzero(generator.random(mornings) >= missed)
    return Used(seen, technique[seen], score[seen])


@pytest.mark.parametrize("phi", [-0.3, 0.0, 0.6])
def test_the_regression_recovers_the_differences_and_the_autocorrelation(phi):
    effects = np.array([0.0, -0.4, 0.3, -1.0])
    fit = fitted(simulated(effects, mornings=3000, phi=phi))
    assert fit.phi == pytest.approx(phi, abs=0.05)
    assert fit.mean - fit.mean[0] == pytest.approx(effects, abs=0.12)


def test_the_regression_is_least_squares_under_the_full_covariance_whatever_is_missing():
    told = simulated([0.0, -0.5, 0.5, 0.2], mornings=60, phi=0.5)
    fit = fitted(told)
    columns = np.column_stack([np.ones(len(told.day)), told.day, np.eye(TECHNIQUES)[told.technique][:, 1:]])
    correlation = fit.phi ** np.abs(told.day[:, None] - told.day)
    inverse = np.linalg.inv(correlation)
    covariance = np.linalg.inv(columns.T @ inverse @ columns)
    coefficients = covariance @ columns.T @ inverse @ told.score
    left = told.score - columns @ coefficients
    variance = left @ inverse @ left / fit.freedom
    assert fit.mean[1:] == pytest.approx(coefficients[2:])
    assert fit.covariance[1:, 1:] == pytest.approx(variance * covariance[2:, 2:])


def test_the_regressions_intervals_hold_the_truth_as_often_as_they_say():
    effects = np.array([0.0, 0.2, 0.5, 1.0])
    apart, held = PAIR_ROWS @ effects, []
    for seed in range(150):
        low, high = fitted(simulated(effects, mornings=84, phi=0.4, seed=seed)).intervals(0.9).T
        held += list((low <= apart) & (apart <= high))
    assert np.mean(held) == pytest.approx(0.9, abs=0.03)


def test_the_regression_claims_the_leader_only_when_it_is_clear():
    alike, clear = ([0.0] * TECHNIQUES, [0.0, 0.0, -3.0, 0.0])
    assert regression(simulated(alike, mornings=84, phi=0.4)).claim is None
    assert regression(simulated(clear, mornings=84, phi=0.4)).claim == 2


def test_welch_is_scipys():
    generator = np.random.default_rng(1)
    one, other = generator.normal(5, 1, 19), generator.normal(5.4, 2, 12)
    known = stats.ttest_ind(one, other, equal_var=False)
    pair = welch_pair(one, other)
    assert pair.p == pytest.approx(known.pvalue)
    assert (pair.low, pair.high) == pytest.approx(tuple(known.confidence_interval(0.9)))


def test_welch_says_nothing_of_a_technique_without_mornings():
    told = simulated([0.0, 0.0, 0.0, 0.0], mornings=40, phi=0.0)
    few = Used(
        told.day[told.technique > 0], told.technique[told.technique > 0], told.score[told.technique > 0]
    )
    reading = welch(few)
    assert reading.claim is None
    assert np.isnan(reading.intervals[:3]).all()
    assert not np.isnan(reading.intervals[3:]).any()


def test_pooled_intervals_of_two_samples_are_students():
    told = simulated([0.0, 1.0, 0.0, 0.0], mornings=50, phi=0.0)
    two = Used(*(part[told.technique < 2] for part in (told.day, told.technique, told.score)))
    known = stats.ttest_ind(two.of(0), two.of(1)).confidence_interval(0.9)
    assert plain_means(two).intervals[0] == pytest.approx(tuple(known))


def test_the_leader_is_named_when_it_beats_every_other():
    assert PAIRS == ((0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3))
    assert named(1, np.array([1.0, 0, 0, -1, -1, 0])) == 1
    assert named(1, np.array([1.0, 0, 0, -1, 0, 0])) is None


@pytest.mark.parametrize(
    ("design", "block"), [(draws.weekly, 7), (draws.three_day, 3), (draws.alternating, 7)]
)
def test_balanced_designs_are_balanced(design, block):
    propose = design(5)
    days = [propose(Mornings((5,) * (day + 1), ())) for day in range(MORNINGS)]
    assert Counter(days) == dict.fromkeys(range(TECHNIQUES), MORNINGS // TECHNIQUES)
    stretch = block * TECHNIQUES
    for start in range(0, MORNINGS, stretch):
        part = days[start : start + stretch]
        assert Counter(part) == dict.fromkeys(range(TECHNIQUES), block)
        assert all(len(set(part[k : k + block])) == 1 for k in range(0, stretch, block))


def test_halving_ends_with_one_of_equal_shares_in_each_round():
    life = lived(someone(Row("textbook", 1.0), 3), draws.halving(3))
    done = [day.did[0] for day in life.days]
    first = draws.rounds()[0]
    left = draws.survivors(life.mornings, 1)
    assert draws.rounds() == (36, MORNINGS)
    assert Counter(done[:first]) == dict.fromkeys(range(TECHNIQUES), first // TECHNIQUES)
    assert Counter(done[first:]) == dict.fromkeys(left, (MORNINGS - first) // 2)
    assert len(draws.survivors(life.mornings, draws.ROUNDS)) == 1


def test_halving_drops_the_techniques_with_the_higher_means():
    life = lived(someone(Row("textbook", 1.0), 3), draws.halving(3))
    early = Mornings(life.mornings.scores[:37], life.mornings.told[:37])
    means = used(early).means
    assert set(draws.survivors(life.mornings, 1)) == set(np.argsort(means)[:2])


def test_thompsons_posterior_is_the_conjugate_one():
    told = simulated([0.0, -1.0, 0.0, 1.0], mornings=30, phi=0.0)
    mean, sd = believed(told)
    for technique in range(TECHNIQUES):
        centre, variance = PRIOR_MEAN, PRIOR_VARIANCE
        for score in told.of(technique):  # one at a time
            gain = variance / (variance + VARIANCE)
            centre, variance = centre + gain * (score - centre), (1 - gain) * variance
        assert (mean[technique], sd[technique]) == pytest.approx((centre, np.sqrt(variance)))


def test_the_chance_of_being_best_is_that_of_many_draws():
    mean, sd = np.array([5.0, 5.3, 4.9, 6.0]), np.array([0.3, 0.2, 0.6, 3.0])
    drawn = np.random.default_rng(2).normal(mean, sd, (200_000, TECHNIQUES)).argmin(axis=1)
    chance = best(mean, sd)
    assert chance.sum() == pytest.approx(1.0)
    assert chance == pytest.approx(np.bincount(drawn) / len(drawn), abs=0.005)


@pytest.mark.parametrize("design", list(OTHERS))
def test_the_same_person_has_the_same_days_under_a_design(design):
    draw, _ = OTHERS[design]
    one, again, another = (lived(someone(HARD, number), draw(number)) for number in (4, 4, 5))
    assert one.days == again.days
    assert one.days != another.days


def test_people_differ_between_rows_in_nothing_but_their_effects():
    alike, apart = someone(Row("textbook", 0.0), 4), someone(Row("textbook", 1.0), 4)
    assert np.array_equal(alike.own_pain, apart.own_pain)
    assert np.array_equal(alike.missing, apart.missing)
    assert np.array_equal(alike.fate, apart.fate)
    assert np.ptp(alike.effects) == 0.0 < np.ptp(apart.effects)


def test_plain_analyses_use_scored_mornings_after_one_listed_technique():
    told = ((2,), (0, 1), (-1,), (), None, (3,), (1,), (0,))
    mornings = Mornings((7, 6, 5, 4, 3, 2, None, 1), told)
    kept = used(mornings)
    assert (kept.day.tolist(), kept.technique.tolist(), kept.score.tolist()) == ([1, 7], [2, 1], [6.0, 1.0])


def test_our_design_says_what_the_findings_say():
    ours = engine.Ours(6)
    life = lived(someone(Row("textbook", 0.6), 6), ours)
    known = find(engine.series(life.mornings))
    assert ours.reading.kind == known.choice.kind
    ends = np.array([(pair.low, pair.high) for pair in known.contrasts])
    assert ours.reading.intervals == pytest.approx(ends, abs=0.01)
    assert [look.morning for look in ours.looks] == list(range(1, MORNINGS + 1))


def test_others_mornings_are_looked_at_weekly_with_the_same_last_word():
    life = lived(someone(HARD, 6), draws.weekly(6))
    reading, known = engine.read(life.mornings), find(engine.series(life.mornings))
    assert reading.kind == known.choice.kind
    assert reading.answered is None or reading.answered % 7 == 0


def test_the_same_person_has_the_same_outcomes():
    one, again = (outcomes((HARD, 2)) for _ in range(2))
    assert [(x.avoidable, x.regret, x.right, x.wrong, x.covered) for x in one] == [
        (x.avoidable, x.regret, x.right, x.wrong, x.covered) for x in again
    ]


def test_no_answer_is_later_than_any():
    assert _median([None, 12, 40]) == 40
    assert _median([None, None, 40]) == np.inf


def test_the_comparison_runs_and_its_page_has_every_row():
    rows = list(compare(2))
    text = page(rows, 2, "designs.svg")
    assert [row for row, _ in rows] == list(ROWS)
    assert text.splitlines()[2].startswith("Written by `python -m bench.accuracy.designs.run 2`")
    for row, summaries in rows:
        assert [(one.design, one.analysis) for one in summaries] == list(COMPARED)
        assert f"\n## {heading(row)}\n" in text
        assert all((one.right is None) == (not row.apart) for one in summaries if one.analysis != "survivor")
    for design, analysis in COMPARED:
        assert text.count(f"| {design} | {analysis} |") == len(ROWS)
    assert (OURS, ENGINE) in COMPARED


def test_the_picture_of_the_same_numbers_is_the_same_file(tmp_path):
    pytest.importorskip("matplotlib")
    from bench.accuracy.designs.picture import draw  # noqa: PLC0415

    rows = [(row, [made_up(k, named, row) for k, named in enumerate(COMPARED)]) for row in ROWS[:2]]
    for name in ("one.svg", "two.svg"):
        draw(rows, tmp_path / name)
    text = (tmp_path / "one.svg").read_text()
    assert text == (tmp_path / "two.svg").read_text()
    assert "dc:date" not in text


def made_up(place, named, row):
    """A summary of nobody."""
    return Summary(
        design=named[0],
        analysis=named[1],
        avoidable=20.0 + place,
        ratio=None,
        regret=0.1,
        right=0.02 * place if row.apart else None,
        wrong=0.03 * place,
        alike=None,
        safe=None,
        answered=84,
        coverage=0.9,
        called=None,
        called_wrong=None,
    )
