"""Not today, and another one, please: what the page shows, and what stays as it was drawn."""

from datetime import timedelta

import pytest
from tests.people import CLEAR, FOUR, NOON, TODAY, told

from firststep.actions.tell import tell
from firststep.care import PlannedDay, View, draws_of, lines, plan_days, seen, standing
from firststep.records import (
    Comparing,
    Doing,
    Foot,
    Morning,
    Question,
    SetAside,
    Skipped,
    Swapped,
)
from firststep.reports.screen.today import planned
from firststep.store import read

DAY = timedelta(days=1)
BEGUN = [
    told(CLEAR, TODAY - 20 * DAY),
    told(Comparing(Question.WHICH, FOUR), TODAY - 20 * DAY),
    told(Doing(frozenset(FOUR)), TODAY - 19 * DAY),
    told(Morning(5)),
]


def shown(*more, events=BEGUN, seed=1):
    """The lines of the plan that was drawn before `more` was told, and what a page says of them."""
    days = plan_days(standing(events, Foot.RIGHT), today=TODAY, seed=seed, given=())
    now = standing([*events, *(told(what) for what in more)], Foot.RIGHT)
    return days, [planned(line, now.own) for line in lines(days, now, TODAY)]


def test_a_line_has_what_would_come_in_its_place():
    days, said = shown()
    for day, line in zip(days, said, strict=True):
        assert (line["technique"], line["swapped"], line["skipped"]) == (day.technique, False, False)
        assert set(line["swap"]) == {"technique", "title", "needs", "about", "how"}
        assert line["swap"]["technique"] != line["technique"]


def test_another_one_is_the_one_that_was_shown_to_come():
    _, before = shown()
    _, after = shown(Swapped(before[0]["technique"]))
    assert after[0]["technique"] == before[0]["swap"]["technique"]
    assert after[0]["swapped"]
    assert any("You asked for another one" in why for why in after[0]["why"])
    assert after[1:] == before[1:]


def test_another_one_again_and_again_ends_with_the_last():
    """Each is shown once; the last can be swapped no more."""
    asked, seen_ = [], []
    for _ in range(len(FOUR)):
        line = shown(*asked)[1][0]
        seen_.append(line["technique"])
        asked.append(Swapped(line["technique"]))
    assert sorted(seen_) == sorted(FOUR)
    assert line["swap"] is None
    assert shown(*asked)[1][0]["technique"] == seen_[-1]


def test_the_chances_of_the_second_draw_are_its_own():
    days, _ = shown()
    now = standing([*BEGUN, told(Swapped(days[0].technique))], Foot.RIGHT)
    first, second = days[0].advice, lines(days, now, TODAY)[0].line.day.advice
    left = {name: chance for name, chance in first.chances.items() if name != first.technique}
    assert second.chances == pytest.approx({n: c / sum(left.values()) for n, c in left.items()})
    assert first.technique not in second.allowed


def test_what_rests_does_not_come_in_its_place():
    for seed in range(20):
        days, said = shown(seed=seed)
        instead = said[0]["swap"]["technique"]
        line = shown(SetAside(instead), Swapped(days[0].technique), seed=seed)[1][0]
        assert line["technique"] not in (instead, days[0].technique)


def test_a_swap_of_something_else_than_the_draw_changes_nothing():
    """An offline page may have swapped what another browser's draw has overtaken."""
    days, before = shown()
    other = next(name for name in FOUR if name != days[0].technique)
    line = shown(Swapped(other))[1][0]
    assert (line["technique"], line["swapped"]) == (before[0]["technique"], False)


def test_a_day_put_off_says_so_and_expects_nothing():
    days, before = shown()
    line = shown(Skipped(days[0].technique))[1][0]
    assert line["skipped"]
    assert line["technique"] == days[0].technique
    assert line["why"] == ["Not today, as you wished. Nothing is expected of you.", *before[0]["why"]]


def test_of_putting_off_and_another_one_the_last_counts():
    days, _ = shown()
    first = days[0].technique
    assert not shown(Skipped(first), Swapped(first))[1][0]["skipped"]
    after = shown(Swapped(first), Skipped(first))[1][0]
    assert (after["skipped"], after["swapped"]) == (True, True)


def test_a_rest_day_has_no_other():
    now = standing(BEGUN, Foot.RIGHT)
    days = (PlannedDay(TODAY, None, None),)
    (line,) = lines(days, now, TODAY)
    assert line.line.swap is None


def test_where_nothing_is_compared_the_next_on_the_list_comes():
    guided = [told(CLEAR), told(Comparing(Question.GUIDE, FOUR))]
    days, said = shown(events=guided)
    at = FOUR.index(days[0].technique)
    assert said[0]["swap"]["technique"] == FOUR[(at + 1) % 4]
    line = shown(Swapped(FOUR[at]), events=guided)[1][0]
    assert line["technique"] == FOUR[(at + 1) % 4]
    assert line["swap"]["technique"] == FOUR[(at + 2) % 4]
    assert any("the next on your list" in why for why in line["why"])


def test_what_is_done_every_second_day_does_not_come_in_its_place_the_day_after():
    two = ("heel-raise", "hands")
    did = [
        told(CLEAR),
        told(Comparing(Question.WHICH, two)),
        told(Doing(frozenset(["heel-raise"])), TODAY - DAY),
    ]
    now = standing(did, Foot.RIGHT)
    (line,) = lines([PlannedDay(TODAY, "hands", None)], now, TODAY)
    assert line.line.swap is None
    (between,) = lines([PlannedDay(TODAY, "heel-raise", None)], now, TODAY)
    assert (between.between, between.line.swap) == (True, None)


# kept as it was drawn


@pytest.fixture
def swapper(anna):
    """Anna, three weeks in; today's draw was shown and swapped, and what came instead was done."""
    anna.begin(Question.WHICH, on=TODAY - 21 * DAY)
    anna.live(21, until=TODAY - DAY)
    anna.tell(Morning(5))
    anna.renew()
    first = read.last_plan(anna.id, Foot.RIGHT).days[0]["technique"]
    anna.tell(Swapped(first))
    anna.renew()
    instead = next(name for name in FOUR if name != first)
    anna.tell(Doing(frozenset([instead])))
    anna.renew()
    return anna, first, instead


def test_what_was_drawn_and_shown_first_stays_the_draw(swapper):
    anna, first, _ = swapper
    kept = read.shown(anna.id, Foot.RIGHT)
    assert [line.technique for line in kept if line.on == TODAY] == [first] * len(kept)
    assert read.last_plan(anna.id, Foot.RIGHT).days[0]["technique"] == first


def test_as_advised_counts_what_was_drawn_and_as_done_what_was_done(swapper):
    anna, first, instead = swapper
    now = standing(read.told(anna.id), Foot.RIGHT)
    diary, draws = now.diary(), {TODAY: first}
    assert draws_of(diary) == {}
    advised = seen(diary, View.AS_ADVISED, draws=draws).series
    done = seen(diary, View.AS_DONE).series
    assert advised.did[-1] == frozenset([first])
    assert done.did[-1] == frozenset([instead])


def test_what_is_put_off_or_swapped_is_taken_down_with_todays_names(anna):
    anna.begin()
    tell(anna.id, [told(Skipped("tennis-ball")), told(Swapped("calf-stick"))], NOON)
    assert len(read.told(anna.id, kinds=[Skipped, Swapped])) == 2
