"""What answers add up to, and what a change is called: the edges, the floats, the refusals."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firststep.care.measures import ChangeKind, change, score
from firststep.errors import RecordError
from firststep.knowledge.kinds.evidence import Measure, Number, Scale
from firststep.knowledge.kinds.parts import Basis, Claim, Review
from firststep.knowledge.library import every, one

MEASURES = every(Measure)
FIRST_STEP, AVERAGE, WORST, FUNCTION, GLOBAL, WALL, SHIN = (
    one(Measure, id_)
    for id_ in (
        "first-step-pain",
        "average-pain",
        "worst-pain",
        "function",
        "global-change",
        "knee-to-wall",
        "shin-angle",
    )
)


def measure(*, better="lower", important=None, error=None):
    return Measure(
        id="made-up",
        name="made up",
        asks="How much?",
        scale=Scale(lowest=0, highest=10, step=0.5, unit="0-10", better=better),
        scoring="as-is",
        every_days=1,
        important=important,
        error=error,
        note=Claim(says="Made up.", basis=Basis.OURS),
        review=Review(by="nobody yet", again=date(2027, 5, 24)),
    )


def number(value, low=None, high=None, basis=Basis.OURS):
    return Number(value=value, low=low, high=high, basis=basis, about="Made up.")


@pytest.mark.parametrize(
    ("asked", "answers", "expected"),
    [
        (FIRST_STEP, [0], 0.0),
        (FIRST_STEP, [10], 10.0),
        (GLOBAL, [-7], -7.0),
        (FUNCTION, [3, 4, 6], 13 / 3),
        (FUNCTION, [3, 4, 6, 7, 0], 4.0),
        (WALL, [7.1, 9.3, 7.4], 7.4),
        (WALL, [0.3, 0.1, 0.7], 0.3),
        (SHIN, [31, 35, 35], 35.0),
    ],
)
def test_answers_add_up(asked, answers, expected):
    scored = score(asked, answers)
    assert type(scored) is float
    assert scored == pytest.approx(expected)


@pytest.mark.parametrize("tenths", range(301))
def test_no_tenth_of_a_centimetre_is_refused(tenths):
    """Tenths do not add up exactly in binary; a tape measure knows nothing of that."""
    assert score(WALL, [tenths / 10] * 3) == pytest.approx(tenths / 10)
    assert score(WALL, [tenths * 0.1] * 3) == pytest.approx(tenths / 10)


@pytest.mark.parametrize(
    ("asked", "answers", "said"),
    [
        (
            FIRST_STEP,
            [11],
            "first-step pain: 11 is not on the scale. To mend it: give a number from 0 to 10.",
        ),
        (
            FIRST_STEP,
            [-1],
            "first-step pain: -1 is not on the scale. To mend it: give a number from 0 to 10.",
        ),
        (
            FIRST_STEP,
            [float("nan")],
            "first-step pain: nan is not on the scale. To mend it: give a number from 0 to 10.",
        ),
        (
            GLOBAL,
            [float("-inf")],
            "change since the start: -inf is not on the scale. To mend it: give a number from -7 to 7.",
        ),
        (
            FIRST_STEP,
            [4.5],
            "first-step pain: 4.5 lies between two steps of the scale. To mend it: give 4 or 5.",
        ),
        (
            GLOBAL,
            [-2.5],
            "change since the start: -2.5 lies between two steps of the scale. To mend it: give -3 or -2.",
        ),
        (
            WALL,
            [7, 7.25, 7],
            "knee to wall, answer 2: 7.25 lies between two steps of the scale. To mend it: give 7.2 or 7.3.",
        ),
        (FIRST_STEP, [], "first-step pain: this takes 1 answer, and 0 came. To mend it: give 1 more."),
        (FIRST_STEP, [4, 5], "first-step pain: this takes 1 answer, and 2 came. To mend it: leave 1 out."),
        (
            FUNCTION,
            [4, 5],
            "what the heel makes hard: this takes 3 to 5 answers, and 2 came. To mend it: give 1 more.",
        ),
        (
            FUNCTION,
            [4] * 7,
            "what the heel makes hard: this takes 3 to 5 answers, and 7 came. To mend it: leave 2 out.",
        ),
        (WALL, [7], "knee to wall: this takes 3 answers, and 1 came. To mend it: give 2 more."),
    ],
)
def test_what_cannot_be_taken_down_is_refused_with_words(asked, answers, said):
    with pytest.raises(RecordError) as refused:
        score(asked, answers)
    assert str(refused.value) == said


@pytest.mark.parametrize(
    ("asked", "before", "after", "kind", "better"),
    [
        (FIRST_STEP, 6, 4, ChangeKind.MATTERS, True),
        (FIRST_STEP, 4, 6, ChangeKind.MATTERS, False),
        (FIRST_STEP, 6, 5, ChangeKind.SMALL, True),
        (FIRST_STEP, 6, 6, ChangeKind.SMALL, None),
        (FIRST_STEP, 6, 4.1, ChangeKind.MATTERS, True),
        (AVERAGE, 6, 5, ChangeKind.MATTERS, True),
        (WORST, 9, 1, ChangeKind.UNKNOWN, True),
        (WORST, 9, 9, ChangeKind.UNKNOWN, None),
        (GLOBAL, 0, -3, ChangeKind.UNKNOWN, False),
        (FUNCTION, 4, 5.9, ChangeKind.WITHIN_ERROR, None),
        (FUNCTION, 13 / 3, 19 / 3, ChangeKind.UNKNOWN, True),
        (WALL, 8.3, 10.1, ChangeKind.WITHIN_ERROR, None),
        (WALL, 8.3, 10.2, ChangeKind.UNKNOWN, True),
        (WALL, 10.2, 8.3, ChangeKind.UNKNOWN, False),
        (WALL, 8.3, 8.3, ChangeKind.WITHIN_ERROR, None),
        (SHIN, 30, 34, ChangeKind.WITHIN_ERROR, None),
        (SHIN, 30, 35, ChangeKind.UNKNOWN, True),
    ],
)
def test_a_change_is_called_what_the_numbers_allow(asked, before, after, kind, better):
    found = change(asked, before, after)
    assert (found.kind, found.better) == (kind, better)
    assert found.difference == pytest.approx(after - before)


@pytest.mark.parametrize(
    ("size", "kind"),
    [
        (0.5, ChangeKind.WITHIN_ERROR),
        (1, ChangeKind.SMALL),
        (2.5, ChangeKind.SMALL),
        (3, ChangeKind.MATTERS),
        (9, ChangeKind.MATTERS),
    ],
)
@pytest.mark.parametrize("way", ["lower", "higher"])
def test_with_both_numbers_the_error_comes_first(size, kind, way):
    asked = measure(better=way, important=number(3), error=number(1))
    assert change(asked, 0, size).kind is kind
    assert change(asked, size, 0).kind is kind


def test_an_error_above_what_matters_still_hides_it():
    """What cannot be told from error is not called a change, however much it would matter."""
    assert change(measure(important=number(1), error=number(2)), 5, 3.5).kind is ChangeKind.WITHIN_ERROR


@pytest.mark.parametrize(
    ("asked", "before", "after", "words"),
    [
        (
            FIRST_STEP,
            7,
            4,
            (
                "3 points lower, which is better. That is at least what matters to people: about 1.9 points, "
                "somewhere from 1.3 to 2.5. How much of it is chance is not known. "
                "What it came from, this does not say."
            ),
        ),
        (
            FIRST_STEP,
            6,
            4,
            (
                "2 points lower, which is better. That is at least what matters to people: about 1.9 points, "
                "somewhere from 1.3 to 2.5. It is a close call. How much of it is chance is not known. "
                "What it came from, this does not say."
            ),
        ),
        (
            FIRST_STEP,
            5,
            6,
            (
                "1 point higher, which is worse. That is less than what matters to people: about 1.9 points, "
                "somewhere from 1.3 to 2.5. How much of it is chance is not known. "
                "What it came from, this does not say."
            ),
        ),
        (
            WORST,
            8,
            5,
            (
                "3 points lower, which is better. Which difference matters to people is not known. "
                "How much of it is chance is not known. What it came from, this does not say."
            ),
        ),
        (
            WALL,
            8.0,
            9.5,
            "1.5 cm more. That is less than the measurement error of 1.9 cm, so it is not called a change.",
        ),
        (
            WALL,
            9.5,
            6.5,
            (
                "3 cm less, which is worse. Which difference matters to people is not known. "
                "It is no less than the measurement error of 1.9 cm. That error is for one observer. "
                "At home, on yourself, nobody has looked: it may be larger. "
                "What it came from, this does not say."
            ),
        ),
        (
            SHIN,
            30,
            31,
            (
                "1 degree more. That is less than the measurement error of 4.7 degrees, "
                "so it is not called a change."
            ),
        ),
        (
            FUNCTION,
            4,
            5,
            (
                "1 point higher. That is less than the measurement error of 2 points "
                "(still to be confirmed), so it is not called a change."
            ),
        ),
        (WALL, 8.3, 8.3, "The same as before."),
    ],
)
def test_the_sentences_say_the_size_and_how_sure(asked, before, after, words):
    assert change(asked, before, after).words == words


def test_a_size_never_reads_as_the_error_that_it_misses():
    """Means of three and of five, as close below the error as they come."""
    assert change(FUNCTION, 58 / 15, 5.85).words.startswith("1.98 points higher. That is less than")


@pytest.mark.parametrize("scores", [(11, 4), (4, 11), (float("nan"), 4), (4, float("nan"))])
def test_scores_off_the_scale_have_no_change(scores):
    with pytest.raises(RecordError, match="is not on the scale"):
        change(FIRST_STEP, *scores)


def test_a_refused_score_is_told_by_its_time():
    with pytest.raises(RecordError) as refused:
        change(FIRST_STEP, 4, 11)
    assert refused.value.where == "first-step pain, after"


def on_scale(asked):
    scale = asked.scale
    return st.floats(scale.lowest, scale.highest)


@given(st.data())
def test_back_is_the_other_way_round(data):
    """There and back: the same size and name, the opposite way."""
    asked = data.draw(st.sampled_from(list(MEASURES.values())))
    before, after = data.draw(on_scale(asked)), data.draw(on_scale(asked))
    there, back = change(asked, before, after), change(asked, after, before)
    assert there.difference == -back.difference
    assert there.kind is back.kind
    assert there.better is (None if back.better is None else not back.better)


@given(st.data())
def test_nothing_within_the_error_is_called_better_or_worse(data):
    asked = data.draw(st.sampled_from(list(MEASURES.values())))
    found = change(asked, data.draw(on_scale(asked)), data.draw(on_scale(asked)))
    if found.kind is ChangeKind.WITHIN_ERROR:
        assert asked.error is not None
        assert abs(found.difference) < asked.error.value
    nothing = found.difference == 0 or found.kind is ChangeKind.WITHIN_ERROR
    assert (found.better is None) is nothing


@pytest.mark.parametrize("asked", MEASURES.values(), ids=MEASURES)
def test_every_measure_can_be_scored_from_end_to_end(asked):
    low, high = (
        score(asked, [end] * count)
        for end, count in ((asked.scale.lowest, asked.fewest), (asked.scale.highest, asked.most))
    )
    assert (low, high) == (asked.scale.lowest, asked.scale.highest)
    assert change(asked, low, high).better is (asked.scale.better == "higher")
