"""The people that the engine is judged on: which rows, and what each is for."""

from firststep.cohort.kinds import KINDS
from firststep.cohort.lived import BELIEVED, Design, Row

REST = 1 / 7
"""Share of usual days where there are any."""

ALIKE, SMALL, LARGE = 0.0, 0.6, 1.0
"""Sds of the techniques' true effects, points."""

LONG = 168
"""Mornings of the rows that forecasts are judged on: twelve weeks, and as many ahead."""

STANDARD = tuple(Row("textbook", apart) for apart in (ALIKE, SMALL, LARGE))
WEEKLY = tuple(Row("textbook", apart, design=Design.WEEKLY) for apart in (SMALL, LARGE))
BREAKING = tuple(Row(kind, SMALL) for kind in KINDS if kind != "textbook")
"""Techniques differ, in every kind of life."""

ALL_ALIKE = tuple(
    Row(kind, ALIKE)
    for kind in (
        "plain",
        "flares",
        "weekly",
        "step",
        "non-adherence",
        "build-up",
    )
)
NOTHING_HELPS = (
    Row("textbook", ALIKE, common=0.0, usual_days=REST),
    Row("plain", ALIKE, common=0.0, usual_days=REST),
    Row("flares", ALIKE, common=0.0, usual_days=REST),
)
WITH_REST_DAYS = (
    Row("textbook", ALIKE, common=-1.5, usual_days=REST),
    Row("plain", SMALL, common=None, usual_days=REST),
)
COUNTS = (
    Row("plain", SMALL, techniques=1, common=None, usual_days=0.25),
    Row("plain", SMALL, techniques=2),
    Row("plain", SMALL, techniques=3),
    Row("plain", SMALL, techniques=8),
)
ONE_HARMS = (Row("plain", shape=(-0.3, -0.3, -0.3, 1.0)),)
AS_BELIEVED = (Row(BELIEVED),)
NO_DIFFERENCE = (STANDARD[0], *ALL_ALIKE, *NOTHING_HELPS, WITH_REST_DAYS[0])
"""Every row of twelve weeks in which all techniques are alike."""

DIFFER = (*STANDARD[1:], *BREAKING)
"""Every row of four techniques that differ by a normal distribution, without rest days."""

FORECAST = tuple(Row("plain", apart, mornings=LONG) for apart in (ALIKE, SMALL, LARGE))

ALL = (
    *STANDARD,
    *WEEKLY,
    *BREAKING,
    *ALL_ALIKE,
    *NOTHING_HELPS,
    *WITH_REST_DAYS,
    *COUNTS,
    *ONE_HARMS,
    *AS_BELIEVED,
    *FORECAST,
)
