"""The conventions of the engine: what counts as much, as sure, as the same.

One number, one name. Points are points of the 0-10 score, on the scale of the
diary. Sources are the keys of the evidence list in docs/explanation/sources.md.
"""

ENGINE_VERSION = "2.1"
"""Changes whenever the same mornings could give another number or another draw."""

LOWEST_SCORE = 0
HIGHEST_SCORE = 10

MOST_TECHNIQUES = 8
"""More arms than this cannot be told apart within a season of mornings."""

FEWEST_COMPARED = 2
"""Techniques that a comparison without usual days needs."""

LONGEST_GAP = 400
"""Days between two mornings beyond which a date is likelier a slip than a pause."""

MOST_AHEAD = 7
"""Days after the last morning for which there is a draw: what more mornings would change
must not be fixed before them."""

MOST_USUAL_DAYS = 0.5
"""Largest share of usual days: beyond it the trial is mostly of doing nothing."""

FELT_DIFFERENCE = 1.9
"""Minimal important difference of first-step pain, points (95% CI 1.3 to 2.5).
Landorf 2010, n = 184: 19 mm on a 100 mm scale."""

SAME_WITHIN = 0.5
"""Two techniques closer than this, in points, are practically the same. Ours: about a
quarter of the minimal important difference."""

ALIKE_WITHIN = 1.0
"""Largest minus smallest effect, in points, below which all are practically alike. Ours."""

WORTHLESS_ABOVE = 1.0
"""An effect that takes less than this off, in points, is called not helping. Ours."""

INTERVAL = 0.90
"""Mass of every interval that is shown: equal tails."""

FEWEST_MORNINGS = 10
"""Scored mornings before anything is said about the choice."""

FEWEST_AFTER_EACH = 2
"""Scored mornings that must directly follow each technique."""

FEWEST_KNOWN = 21
"""Scored mornings right after a day whose load is known, before a load is looked at: three of each
weekday. Ours."""

FEWEST_APART = 5
"""Of these days, so many must have another load than the commonest one. Ours."""

MOST_LOOKED = 365
"""Mornings, the last ones, that a second look looks at: a year says enough, and keeps it quick. Ours."""

LOAD_LINE = 0.75
"""Share of the person's known days that lie at or below the line between their long days and the
others. Fixed by the days alone, before any score is looked at. Ours."""

LOAD_AT = 0.995
"""P(mornings after days above the line are worse, or better) to say so. High, because it is looked
at every day: it keeps a false "worse" under one in twenty. The table is in
docs/explanation/load.md."""

SAFE_AT = 0.97
"""P(leader within SAME_WITHIN of the best) for `found` and `safe-choice`."""

FOUND_AT = 0.94
"""c: P(leader beats the mean of the others) for `found`. The lowest that keeps a false `found`
at daily looks well under one in twenty; the table is in docs/explanation/accuracy.md."""

NO_DIFFERENCE_AT = 0.90
"""P(largest minus smallest effect < ALIKE_WITHIN) for `no-difference`."""

HELPS_AT = 0.95
"""c2: P(leader takes pain off at all) for `yes`. From the same lives as FOUND_AT."""

NOT_HELPING_AT = 0.90
"""P(every effect takes less than WORTHLESS_ABOVE off) for `not-helping`."""

ASKED_BELOW = 0.60
"""`helps` is answered only when the posterior sd of the mean effect has fallen below
this share of its prior sd: else the mornings say little about doing nothing."""

REST_WORSE_BY = 0.5
"""A technique probably worse than the mean of the others by more than this, in points,
is rested ..."""

REST_AT = 0.80
"""... when that probability exceeds this."""

HORIZON = 84
"""Mornings ahead that a forecast looks: twelve weeks."""

FORECAST_INTERVAL = 0.80
"""Mass between the low and the high forecast of mornings to go: equal tails."""
