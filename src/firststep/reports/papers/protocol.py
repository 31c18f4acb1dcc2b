"""A protocol in words, section by section.

The sections follow the items of SPENT 2019, the extension of SPIRIT for protocols of
N-of-1 trials (Porcino et al. 2020, BMJ 368:m122), in our own words and with our own
numbers. What Firststep cannot know is named and said to be not recorded.
"""

from firststep.reports.papers.sections import NOT_RECORDED, Item, Section
from firststep.trial import Protocol

FOLLOWS = "The sections follow the items of SPENT 2019, for protocols of N-of-1 trials."

QUESTIONS = {
    "which": "Which of the techniques suits this person best, and does it matter which?",
    "helps": "Is any of the techniques better for this person than doing none of them?",
}

BETTER = {"lower": "a lower score is better", "higher": "a higher score is better"}

YARDSTICKS = {
    "ALIKE_WITHIN": "points; effects that all lie closer than this are practically alike",
    "ASKED_BELOW": "share of its prior sd below which the sd of the mean effect must fall to ask 'helps'",
    "FELT_DIFFERENCE": "points; the smallest difference in first-step pain that a person feels",
    "FEWEST_AFTER_EACH": "scored mornings right after each technique before anything is said",
    "FEWEST_APART": "days whose load is unlike the commonest one, before a load is looked at",
    "FEWEST_COMPARED": "techniques that a comparison without usual days needs",
    "FEWEST_KNOWN": "scored mornings right after a day whose load is known, before it is looked at",
    "FEWEST_MORNINGS": "scored mornings before anything is said",
    "FORECAST_INTERVAL": "mass of the interval of mornings to go",
    "FOUND_AT": "probability for 'found' that the leader beats the mean of the others",
    "HIGHEST_SCORE": "upper end of the scale",
    "HELPS_AT": "probability for 'yes' that the leader is better than nothing",
    "HORIZON": "mornings ahead that a forecast looks",
    "INTERVAL": "mass of every interval that is shown",
    "LOAD_AT": "probability that scores after days above the line are worse, or better, to say so",
    "LOAD_LINE": "share of the days whose load is known that lie below the line",
    "LONGEST_GAP": "days between two mornings that a diary bears",
    "LOWEST_SCORE": "lower end of the scale",
    "MOST_AHEAD": "days after the last morning for which there is a draw",
    "MOST_LOOKED": "mornings, the last ones, that a second look looks at",
    "MOST_TECHNIQUES": "techniques that can be compared",
    "MOST_USUAL_DAYS": "largest share of usual days",
    "NOT_HELPING_AT": "probability for 'not helping'",
    "NO_DIFFERENCE_AT": "probability for 'no difference'",
    "REST_AT": "probability of being worse above which a technique is rested",
    "REST_WORSE_BY": "points worse than the mean of the others, for resting",
    "SAFE_AT": "probability for 'found' and 'safe choice' that nothing is much better than the leader",
    "SAME_WITHIN": "points; two techniques closer than this are practically the same",
    "WORTHLESS_ABOVE": "points; an effect that takes off less is called not helping",
}
"""What each yardstick is, in words; one that is not here is given by its name alone."""


def protocol_title(protocol: Protocol) -> str:
    """What is compared, by which design, on what."""
    return (
        "Protocol of a randomised trial with one person (N-of-1): "
        f"{', '.join(protocol.techniques)}{' and usual days' if protocol.usual_days else ''}"
    )


def protocol_sections(protocol: Protocol) -> tuple[Section, ...]:
    """The protocol, section by section."""
    return (
        _administration(protocol),
        _introduction(protocol),
        _methods(protocol),
        _assignment(protocol),
        _analysis(protocol),
        Section("Yardsticks", _yardsticks(protocol)),
        Section("Other constants, by the names that the engine has for them", _constants(protocol)),
        _monitoring(protocol),
        _ethics(),
    )


def expected(protocol: Protocol) -> str:
    """What the person expects, in a sentence; empty where nothing was said."""
    if protocol.expects is None:
        return ""
    points = protocol.expects.points
    size = "" if points is None else f", by {points:g} {'point' if points == 1 else 'points'}"
    return f"that {protocol.expects.technique} helps most{size}"


