"""What the engine promises, as numbers that lives can keep or break."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from math import isnan

from firststep.cohort import rows, score
from firststep.cohort.lived import Row
from firststep.cohort.score import Life, Rate
from firststep.trial.yardsticks import FOUND_AT, HELPS_AT

Lives = Mapping[Row, list[Life]]


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise.

    target
        In words.
    value
        What the lives say, in words.
    kept
        Whether it was kept; None where too few lives say anything.
    """

    what: str
    target: str
    value: str
    kept: bool | None


def promises(lives: Lives) -> list[Promise]:
    """Every promise over every row; none is judged on fewer than ENOUGH people a row."""
    all_of_them = [
        *_coverage(lives),
        *_calibration(lives),
        *_found(lives),
        *_answers(lives),
        _helps(lives),
        *_avoidable(lives),
        *_reliable(lives),
    ]
    few = min(len(people) for people in lives.values()) < ENOUGH
    return [replace(promise, kept=None) if few else promise for promise in all_of_them]


def _all(lives: Lives, group: tuple[Row, ...], count: Callable[[list[Life]], Rate]) -> Rate:
    return sum((count(lives[row]) for row in group), Rate(0, 0))


def _least(lives: Lives, group: tuple[Row, ...], count: Callable[[list[Life]], Rate]) -> tuple[float, Row]:
    """The lowest share of a group, and where; rows with fewer than ENOUGH cases are left out."""
    shares = [(count(lives[row]).share, row) for row in group if count(lives[row]).of >= ENOUGH]
    return min(shares, key=lambda each: each[0]) if shares else (float("nan"), group[0])


def _where(least: float, row: Row) -> str:
    return "no kind has enough cases" if isnan(least) else f"{least:.1%} ({row.kind})"


ENOUGH = 20
"""Cases below which a share says nothing."""

COVERED = (0.87, 0.95)
COVERED_EACH = 0.84
FOUND_FALSE = 0.05
FOUND_RIGHT, FOUND_RIGHT_EACH = 0.96, 0.90
FOUND_SMALL, FOUND_LARGE = 0.40, 0.65
ANSWER_BY = 42
ALIKE_RIGHT = 0.90
HELPS_FALSE = 0.05
AVOIDABLE_SMALL, AVOIDABLE_LARGE = 0.60, 0.45
NO_WORSE = 0.02
"""Points by which a final choice may be worse and still be called no worse: the noise of 300 lives."""
STATED, HAPPENS = (0.75, 0.85), (0.75, 0.85)
UNIFORM = 0.01
"""Chance, were the ranks uniform, below which they are called uneven."""


def _coverage(lives: Lives) -> list[Promise]:
    over_all = _all(lives, rows.DIFFER, score.contrasts_covered).share
    least, where = _least(lives, rows.DIFFER, score.contrasts_covered)
    rest = _all(lives, rows.WITH_REST_DAYS, score.effects_covered).share
    return [
        Promise(
            "90% intervals of contrasts hold the truth, all kinds",
            f"{COVERED[0]:.0%} to {COVERED[1]:.0%}",
            f"{over_all:.1%}",
            COVERED[0] <= over_all <= COVERED[1],
        ),
        Promise(
            "the same in the worst kind",
            f"at least {COVERED_EACH:.0%}",
            _where(least, where),
            least >= COVERED_EACH,
        ),
        Promise(
            "90% intervals of effects against nothing, with rest days",
            f"at least {COVERED[0]:.0%}",
            f"{rest:.1%}",
            rest >= COVERED[0],
        ),
    ]


def _calibration(lives: Lives) -> list[Promise]:
    out = []
    for name, which in (("contrasts", True), ("effects", False)):
        chance = score.ranks_even(lives[rows.AS_BELIEVED[0]], contrasts=which)
        out.append(
            Promise(
                f"ranks of the true {name}, people drawn from the priors, draws in the loop",
                "uniform",
                f"chi-squared p = {chance:.2f}",
                chance >= UNIFORM,
            )
        )
    return out


