"""The mornings, the level under them, and the worst pain that was asked about."""

from firststep.care import taken
from firststep.care.measuring import WORST
from firststep.reports.fhir.case import Case
from firststep.reports.fhir.codes import PAIN, Code, Json, concept, ours
from firststep.reports.fhir.values import component, interval, moment, period, quantity, rounded
from firststep.trial import Estimate
from firststep.trial.yardsticks import FEWEST_MORNINGS

A_DAY = 86_400_000
"""Milliseconds."""


def mornings(case: Case) -> list[Json]:
    """An observation a scored morning, and how many there are.

    A missed morning is left out: nobody knows whether it was asked about, and `diary` says of how
    many days the rest were missed.
    """
    diary, told = case.known.diary, case.known.standing.mornings
    assert diary is not None
    scores = [
        case.observation(
            f"{Code.FIRST_STEP}/{day.on}",
            concept(PAIN, ours(Code.FIRST_STEP)),
            day.on,
            issued=moment(told[day.on].happened),
            valueQuantity=quantity(int(day.pain)),
        )
        for day in diary.days
        if day.pain is not None
    ]
    return [_kept(case), *scores]


def _kept(case: Case) -> Json:
    diary = case.known.diary
    assert diary is not None
    return case.observation(
        Code.DIARY,
        concept(ours(Code.DIARY)),
        effectivePeriod=period(diary.days[0].on, diary.days[-1].on),
        component=[
            component(Code.SCORED, valueInteger=diary.scored),
            component(Code.DAYS, valueInteger=len(diary.days)),
        ],
    )


def levels(case: Case) -> list[Json]:
    """The level on the first morning and on the last; none where the page says that they are too few."""
    diary, findings = case.known.diary, case.known.findings
    if diary is None or findings is None or findings.mornings - findings.missing < FEWEST_MORNINGS:
        return []
    level, found = findings.level, []
    for at in dict.fromkeys((0, len(diary.days) - 1)):
        here = Estimate(float(level.mean[at]), 0.0, float(level.low[at]), float(level.high[at]))
        found.append(
            case.estimate(
                f"{Code.LEVEL}/{diary.days[at].on}",
                Code.LEVEL,
                effectiveDateTime=diary.days[at].on.isoformat(),
                valueQuantity=quantity(rounded(here.mean)),
                component=interval(here),
            )
        )
    return found


def every_level(case: Case) -> list[Json]:
    """The line that the page draws, with its band: three numbers a morning."""
    diary, findings = case.known.diary, case.known.findings
    if not levels(case) or diary is None or findings is None:
        return []
    level = findings.level
    data = " ".join(
        f"{rounded(float(number))}"
        for morning in zip(level.mean, level.low, level.high, strict=True)
        for number in morning
    )
    drawn = {"origin": quantity(0), "period": A_DAY, "dimensions": 3, "data": data}
    days = period(diary.days[0].on, diary.days[-1].on)
    return [case.estimate(Code.LEVELS, Code.LEVELS, effectivePeriod=days, valueSampledData=drawn)]


def worsts(case: Case) -> list[Json]:
    """The worst pain of seven days, each time that it was told."""
    return [
        case.observation(
            f"{Code.WORST}/{time.on}",
            concept(PAIN, ours(Code.WORST)),
            time.on,
            valueQuantity=quantity(int(time.answers[0][1])),
        )
        for time in taken(case.known.standing, WORST)
    ]
