"""The sentences of the engine, as templates, and how they are said.

An answer holds which sentences it is made of and what fills their blanks, so that it can be
said in any language, and by any names, whenever it is shown. English stands here.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

Blank = str | float | tuple[str, ...] | tuple[float, float, float]
"""What fills a blank: a technique or several by id, a number, or a difference in points with its interval."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: the key of its template, and {blank: what fills it}."""

    key: str
    blanks: Mapping[str, Blank]


ENGLISH: Mapping[str, str] = MappingProxyType(
    {
        "too_early_one": "Too early to say: {scored} scored morning so far, and {fewest} are the least "
        "that could tell anything.",
        "too_early_more": "Too early to say: {scored} scored mornings so far, and {fewest} are the least "
        "that could tell anything.",
        "too_early_after": "Too early to say: fewer than {fewest} scored mornings came right after "
        "{techniques}.",
        "call_it_other": "What is not meant to be compared is best called 'other'.",
        "found": "{leading} comes out ahead of the others taken together, and nothing else here is likely to "
        "be more than {within} points better.",
        "alike": "In practice these are alike: the largest and the smallest effect are probably less than "
        "{within} point apart.",
        "by_comfort": "Choose by comfort. What takes weeks to build up may not show yet.",
        "safe_choice": "{leading} is a safe choice: nothing else here is likely to be more than {within} "
        "points better. Whether the choice matters cannot be told yet.",
        "looks_best": "Nothing is clearly ahead yet: {leading} looks best, with a chance of {chance}.",
        "ahead": "So far {leading} is ahead, with a chance of {chance} of being the best.",
        "against_next": "Against {other}, which comes next, the score is {size}.",
        "widest": "After {one}, against {other}, the score is {size}.",
        "wait_one": "An answer may take about {likely} more morning ({low} to {high}).",
        "wait_more": "An answer may take about {likely} more mornings ({low} to {high}).",
        "wait_long_one": "An answer may take about {likely} more morning ({low} to more than {most}).",
        "wait_long_more": "An answer may take about {likely} more mornings ({low} to more than {most}).",
        "not_within": "An answer is not likely within {most} more mornings.",
        "nothing_compared": "No technique is compared, so there is no choice to make.",
        "one_compared": "Only {one} is compared, so there is no choice to make.",
        "no_direction": "Nobody said which way the score is better, so no technique is called best.",
        "helps_no_direction": "Nobody said which way the score is better, so nothing is said about helping.",
        "helps_not_told": "These mornings cannot yet tell doing none of these from doing one, so nothing is "
        "said about whether they help. More days without any of them would tell.",
        "helps": "Days with {leading} are very probably better than days with none of these.",
        "not_helping": "None of these seems to help much: each probably changes the score for the better by "
        "less than {within} point.",
        "cannot_tell": "Whether any of these helps cannot be told yet.",
        "every_day": "With {leading} every day the score would be {size} against doing none.",
        "second_none": "The second check has no full block of mornings to go by yet.",
        "second_unsure": "A second check, which trusts no model and looks only at the draws, cannot tell yet "
        "whether it matters which technique was drawn.",
        "second_agrees": "A second check, which trusts no model and looks only at the draws, agrees that it "
        "matters which technique is done. If it did not, so clear a pattern would ever show in at most 1 "
        "diary in {diaries}.",
        "size": "{mean} ({low} to {high})",
        "same": "the same",
        "lower_one": "{points} point lower",
        "lower_more": "{points} points lower",
        "higher_one": "{points} point higher",
        "higher_more": "{points} points higher",
        "end_same": "no different",
        "end_lower": "{points} lower",
        "end_higher": "{points} higher",
    }
)
"""{key: template}, blanks in {braces}. Neutral words (score, not pain; technique, not ball), always with
a size, never a claim to treat. `_one` and `_more` are one text with a count: `counted` of its key."""

TECHNIQUES = ("leading", "one", "other", "techniques")
"""The blanks that name techniques."""

UNSEEN = 0.05
"""A difference that rounds to nought at one decimal, in points."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """How a language says the sentences.

    template
        The template of a key; with a count, of the key that `_one` and `_more` have in common.
    numeral
        A number as English writes it ("0.8", "95%", "1,000"), as this language does.
    """

    template: Callable[[str, float | None], str]
    numeral: Callable[[str], str]


def _english(key: str, count: float | None) -> str:
    if count is None:
        return ENGLISH[key]
    return ENGLISH[f"{key}_one" if count == 1 else f"{key}_more"]


IN_ENGLISH = Tongue(_english, str)


def say(says: Iterable[Sentence], names: Mapping[str, str], tongue: Tongue = IN_ENGLISH) -> str:
    """Sentences in words.

    names
        {technique: what it is called}, where not by its id.
    """
    return " ".join(_said(sentence, names, tongue) for sentence in says)


def _said(sentence: Sentence, names: Mapping[str, str], tongue: Tongue) -> str:
    count = sentence.blanks.get(COUNTS.get(sentence.key, ""))
    template = tongue.template(sentence.key, count if isinstance(count, int | float) else None)
    return template.format(
        **{blank: _filled(blank, value, names, tongue) for blank, value in sentence.blanks.items()}
    )


COUNTS = MappingProxyType({"too_early": "scored", "wait": "likely", "wait_long": "likely"})
"""The sentences with a count, and the blank that it stands in."""


def _filled(blank: str, value: Blank, names: Mapping[str, str], tongue: Tongue) -> str:
    if blank in TECHNIQUES:
        listed = [value] if isinstance(value, str) else value
        return ", ".join(names.get(str(one), str(one)) for one in listed)  # type: ignore[union-attr]
    if isinstance(value, tuple):
        mean, low, high = map(float, value)
        return _between(mean, low, high, tongue)
    if blank == "chance":
        return tongue.numeral(_percent(float(value)))
    return tongue.numeral(f"{float(value):,g}")


def _between(mean: float, low: float, high: float, tongue: Tongue) -> str:
    """A difference in points with its 90% interval: '0.8 points lower (1.5 lower to 0.1 higher)'."""
    ends = {"low": _end(low, tongue), "high": _end(high, tongue)}
    return tongue.template("size", None).format(mean=_points(mean, tongue), **ends)


def _points(value: float, tongue: Tongue) -> str:
    if abs(value) < UNSEEN:
        return tongue.template("same", None)
    points = f"{abs(value):.1f}"
    template = tongue.template("lower" if value < 0 else "higher", float(points))
    return template.format(points=tongue.numeral(points))


def _end(value: float, tongue: Tongue) -> str:
    if abs(value) < UNSEEN:
        return tongue.template("end_same", None)
    template = tongue.template("end_lower" if value < 0 else "end_higher", None)
    return template.format(points=tongue.numeral(f"{abs(value):.1f}"))


def _percent(chance: float) -> str:
    """A chance in whole percent, never rounded to certainty."""
    return f"{min(max(round(100 * chance), 1), 99)}%"
