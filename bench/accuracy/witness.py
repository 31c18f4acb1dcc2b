"""How much the second witness sees: the share of virtual people at p <= 0.05 by day 84.

    python -m bench.accuracy.witness [people in each row, 100]

Textbook people with four techniques, under even draws and under the engine's own. Prints the
table of docs/explanation/witness.md. Each bet expects a pay of 1 where nothing differs, so the
mean of the product there should be near 1, as far as so skewed a number can be averaged.
"""

import sys
from datetime import timedelta

import numpy as np

from firststep.cohort.life import live
from firststep.cohort.lived import NAMES, START, Row, somebody
from firststep.cohort.many import over_all_cores
from firststep.cohort.rows import ALIKE, LARGE, SMALL
from firststep.trial import Advice, Trial
from firststep.trial.allocation import BLOCK_DAYS
from firststep.trial.proof.witness import AGREES_AT, Witness, witness
from firststep.trial.yardsticks import ENGINE_VERSION

FOUR = NAMES[:4]
Task = tuple[float, bool, int]


def one(task: Task) -> Witness:
    """The witness's say at the end of one life. A task: sd of the effects, even draws or not, number."""
    apart, even, seed = task
    trial = Trial(FOUR, seed=seed)
    generator = np.random.default_rng([seed, 1])
    given: list[Advice] = []

    def advised(day: int, score: int | None) -> int:
        on = START + timedelta(days=day)
        trial.record(score, did=given[-1].did if given else None, on=on)
        given.append(_even(given, day, generator) if even else trial.advise())
        return FOUR.index(str(given[-1].technique))

    for _ in live(somebody(Row("textbook", apart), seed), advised):
        pass
    return witness(trial.series, given)


def _even(given: list[Advice], day: int, generator: np.random.Generator) -> Advice:
    """A draw with even chances for each block."""
    on, first = START + timedelta(days=day), START + timedelta(days=day - day % BLOCK_DAYS)
    technique = given[-1].technique if on != first else FOUR[generator.integers(len(FOUR))]
    return Advice(
        technique=technique,
        on=on,
        chances=dict.fromkeys(FOUR, 1.0 / len(FOUR)),
        usual_days=0.0,
        allowed=FOUR,
        rested=(),
        block=first,
        days=BLOCK_DAYS,
        cut_off=first,
        engine=ENGINE_VERSION,
        seed=0,
    )


def main() -> None:
    people = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    print("| effects differ by an sd of | even draws | the engine's draws |")
    print("|---|---|---|")
    for apart in (SMALL, LARGE, ALIKE):
        cells = []
        for even in (True, False):
            said = list(over_all_cores(one, [(apart, even, seed) for seed in range(people)]))
            cell = f"{np.mean([each.p <= AGREES_AT for each in said]):.2f}"
            mean = np.mean([each.evidence for each in said])
            cells.append(cell if apart else f"{cell} (mean of the product {mean:.2f})")
        print(f"| {f'{apart:g} points' if apart else 'nothing'} | {cells[0]} | {cells[1]} |", flush=True)


if __name__ == "__main__":
    main()
