"""Virtual people: each kind does what it says, and the same person lives the same life."""

import json
from dataclasses import replace

import numpy as np
import pytest

from firststep.cohort.believed import believed
from firststep.cohort.kinds import KINDS
from firststep.cohort.life import OTHER, live, truth
from firststep.cohort.lived import NAMES, START, Design, Row, lived, somebody
from firststep.cohort.many import live_all
from firststep.cohort.world import Acting, World, person
from firststep.errors import OutputError
from firststep.trial import Trial

EFFECTS = (-1.0, 0.0, 0.5)
QUIET = World(
    level=(6.0, 6.0),
    recovery=(0.0, 0.0),
    residual=(0.0, 0.0),
    wander=(0.0, 0.0),
    missed=0.0,
    carry_over=(0.5, 0.5),
)


def lived_with(world, *, days=84, always=0, seed=1):
    who = person(world, EFFECTS, days, np.random.default_rng(seed))
    return who, list(live(who, lambda day, score: always))


def scores(days):
    return [day.score for day in days if day.score is not None]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_lives_within_the_scale_and_the_same_way_twice(kind):
    who, days = lived_with(KINDS[kind])
    assert set(scores(days)) <= set(range(11))
    assert len(days) == who.last
    assert lived_with(KINDS[kind])[1] == days


def test_an_effect_reaches_its_size_when_done_daily():
    assert scores(lived_with(QUIET, always=0)[1])[-1] == 5
    assert scores(lived_with(QUIET, always=1)[1])[-1] == 6


def test_building_up_takes_a_fortnight():
    world = replace(QUIET, level=(6.4, 6.4), acting=Acting.BUILDING)
    told = scores(lived_with(world, always=0)[1])
    assert told[4] == 6
    assert told[14:] == [5] * len(told[14:])


def test_what_wears_off_is_worth_the_mean_over_its_uses():
    who, days = lived_with(replace(QUIET, acting=Acting.WEARING_OFF, wears_off=(20.0, 20.0)), always=0)
    assert -1.0 < truth(who, days)[0] < -0.2
    assert truth(who, days)[1] == 0.0


def test_flares_come_and_go_and_heavy_tails_jump():
    calm = np.concatenate([lived_with(QUIET, seed=s)[0].own_pain for s in range(30)])
    flaring = np.concatenate([lived_with(replace(QUIET, flares=0.04), seed=s)[0].own_pain for s in range(30)])
    assert flaring.max() > calm.max() + 1.5
    assert np.median(flaring) < calm.max() + 0.3
    usual = replace(QUIET, residual=(0.8, 0.8))
    normal, heavy = (
        np.concatenate([lived_with(replace(usual, tails=t), seed=s)[0].own_pain - 6 for s in range(60)])
        for t in (None, 3)
    )
    kurtosis = [float((x**4).mean() / (x**2).mean() ** 2) for x in (normal, heavy)]
    assert kurtosis[0] == pytest.approx(3.0, abs=0.4)
    assert kurtosis[1] > 4.5


def test_the_residual_has_its_sd_and_autocorrelation():
    world = replace(QUIET, residual=(0.8, 0.8), autocorrelation=(0.4, 0.4))
    pain = person(world, EFFECTS, 20_000, np.random.default_rng(1)).own_pain - 6
    assert pain.std() == pytest.approx(0.8, abs=0.03)
    assert np.corrcoef(pain[1:], pain[:-1])[0, 1] == pytest.approx(0.4, abs=0.03)


def test_a_week_repeats_itself_and_adds_nothing():
    pain = lived_with(replace(QUIET, rhythm=(0.5, 0.5)))[0].own_pain
    assert pain[7:14] == pytest.approx(pain[:7])
    assert pain[:7].mean() == pytest.approx(6.0)
    assert pain.max() - pain.min() == pytest.approx(1.0)


@pytest.mark.parametrize(("tilt", "higher"), [(0.8, False), (-0.8, True)])
def test_mornings_are_missed_by_pain(tilt, higher):
    world = replace(QUIET, residual=(1.5, 1.5), missed=0.3, missed_by_pain=tilt)
    kept, all_of_them = [], []
    for seed in range(40):
        who, days = lived_with(world, always=1, seed=seed)
        kept += scores(days)
        all_of_them += list(who.own_pain)
    assert (np.mean(kept) > np.mean(all_of_them)) == higher


