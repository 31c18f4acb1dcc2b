"""Real N-of-1 trials: the published effects, made again, and ours beside them.

The published ones are called least squares with autoregressive errors. They are ordinary
least squares without the first day, arm of the same day, sign of control minus
intervention; that is shown here to their last digit. Ours differ by design, and
docs/explanation/studyu.md says why, row by row.
"""

import csv

import numpy as np
import pytest

from firststep import read_diaries
from firststep.care import ArmOf, analyse

INTERVENTION = {
    "tea": "Herbal tea",
    "herbal": "Herbal tea",
    "noise": "Noise",
    "window": "Cold temperature",
}


def published(folder):
    with (folder / "published_individual_glsar.csv").open() as file:
        return list(csv.DictReader(file))


def answers(folder, trial, person):
    """Scores and arms of every answer, oldest first, doubles kept, as the authors had them."""
    with (folder / f"measurements_{trial}.csv").open() as file:
        rows = [
            r for r in csv.DictReader(file) if r["participant_id"] == person and r["is_survey1"] == "true"
        ]
    rows.sort(key=lambda row: row["measurement_time"])
    return [
        (float(r["survey1_question1_response"]), r["current_intervention_name"] == INTERVENTION[trial])
        for r in rows
    ]


def test_the_published_effects_are_least_squares_without_the_first_day(studyu):
    for row in published(studyu):
        scores, treated = map(
            np.array, zip(*answers(studyu, row["trial"], row["participant"])[1:], strict=True)
        )
        assert len(scores) == int(row["n"])
        assert scores[treated].mean() == pytest.approx(float(row["const"]), abs=5e-5)
        effect = scores[~treated].mean() - scores[treated].mean()
        assert effect == pytest.approx(float(row["effect"]), abs=5e-5)


def test_ours_agree_with_the_published_within_their_own_uncertainty(studyu):
    """Same alignment, same sign: no effect differs by more than two published standard errors."""
    for row in published(studyu):
        diaries = read_diaries(studyu / f"measurements_{row['trial']}.csv")
        diary = next(d for d in diaries if d.person == row["participant"])
        control = next(name for name in diary.techniques if name != INTERVENTION[row["trial"]])
        ours = analyse(diary, arm_of=ArmOf.SAME_DAY).contrast(control, INTERVENTION[row["trial"]])
        assert abs(ours.mean - float(row["effect"])) < 2 * float(row["se"])
        assert ours.low < float(row["effect"]) + float(row["se"])
        assert ours.high > float(row["effect"]) - float(row["se"])
