"""The rules of a trial in words, for its protocol, with every number from where it is used."""

from firststep.trial.allocation import (
    BLOCK_DAYS,
    FIRST_DAYS,
    FIRST_WEIGHT,
    KEENNESS,
    LEAST_SHARE,
    LONG_BLOCK_DAYS,
    LONG_CARRY_OVER,
    TRYING_DAYS,
)
from firststep.trial.checks import NOTHING, OTHER
from firststep.trial.model.neutral import NEUTRAL_SD
from firststep.trial.model.priors import LOAD_SD, PSEUDO_DAYS
from firststep.trial.proof.witness import AGREES_AT
from firststep.trial.yardsticks import (
    ALIKE_WITHIN,
    ASKED_BELOW,
    FEWEST_AFTER_EACH,
    FEWEST_APART,
    FEWEST_KNOWN,
    FEWEST_MORNINGS,
    FOUND_AT,
    HELPS_AT,
    HIGHEST_SCORE,
    HORIZON,
    INTERVAL,
    LOAD_AT,
    LOAD_LINE,
    LOWEST_SCORE,
    MOST_AHEAD,
    NO_DIFFERENCE_AT,
    NOT_HELPING_AT,
    REST_AT,
    REST_WORSE_BY,
    SAFE_AT,
    SAME_WITHIN,
    WORTHLESS_ABOVE,
)

RULES: tuple[tuple[str, str], ...] = (
    (
        "measured",
        (
            "Once each morning on rising, before anything is done, by the person, for one foot. A "
            "second score for a date replaces the first."
        ),
    ),
    (
        "blocks",
        (
            f"Days come in blocks of {BLOCK_DAYS}, counted from the first morning; of "
            f"{LONG_BLOCK_DAYS} where the estimated carry-over reaches {LONG_CARRY_OVER:g} a day. One "
            "technique is drawn for a block."
        ),
    ),
    (
        "chances",
        (
            "A technique's chance in the draw follows its chance of being the best so far, should they "
            f"differ, to the power {KEENNESS:g}. It counts {FIRST_WEIGHT:g} times while the technique was "
            f"done on fewer than {FIRST_DAYS} days, and is mixed with an even share: none that is in the "
            f"draw falls below {LEAST_SHARE:g} of an even chance."
        ),
    ),
    (
        "usual",
        (
            "Usual days, with none of the techniques, come in blocks too, one at a random place in "
            "each stretch of 1 / share blocks."
        ),
    ),
    (
        "sequence",
        (
            "Each draw follows from the seed, the first day of its block, the names and the chances, "
            f"by a hash. Draws are made at most {MOST_AHEAD} days after the last morning. What was "
            "drawn and shown stands."
        ),
    ),
    (
        "resting",
        (
            f"A technique that is worse than the mean of the others by more than {REST_WORSE_BY:g} "
            f"points with a probability above {REST_AT:g} is left out of the draw, and the person is "
            "told. The person may rest or add a technique at any time; that is reported."
        ),
    ),
    (
        "allowed",
        ("What cannot be done on a day is left out of that day's draw; the draw keeps what was allowed."),
    ),
    (
        "missed",
        (
            "A morning without a score carries no information and is never filled in. What was done "
            "before it still counts for the mornings after."
        ),
    ),
    (
        "untold",
        (
            "A day on which nobody told what was done is never taken for a day of nothing. It enters "
            f"with the mean and spread of the days told before it and {PSEUDO_DAYS:g} days of prior "
            "belief."
        ),
    ),
    (
        "else",
        (
            f"Something that is not on the list is told as '{OTHER}', nothing as '{NOTHING}'. "
            f"'{OTHER}' has an effect of its own and is never drawn."
        ),
    ),
    (
        "model",
        (
            "A level that drifts, a rhythm of the week, a residual that hands a share on to the next "
            "day, and an exposure to each technique that builds up and fades. The techniques borrow "
            "from each other, and may all be alike. The posterior is a mixture over the "
            f"hyperparameters, exact at each; intervals hold {INTERVAL:.0%} with equal tails. Scores "
            f"of {LOWEST_SCORE} and {HIGHEST_SCORE} are the ends of the scale, not exact values."
        ),
    ),
    (
        "too-early",
        (
            f"Nothing is said about the choice under {FEWEST_MORNINGS} scored mornings, or under "
            f"{FEWEST_AFTER_EACH} right after any technique."
        ),
    ),
    (
        "found",
        (
            f"Found: the leader is within {SAME_WITHIN:g} points of the best with a probability of at "
            f"least {SAFE_AT:g}, and beats the mean of the others with one of at least {FOUND_AT:g}. "
            "The first half alone is a safe choice."
        ),
    ),
    (
        "no-difference",
        (
            f"No difference: the largest and the smallest effect are less than {ALIKE_WITHIN:g} apart, "
            f"in points, with a probability of at least {NO_DIFFERENCE_AT:g}."
        ),
    ),
    (
        "helps",
        (
            "Whether it helps is answered once the sd of the mean effect is below "
            f"{ASKED_BELOW:g} of its prior sd. Yes: the leader is better than nothing with a "
            f"probability of at least {HELPS_AT:g}. Not helping: no effect takes as much as "
            f"{WORTHLESS_ABOVE:g} off, in points, with one of at least {NOT_HELPING_AT:g}."
        ),
    ),
    (
        "views",
        (
            "What was really done counts. Beside it stand two more views: what was drawn counts, done "
            f"or not; and a neutral prior, each effect on its own with an sd of {NEUTRAL_SD:g} points."
        ),
    ),
    (
        "second-look",
        (
            "What is known of the day before, such as steps, is looked at in a second analysis, which "
            "stands beside the first, decides nothing and changes no draw. It takes "
            f"{FEWEST_KNOWN} scored mornings right after a known day, {FEWEST_APART} of these days unlike "
            f"the commonest. A load has a prior sd of {LOAD_SD:g} points for one sd of the person's own "
            f"days. Days above a line, below which {LOAD_LINE:.0%} of the known days lie, are held against "
            "the others; a difference is said with a probability of at least "
            f"{LOAD_AT:g}. What is said is an association."
        ),
    ),
    (
        "witness",
        (
            "A second check trusts no model: a test of the draws and their chances alone, valid "
            f"whenever it is looked at. It is said to agree at p of at most {AGREES_AT:g}. It decides "
            "nothing."
        ),
    ),
    (
        "stopping",
        (
            "A verdict never ends the diary, and new mornings can change it. There is no planned last "
            f"day; looking every day is allowed for. A forecast of mornings to go looks {HORIZON} "
            "ahead."
        ),
    ),
)
"""(topic, sentence), in the order in which a protocol says them."""

FIRST_WEEK = (
    "first-week",
    (
        f"In the first {TRYING_DAYS} days each technique is tried once. A day's technique is drawn from "
        "those not yet tried, each with the same chance, by the same hash with a mark of its own; no score "
        "is looked at, and none of these days is a usual day. As long as nothing is told of a day, its draw "
        "counts as followed. What the person would not do again is left out, and that is reported. "
        "Blocks follow once all were tried, or the days are over."
    ),
)
"""The rule of a trial that begins with days on which each technique is tried."""