def test_who_does_not_follow_does_other_things_and_forgets_to_tell():
    world = replace(QUIET, followed=0.6, other=0.1, several=0.1, untold=0.1)
    days = [day for seed in range(40) for day in lived_with(world, seed=seed)[1]]
    done = [day.did for day in days]
    assert np.mean([OTHER in did for did in done]) == pytest.approx(0.1, abs=0.02)
    assert np.mean([len(did) == 2 for did in done]) == pytest.approx(0.07, abs=0.03)
    assert np.mean([day.told is None for day in days]) == pytest.approx(0.1, abs=0.02)
    assert np.mean([0 in did for did in done]) < 0.75


def test_the_loop_gives_the_draws_that_a_trial_gives():
    row = Row("non-adherence", usual_days=1 / 7, mornings=40)
    days = []
    lived(row, 3, days)
    trial = Trial(NAMES[:4], usual_days=1 / 7, seed=3)
    told = None
    for number, day in enumerate(days):
        trial.record(day.score, did=told, on=START if not number else None)
        drawn = trial.advise().technique
        assert drawn == (None if day.advised is None else NAMES[day.advised]), number
        told = None if day.told is None else ["other" if k == OTHER else NAMES[k] for k in day.told]


def test_a_weekly_design_does_each_technique_once_in_a_round():
    days = []
    lived(Row("plain", design=Design.WEEKLY, mornings=28), 1, days)
    weeks = [{day.advised for day in days[k : k + 7]} for k in range(0, 28, 7)]
    assert all(len(week) == 1 for week in weeks)
    assert set.union(*weeks) == {0, 1, 2, 3}


def test_a_first_week_tries_each_once_and_goes_on_in_blocks():
    row, days = Row("plain", mornings=30, first_week=True), []
    lived(row, 5, days)
    assert sorted(day.advised for day in days[:4]) == [0, 1, 2, 3]
    assert all(len({day.advised for day in days[k : k + 3]}) == 1 for k in range(6, 27, 3))
    assert row.name == "plain, 4 techniques, sd 0.6, 30 mornings, first week"


def test_what_was_not_done_in_a_first_week_is_tried_later_in_it():
    """Somebody who does not always follow: nothing is drawn again that was done, or not told of."""
    days = []
    lived(Row("non-adherence", mornings=16, first_week=True), 3, days)
    tried = set()
    for number, day in enumerate(days[:7]):
        if len(tried) == 4:
            break
        assert day.advised not in tried, number
        tried |= {day.advised} if day.told is None else {k for k in day.told if k >= 0}


def test_people_drawn_from_the_priors_are_as_alike_as_the_prior_says():
    apart = [np.ptp(believed(4, 14, np.random.default_rng(seed)).effects) for seed in range(2000)]
    assert np.mean(np.array(apart) < 0.08) == pytest.approx(0.25, abs=0.04)


def test_lives_are_the_same_on_any_number_of_cores_and_after_a_stop(tmp_path):
    tasks = [(Row("plain", mornings=16), seed) for seed in range(6)]
    kept = tmp_path / "lives.jsonl"
    whole = live_all(tasks, cores=2)
    live_all(tasks[:3], kept=kept, cores=1)
    kept.write_text(kept.read_text() + '{"engine": "2.1", "row"')  # cut short by a stop
    heard = []
    assert live_all(tasks, kept=kept, cores=1, told=lambda *counts: heard.append(counts)) == whole
    assert heard == [(4, 6), (5, 6), (6, 6)]
    assert len(kept.read_text().splitlines()) == 6


@pytest.mark.parametrize("line", ["nonsense", json.dumps({"row": "x", "seed": 1, "engine": "0.1"})])
def test_a_file_of_other_lives_is_refused_by_line_or_engine(tmp_path, line):
    kept = tmp_path / "lives.jsonl"
    kept.write_text(line + "\n")
    with pytest.raises(OutputError, match=r"lives\.jsonl"):
        live_all([(Row("plain", mornings=16), 0)], kept=kept)
    assert kept.read_text() == line + "\n"


def test_one_technique_alone_lives_with_rest_days():
    life = lived(Row("plain", techniques=1, usual_days=0.25, mornings=28), 1)
    assert life.marks[-1]["contrasts"] == []
    assert life.answer is None


def test_the_same_seed_is_the_same_person_under_another_design():
    ours, weekly = (somebody(Row("flares", design=design), 5) for design in Design)
    assert np.array_equal(ours.own_pain, weekly.own_pain)
    assert np.array_equal(ours.effects, weekly.effects)
