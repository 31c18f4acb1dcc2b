"""Two phones, two tabs each, a bad network and a server that is killed: nothing is lost, nothing doubled.

A seeded slice of `bench/durability/interleavings.py`, which runs a thousand.
"""

import pytest
from bench.durability import interleavings

SLICE = 20


@pytest.mark.parametrize("seed", [101, 102])
def test_whatever_comes_between_each_thing_told_is_kept_once_and_shown_on_both_phones(chromium, seed):
    report = interleavings.run(chromium, SLICE, seed=seed)
    assert report.startswith(f"{SLICE} interleavings")
    for step in ("tap", "tell", "network", *interleavings.Fate, "taps that told", "read anew", "close"):
        assert f"\n{step}: " in report, f"the slice never came to: {step}"