def _administration(protocol: Protocol) -> Section:
    return Section(
        "Administration",
        (
            Item("Form", FOLLOWS),
            Item("Digest of this protocol (sha256)", protocol.digest),
            Item("Sealed seed (sha256 of the seed with the design)", protocol.commitment),
            Item("Version of the engine", protocol.engine),
            Item("Registration", "none by Firststep; a digest that somebody else keeps shows later changes"),
            Item("Roles", "one person takes part, scores and decides; Firststep draws and analyses"),
            Item("Funding", "none stated"),
        ),
    )


def _introduction(protocol: Protocol) -> Section:
    return Section(
        "Introduction",
        (
            Item("Why these techniques", NOT_RECORDED),
            Item("Question", QUESTIONS[protocol.question]),
            Item("What the person expects beforehand", expected(protocol) or NOT_RECORDED),
            Item(
                "Design",
                "one person, one foot; randomised blocks of a technique each, chances adapted between "
                "blocks; no wash-out days, because carry-over is estimated",
            ),
        ),
    )


def _methods(protocol: Protocol) -> Section:
    share = f"a share of {protocol.usual_days:.3g} of the days" if protocol.usual_days else "none"
    return Section(
        "Person, techniques and outcome",
        (
            Item("Who", "one person with a sore heel. Signs that need a professional first are asked about"),
            Item("Diagnosis and earlier care", NOT_RECORDED),
            Item("Techniques, in this order", ", ".join(protocol.techniques)),
            Item("Usual days, with none of them", share),
            Item("Other care on the same days", f"allowed. {protocol.rule('else')}"),
            Item("Outcome", f"{protocol.outcome}; {BETTER[protocol.better]}"),
            Item("When it is measured", protocol.rule("measured")),
            Item("Blocks", protocol.rule("blocks")),
            Item("Length", f"open. {protocol.rule('stopping')}"),
        ),
    )


def _assignment(protocol: Protocol) -> Section:
    return Section(
        "Assignment of techniques",
        (
            Item("Sequence", protocol.rule("sequence")),
            Item("First week", protocol.rule("first-week") or "none: blocks from the first day on"),
            Item("Chances", protocol.rule("chances")),
            Item("Usual days", protocol.rule("usual") if protocol.usual_days else "none"),
            Item("Resting and adding", protocol.rule("resting")),
            Item("What can be done that day", protocol.rule("allowed")),
            Item(
                "Concealment",
                "a draw is shown on its day. The seal binds the seed; it would not stop somebody from "
                "working out draws ahead",
            ),
            Item("Blinding", "none: the person knows what is done, and scores"),
        ),
    )


def _analysis(protocol: Protocol) -> Section:
    return Section(
        "Data and analysis",
        (
            Item("Missed mornings", protocol.rule("missed")),
            Item("Days not told about", protocol.rule("untold")),
            Item("Model", protocol.rule("model")),
            Item("Too early", protocol.rule("too-early")),
            Item("Choice", f"{protocol.rule('found')} {protocol.rule('no-difference')}"),
            Item("Helps", protocol.rule("helps")),
            Item("Views", protocol.rule("views")),
            Item("Second look", protocol.rule("second-look") or "none"),
            Item("Second check", protocol.rule("witness")),
        ),
    )


def _yardsticks(protocol: Protocol) -> tuple[Item, ...]:
    return tuple(
        Item(f"{name} = {value:g}", YARDSTICKS.get(name, "see trial/yardsticks.py"))
        for name, value in protocol.yardsticks
    )


def _constants(protocol: Protocol) -> tuple[Item, ...]:
    tables = {"Schedule": protocol.schedule, "Priors": protocol.priors, "Checks": protocol.checks}
    return tuple(
        Item(label, ", ".join(f"{name} = {value:.6g}" for name, value in table))
        for label, table in tables.items()
    )


def _monitoring(protocol: Protocol) -> Section:
    return Section(
        "Monitoring",
        (
            Item("Looks and stopping", protocol.rule("stopping")),
            Item(
                "Harms", "warning signs are asked about before the first draw; no other harm is asked about"
            ),
            Item(
                "Auditing",
                "where Firststep keeps the diary, every advice is stored as given, with its chances, what "
                "was allowed, the last morning used, the engine's version and the seed, so that each can be "
                "drawn again",
            ),
        ),
    )


def _ethics() -> Section:
    return Section(
        "Ethics and sharing",
        (
            Item("Approval by a committee", NOT_RECORDED),
            Item("Consent", "the person runs it for themselves"),
            Item("Confidentiality", "the diary stays on the person's own computer"),
            Item("Sharing", "the person can export all of it: mornings, draws, answers"),
        ),
    )
