"""One diary seen three ways, and how it was kept."""

from dataclasses import replace
from datetime import timedelta

import pytest
from tests.conftest import START, made_up

from firststep.care import View, account, conduct, draws_of, second_check, seen, series_of
from firststep.errors import TrialError
from firststep.records import Day, Diary
from firststep.reports.papers.conduct import conduct_sections, conduct_title
from firststep.reports.papers.sections import sections_as_text
from firststep.trial import Advice, Expectation, protocol


def diary_of(series, advised=None):
    """A diary with these mornings; what was advised is what was done, unless said otherwise."""
    days = []
    for k, pain in enumerate(series.pain):
        did = series.did[k + 1]
        drawn = None if did is None else next(iter(did), "none")
        days.append(Day(series.day(k), pain, did, drawn if advised is None else advised[k]))
    return Diary("me", "First-step pain, 0-10", "lower", series.techniques, tuple(days))


def small(rows):
    """A diary of (pain, done, drawn) a day; done is a string of letters, '-' nothing, '?' not told."""
    did = {"-": frozenset(), "?": None}
    days = tuple(
        Day(START + timedelta(days=k), pain, did.get(done, frozenset(done)), drawn)
        for k, (pain, done, drawn) in enumerate(rows)
    )
    return Diary("me", "First-step pain, 0-10", "lower", ("a", "b"), days)


ROWS = [
    (6.0, "a", "a"),
    (5.0, "a", "a"),
    (None, "b", "a"),
    (4.0, "-", "none"),
    (7.0, "a", "none"),
    (6.0, "-", "b"),
    (5.0, "?", "b"),
    (6.0, "ab", "b"),
    (4.0, "b", "b"),
    (3.0, "b", None),
]


def text(account_):
    plain = sections_as_text(conduct_title(account_), conduct_sections(account_))
    return " ".join(plain.split())


def means(findings):
    return [(effect.mean, effect.sd) for effect in findings.effects.values()]


def test_the_three_views_agree_when_what_was_drawn_was_done():
    diary = diary_of(made_up({"a": -2.5, "b": 0.0, "c": 0.0}, rest=0.2))
    done, advised, neutral = (seen(diary, view) for view in View)
    assert means(advised) == means(done)
    assert advised.choice == done.choice
    assert neutral.choice.kind == done.choice.kind == "found"
    assert neutral.choice.technique == "a"
    assert [m for m, _ in means(neutral)] == pytest.approx([m for m, _ in means(done)], abs=0.6)


def test_the_neutral_view_borrows_nothing():
    """Few days leave it nearly where its wide prior put it, and further from nought than the engine."""
    diary = diary_of(made_up({"a": -1.5, "b": -1.0, "c": -0.5}, mornings=28))
    done, neutral = seen(diary, View.AS_DONE), seen(diary, View.NEUTRAL)
    assert all(n.sd > d.sd for n, d in zip(neutral.contrasts, done.contrasts, strict=True))
    assert max(abs(pair.mean) for pair in neutral.contrasts) > max(abs(pair.mean) for pair in done.contrasts)


def test_as_advised_counts_the_draw_and_not_the_deed():
    series = made_up({"a": -2.5, "b": 0.0}, mornings=60)
    swapped = ["none" if did is None else "b" if "a" in did else "a" for did in series.did[1:]]
    diary = diary_of(series, swapped)
    done, advised = seen(diary, View.AS_DONE), seen(diary, View.AS_ADVISED)
    assert done.contrast("a", "b").mean < -1.0
    assert advised.contrast("a", "b").mean > 1.0


def test_a_day_without_a_draw_counts_as_done():
    diary = small(ROWS)
    findings = seen(diary, View.AS_ADVISED)
    assert findings.series.did[1:] == (
        *[frozenset("a")] * 3,
        *[frozenset()] * 2,
        *[frozenset("b")] * 4,
        frozenset("b"),
    )


def test_other_draws_than_the_diarys_own_can_be_given():
    diary = small(ROWS)
    given = seen(diary, View.AS_ADVISED, draws={START: "b"})
    assert given.series.did[1] == frozenset("b")
    assert given.series.did[2:] == series_of(diary).did[2:]


