"""The change in the weeks before, worked out a second way: by adding up over a grid, without algebra."""

import numpy as np
import pytest
from scipy.stats import norm

from firststep.care.triggers.change import LEAST_SPREAD, WIDTH, change, fits, rises

WEEKS = np.log([7000, 7400, 6800, 7100, 7300, 6900, 7200, 7000, 9800, 9100, 10300, 9600])
HOLE = np.where(np.arange(12) == 3, np.nan, WEEKS)


def heights(weeks, k, spreads, levels, sizes):
    """The chance of the weeks with a change at k, added up over level and size, and without one."""
    known = ~np.isnan(weeks)
    y, x = weeks[known], (np.arange(12) >= k)[known].astype(float)
    least = -len(y) * LEAST_SPREAD**2 / (2 * spreads**2)  # as if each week had strayed by so much more
    with_, without = np.zeros((len(spreads), len(sizes))), np.zeros(len(spreads))
    for i, s in enumerate(spreads):
        grid = y[:, None, None] - levels[None, :, None] - sizes[None, None, :] * s * x[:, None, None]
        chance = np.exp(norm.logpdf(grid, scale=s).sum(axis=0) + least[i])
        with_[i] = chance.sum(axis=0) * norm.pdf(sizes, scale=WIDTH) * (sizes[1] - sizes[0]) / s
        flat = norm.logpdf(y[:, None] - levels[None, :], scale=s).sum(axis=0) + least[i]
        without[i] = np.exp(flat).sum() / s
    step = np.gradient(spreads)
    return with_, without, step


@pytest.mark.parametrize("weeks", [WEEKS, HOLE], ids=["all weeks", "one unknown"])
@pytest.mark.parametrize("k", [6, 8, 11])
def test_the_height_of_each_place(weeks, k):
    spreads = np.exp(np.linspace(np.log(0.01), np.log(1.0), 45))
    levels = np.linspace(8.2, 9.8, 320)
    sizes = np.linspace(-16, 16, 321)
    with_, without, step = heights(weeks, k, spreads, levels, sizes)
    expected = np.log((with_.sum(axis=1) * step).sum() / (without * step).sum())
    assert fits(weeks[None, :]).height[0, k - 6] == pytest.approx(expected, abs=0.02)


def test_the_size_of_a_change():
    """The mixture over places, by drawing from it."""
    found = fits(WEEKS[None, :])
    weight = np.exp(found.height[0] - found.height[0].max())
    rng = np.random.default_rng(1)
    places = rng.choice(6, 200_000, p=weight / weight.sum())
    drawn = found.middle[0, places] + found.scale[0, places] * rng.standard_t(found.freedom[0, places])
    low, middle, high = np.exp(np.quantile(drawn, (0.1, 0.5, 0.9)))
    told = change(WEEKS)
    assert (told.low, told.size, told.high) == pytest.approx((low, middle, high), rel=0.005)


def test_where_the_change_lies():
    told = change(WEEKS)
    assert max(told.places, key=told.places.get) == 4
    assert told.probability > 0.95


def test_the_evidence_of_a_rise_is_that_of_a_fall_turned_over():
    up, down = rises(fits(np.stack([WEEKS, -WEEKS])))
    assert up > 2
    assert down < 0


def test_too_few_weeks_have_no_change():
    assert change(np.where(np.arange(12) < 5, np.nan, WEEKS)) is None


def test_constant_weeks_have_no_change():
    told = change(np.full(12, 9.0))
    assert told.probability < 0.5
    assert told.low < 1 < told.high