def _found(lives: Lives) -> list[Promise]:
    def told(group: list[Life]) -> Rate:
        return score.found(group, FOUND_AT)

    def right(group: list[Life]) -> Rate:
        return score.found_right(group, FOUND_AT)

    alike = rows.NO_DIFFERENCE
    false, most = _all(lives, alike, told), max((told(lives[row]).share, row.name) for row in alike)
    kept, (least, where) = _all(lives, rows.DIFFER, right), _least(lives, rows.DIFFER, right)
    few = [(row.kind, right(lives[row])) for row in rows.DIFFER if 0 < right(lives[row]).of < ENOUGH]
    small, large = (told(lives[row]).share for row in rows.STANDARD[1:])
    return [
        Promise(
            "`found` when all are alike, looking daily for 84 mornings",
            f"at most {FOUND_FALSE:.0%}",
            f"{false.share:.1%}; most in one row {most[0]:.1%} ({most[1]})",
            false.share <= FOUND_FALSE,
        ),
        Promise(
            "`found` is right where techniques differ, all kinds",
            f"at least {FOUND_RIGHT:.0%}",
            f"{kept.share:.1%} of {kept.of}",
            kept.share >= FOUND_RIGHT,
        ),
        Promise(
            f"the same in the worst kind of those with {ENOUGH} cases or more; the others beside it",
            f"at least {FOUND_RIGHT_EACH:.0%}",
            _where(least, where) + "".join(f"; {kind} {rate.hits} of {rate.of}" for kind, rate in few),
            None if isnan(least) else least >= FOUND_RIGHT_EACH,
        ),
        Promise(
            "`found` by morning 84, sd 0.6",
            f"at least {FOUND_SMALL:.0%}",
            f"{small:.1%}",
            small >= FOUND_SMALL,
        ),
        Promise(
            "`found` by morning 84, sd 1.0",
            f"at least {FOUND_LARGE:.0%}",
            f"{large:.1%}",
            large >= FOUND_LARGE,
        ),
    ]


def _answers(lives: Lives) -> list[Promise]:
    everybody = [life for row in rows.STANDARD for life in lives[row]]
    each = ", ".join(
        f"{_morning(score.answer_morning(lives[row]))} at sd {row.apart:g}" for row in rows.STANDARD
    )
    middle = score.answer_morning(everybody)
    right, believed = score.alike_right(everybody), score.alike_right(lives[rows.AS_BELIEVED[0]])
    return [
        Promise(
            "median morning of any answer, sd 0, 0.6 and 1.0 in equal parts",
            f"at most {ANSWER_BY}",
            f"{_morning(middle)} ({each})",
            middle <= ANSWER_BY,
        ),
        Promise(
            "`no-difference` is right, the same people",
            f"at least {ALIKE_RIGHT:.0%}",
            f"{right.share:.1%} of {right.of}",
            right.share >= ALIKE_RIGHT if right.of >= ENOUGH else None,
        ),
        Promise(
            "`no-difference` is right, people drawn from the priors",
            f"at least {ALIKE_RIGHT:.0%}",
            f"{believed.share:.1%} of {believed.of}",
            believed.share >= ALIKE_RIGHT if believed.of >= ENOUGH else None,
        ),
    ]


def _helps(lives: Lives) -> Promise:
    false = _all(lives, rows.NOTHING_HELPS, lambda group: score.helps_yes(group, HELPS_AT))
    return Promise(
        "`helps: yes` when nothing helps, with rest days",
        f"at most {HELPS_FALSE:.0%}",
        f"{false.share:.1%}",
        false.share <= HELPS_FALSE,
    )


def _avoidable(lives: Lives) -> list[Promise]:
    out = []
    targets = (AVOIDABLE_SMALL, AVOIDABLE_LARGE)
    for ours, weekly, most in zip(rows.STANDARD[1:], rows.WEEKLY, targets, strict=True):
        share = score.avoidable(lives[ours]) / score.avoidable(lives[weekly])
        regret = score.final_regret(lives[ours]), score.final_regret(lives[weekly])
        out.append(
            Promise(
                f"avoidable pain against randomised weekly blocks, sd {ours.apart:g}; final choice no worse",
                f"at most {most:.2f}",
                f"{share:.2f}; last leader {regret[0]:.3f} points off the best, weekly {regret[1]:.3f}",
                share <= most and regret[0] <= regret[1] + NO_WORSE,
            )
        )
    return out


def _reliable(lives: Lives) -> list[Promise]:
    believed = lives[rows.AS_BELIEVED[0]]
    differ = [life for row in rows.STANDARD[1:] for life in lives[row]]
    ahead = [life for row in rows.FORECAST for life in lives[row]]
    said = f"{HAPPENS[0]:.0%} to {HAPPENS[1]:.0%}"
    cases = (
        ("leader's chance of being best, people drawn from the priors", score.leader_best(believed, *STATED)),
        ("chance of being the better of two, the same people", score.pair_better(believed, *STATED)),
        ("leader's chance of being best, sd 0.6 and 1.0 alone", score.leader_best(differ, *STATED)),
        ("80% forecast of mornings to go, `not within 84` included", score.forecasts(ahead)),
    )
    return [
        Promise(
            f"stated 80% happens: {what}",
            said,
            f"{rate.share:.1%} of {rate.of}",
            HAPPENS[0] <= rate.share <= HAPPENS[1] if rate.of >= ENOUGH else None,
        )
        for what, rate in cases
    ]


def _morning(value: float) -> str:
    return "none by the end" if value >= score.NEVER / 2 else f"{value:.0f}"
