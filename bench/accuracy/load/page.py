"""The words of docs/explanation/load.md."""

HEAD = """# Yesterday's load, and how often it is said rightly

Written by `python -m bench.accuracy.load.run` (`make bench-load`), engine {engine}, {people} people in each
row. What is asked and how it is answered stands in [what the answers mean](answers.md#the-second-look).

They are virtual people: four techniques in random blocks of three days, effects that differ by an sd of
0.6, 84 mornings, and steps with a level, weekends and moods that last (`cohort/walking.py`). One day in ten
is not counted. Where steps matter, {typical:,.0f} more of them (about an sd) add {matters} points to the
next morning. Techniques that change how much is walked do so by about a quarter (sd), up or down; who hurts
walks about 14% less for each point above the usual pain. All of this is assumed: nothing was found on how
steps of a day go with the first steps of the next.

## What is said

Looked at daily in the first row, weekly in the others, from morning {fewest} on. Worse, better, about the
same: said at some look. Steps, line: 90% intervals of the last day that hold the truth, for one sd of steps
and for days above the line. A rate of {people} people has a standard error of up to 3 in a hundred; one of
3%, of 1.

Where steps do nothing, any "worse" or "better" is false; where they matter, any "better" and any "about the
same". Where techniques change how much is walked, the truth of the line is that within days of one technique.
"""

CONTRASTS = """## What becomes of the techniques

90% intervals of contrasts that hold the truth, on the last day. The first analysis answers what a technique
does in all, by way of walking too; the second what it does besides. Where techniques change how much is
walked, and steps matter, these are two questions: "first question" holds the second analysis against the
truth of the first. Width: mean width of the intervals, points. Moved: some technique was said to move by
more than half a point.
"""

OFF = """## Who hurts walks less

Whoever walks less while it hurts, and hurts the next morning too, seems to be helped by walking. Below stands
by how many points {typical:,.0f} more steps are told wrongly on average, with its standard error: by the
engine, which has the score of the day when it looks at the next one, and by a straight line through the same
days (least squares).
Here who hurts walks a third less for each point above the usual pain. "Minus" says that walking looks better
than it is. Where steps matter, the prior takes a little off the engine's number.
"""

CHOSEN = """## The threshold

"Worse" is said at P(worse) >= c; so is "better". Where steps do nothing it is false, looked at daily and
weekly, in the worst of the four rows too; where they add {matters} (fifth row) it is right. Chosen: {at:g}.
Daily looks find more than weekly ones, and only with some room does every row stay under one in twenty.
"""
