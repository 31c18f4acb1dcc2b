"""The mixture against long NUTS runs of the same model, written a second time.

`nuts.json` holds what they said; `python -m bench.reference.nuts` makes it again.
"""

import json
from pathlib import Path

import pytest

from firststep import analyse, read_diary

HERE = Path(__file__).parent
NUTS = json.loads((HERE / "nuts.json").read_text())


def test_every_diary_has_its_draws():
    assert {path.stem for path in (HERE / "diaries").glob("*.csv")} == set(NUTS)
    assert all(said["divergences"] == 0 for said in NUTS.values())


@pytest.mark.parametrize("name", sorted(NUTS))
def test_effects_are_those_of_a_long_nuts_run(name):
    """Means within 0.03 points, sds within 5%, chances of being best within 0.03."""
    effects = analyse(read_diary(HERE / "diaries" / f"{name}.csv")).effects.values()
    assert [effect.mean for effect in effects] == pytest.approx(NUTS[name]["mean"], abs=0.03)
    assert [effect.sd for effect in effects] == pytest.approx(NUTS[name]["sd"], rel=0.05)
    assert [effect.chance_best for effect in effects] == pytest.approx(NUTS[name]["chance_best"], abs=0.03)
