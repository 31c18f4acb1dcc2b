"""The words of docs/explanation/triggers.md."""

HEAD = """# What went before the pain, and how often it says too much

Written by `python -m bench.accuracy.triggers.run`. What is found goes together with the pain. It need
not be its cause.

## How it is worked out

Each thing that may have changed gets a score on every day: how far the days just before lie above the
weeks before them. There are eleven, for five questions: new shoes; runs (one long run against the
longest of 30 days, a week against four, a lasting change, hard sessions); steps and walking (a week, a
lasting change, of both); hours on the feet; other events. Each question has the same say, shared among
its ways. Only rises count.

The day of the onset is then one of the person's own days, of up to two years. A score's rank among the
same score on those days says how unusual it was. The smallest rank of a day, weighed by its say, is how
much that day stands out in anything at all, and the onset is held against all of those. So it is paid
for that many things were looked at, however they hang together. A person with several onsets gets one
tenth for all of them.

An onset is the last day that is looked at, and what stands out comes in stretches of which only the
beginning is seen there. Counting days alone says too much. So the six weeks before the onset, and six
days more for each by which it may be off, all count as standing out as much. The price: it takes 420
days to say anything (840 where the onset is known to a week), up to 84 more that these look back on, and
smaller jumps are missed. All of this was chosen on these histories: the rates are those of a rule that
has seen them.

What was told by hand is compared only if the person says from which day on nothing was left out. Else
whoever remembers only the new shoes would always find them.

The change point is a small Bayesian model of twelve weekly values: it says where a lasting change may
lie and how large it may be. Whether it is worth telling is settled by the ranks, never by its own
probability.

## When nothing set it off

Every third day of a real history is an onset in turn. In brackets the standard error, with the onsets of
one person in one quarter of a year as one bundle. Runs, shoes, standing and events are made up even
where the steps are real: no open history has them. Steps are real: phone A 1,784 days, wrist B 844 with
long holes, wrist C 795. They are three people, perhaps fewer, none of them with this pain. The 51 days
of wrist D are too few for any answer. Made-up lives have weekends, moods that last, a season, and a
level that drifts.
"""

POWER = """
Two rows are what the rule cannot mend: somebody says that all was told, and left out old shoes (nine in
ten of those of a year ago, fewer of newer ones), or remembers only the first and the newest of shoes,
standing and events. Then it may be told more than one in ten times. "They are all" has to be true.

## When something did

How often a planted rise itself stands out, everything else as it was lived; in brackets the error.
Whoever varies much from week to week has to change more. A jump of a quarter is not found: "nothing
stands out" does not say that nothing changed.
"""

TAIL = """
## Where a lasting change lies, and how large it was

Four weeks of more steps, planted, where they stood out. What was planted comes on top of what the person
did anyway, so the truth is not exactly the number in the second column. The middle column is the chance
that the model gives to the planted week and those beside it, on average; the last one how often its 80%
interval holds the planted number. It holds it far less often than that: so no sentence tells it, and
the numbers in `--json` are the model's, not a promise.
"""