def test_without_draws_there_is_no_view_as_advised():
    bare = diary_of(made_up({"a": 0.0, "b": 0.0}, mornings=12), [None] * 12)
    with pytest.raises(TrialError, match="does not say what was drawn"):
        seen(bare, View.AS_ADVISED)
    assert set(account(bare).views) == {View.AS_DONE, View.NEUTRAL}
    assert "As advised: the draws are not recorded" in text(account(bare))


def test_adherence_is_counted_for_each_technique_and_rest_days():
    kept = conduct(series_of(small(ROWS)), draws_of(small(ROWS)))
    a, b, rest = kept.followed
    assert (a.technique, a.drawn, a.done, a.with_more, a.instead, a.nothing, a.untold) == (
        "a",
        3,
        2,
        0,
        1,
        0,
        0,
    )
    assert (b.technique, b.drawn, b.done, b.with_more, b.instead, b.nothing, b.untold) == (
        "b",
        4,
        1,
        1,
        0,
        1,
        1,
    )
    assert (rest.technique, rest.drawn, rest.done, rest.instead) == (None, 2, 1, 1)
    assert (kept.days, kept.scored, kept.told) == (10, 9, 9)
    assert (kept.drawn, kept.done) == (9, 4)
    for row in kept.followed:
        assert row.drawn == row.done + row.with_more + row.instead + row.nothing + row.untold


def test_periods_come_in_their_order_as_done():
    periods = conduct(series_of(small(ROWS)), {}).periods
    assert [sorted(p.did) if p.did is not None else None for p in periods] == [
        ["a"],
        ["b"],
        [],
        ["a"],
        [],
        None,
        ["a", "b"],
        ["b"],
    ]
    first = periods[0]
    assert (first.first, first.last, first.scored, first.mean) == (START, START + timedelta(days=1), 1, 5.0)
    assert sum((p.last - p.first).days + 1 for p in periods) == 10
    assert periods[-1].scored == 1


def test_the_account_says_the_counts_and_what_is_not_known():
    said = text(account(small(ROWS)))
    assert "All draws: 4 of 9 done as drawn (44%)" in said
    assert "usual days: drawn on 2 days; done 1" in said
    assert "Mornings: 10; with a score 9; missed 1" in said
    assert "Days not told about: 1 of 10" in said
    assert "Protocol: none was given" in said
    assert "Second check: the chances of the draws are not recorded" in said
    assert "Warning signs: not recorded" in said
    assert "Funding: none stated" in said


def test_the_account_holds_the_diary_against_its_protocol():
    sealed = protocol(("a", "c"), seed=4, expects=Expectation("c", 1.0))
    said = text(account(small(ROWS), protocol=sealed, rested=frozenset("b"), seed=5))
    assert sealed.digest in said
    assert "Compared, and not in the protocol: b." in said
    assert "In the protocol, and not in this diary: c." in said
    assert "No longer compared at the end: b." in said
    assert "that c helps most, by 1 point; ahead now:" in said
    assert "it does not fit: another seed was sealed" in said
    assert "opened, and it fits" in text(account(small(ROWS), protocol=sealed, seed=4))
    assert "Sealed seed: not opened" in text(account(small(ROWS), protocol=sealed))


def test_the_account_of_stored_draws_has_the_second_check_and_their_changes():
    sealed = protocol(("a", "b"), seed=4)
    advices = [
        Advice("a", START, {"a": 0.5, "b": 0.5}, 0.0, ("a", "b"), (), START, 3, START, sealed.engine, 4),
    ]
    whole = account(small(ROWS), protocol=sealed, advices=advices, warned=(START,))
    assert whole.witness == second_check(small(ROWS), advices)
    assert whole.changes == ()
    assert whole.witness.words in text(whole)
    assert f"Warning signs: {START.isoformat()}" in text(whole)
    other = [replace(advices[0], seed=5, usual_days=0.25, engine="0.9")]
    changed = text(account(small(ROWS), protocol=sealed, advices=other, warned=()))
    assert "another share of usual days: 0.25." in changed
    assert "another version of the engine: 0.9." in changed
    assert "another seed than the one that was sealed" in changed
    assert "Warning signs: none was told" in changed


def test_an_account_can_be_given_of_a_diary_with_hardly_anything_in_it():
    one = Diary("me", "First-step pain, 0-10", "lower", (), (Day(START, None),))
    said = text(account(one))
    assert "no technique" in said
    assert "Mornings: 1; with a score 0; missed 1" in said
