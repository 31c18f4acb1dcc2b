"""An account of how a trial was kept and what it shows, section by section.

The sections follow the items of CENT 2015, the extension of CONSORT for N-of-1 trials
(Vohra et al. 2015, BMJ 350:h1738), in our own words and with our own numbers. What
Firststep cannot know is named and said to be not recorded.
"""

from firststep.care import Account, Sessions, View
from firststep.knowledge import ENGLISH, speaking
from firststep.records import Why
from firststep.reports.content import percent, short, signed
from firststep.reports.papers.protocol import BETTER, QUESTIONS, expected
from firststep.reports.papers.sections import NOT_RECORDED, Item, Section
from firststep.trial import Done, Estimate, Findings, HelpsKind
from firststep.trial.yardsticks import FELT_DIFFERENCE, INTERVAL

FOLLOWS = "The sections follow the items of CENT 2015, for reports of N-of-1 trials."

VIEWS = {View.AS_DONE: "As done", View.AS_ADVISED: "As advised", View.NEUTRAL: "Neutral prior"}

REST = "usual days"

WHY = {Why.ABOVE: "pain above the ceiling"}
"""Why somebody stopped, where its id does not say it."""

LIMITS = (
    "One person, one foot, one score. The person knew what was done and scored it themselves, so what was "
    "hoped for may be in the scores. Draws that adapt favour what looked better early. Effects that build "
    "up or fade over more than about two weeks are not told apart from the level. What else changed on the "
    "same days (shoes, load, sleep) is not in the analysis."
)

REACH = (
    "These are one person's mornings. They say nothing about other people, and may not hold for the same "
    "person at another time or for the other foot."
)


@speaking(ENGLISH)
def conduct_title(account: Account) -> str:
    """What was compared, by which design, on what."""
    return (
        "Account of a randomised trial with one person (N-of-1): "
        f"{', '.join(account.findings.techniques) or 'no technique'}; {account.diary.score}"
    )


@speaking(ENGLISH)
def conduct_sections(account: Account) -> tuple[Section, ...]:
    """The account, section by section."""
    return (
        _short(account),
        _plan(account),
        _design(account),
        Section("Periods in their order, as done", _periods(account)),
        Section("Adherence: done against drawn", _followed(account)),
        _numbers(account),
        _outcomes(account),
        _rhythm(account.findings),
        _robust(account),
        _harms(account),
        _discussion(account),
    )


def _short(account: Account) -> Section:
    findings = account.findings
    return Section(
        "In short",
        (
            Item("Form", FOLLOWS),
            Item("Choice", findings.choice.words),
            Item("Helps", findings.helps.words),
        ),
    )


def _plan(account: Account) -> Section:
    protocol = account.protocol
    if protocol is None:
        return Section("Protocol", (Item("Protocol", "none was given"), Item("Registration", NOT_RECORDED)))
    hoped = expected(protocol)
    leader = account.findings.choice.technique
    return Section(
        "Protocol",
        (
            Item("Digest (sha256)", protocol.digest),
            Item("Question", QUESTIONS[protocol.question]),
            Item("Expected beforehand", f"{hoped}; ahead now: {leader or 'none'}" if hoped else NOT_RECORDED),
            Item("Changes after the start", " ".join(account.changes) or "none that is recorded"),
            Item("Sealed seed", _seal(account)),
        ),
    )


def _seal(account: Account) -> str:
    if account.opened is None:
        return "not opened"
    return "opened, and it fits" if account.opened else "opened, and it does not fit: another seed was sealed"


def _design(account: Account) -> Section:
    findings, protocol = account.findings, account.protocol
    better = BETTER[findings.better] if findings.better else "nobody said which way the score is better"
    known = "stored with their chances" if account.advices else "known, without their chances"
    draws = f"{account.kept.drawn} days have a draw, {known}" if account.kept.drawn else NOT_RECORDED
    return Section(
        "Methods",
        (
            Item("Background and earlier care", NOT_RECORDED),
            Item("Who, and the diagnosis", NOT_RECORDED),
            Item("Techniques", ", ".join(findings.techniques) or "none"),
            Item("How each is done", NOT_RECORDED),
            Item("Outcome", f"{account.diary.score}; {better}"),
            Item("Randomisation", draws),
            Item("How it was drawn", protocol.rule("chances") if protocol else NOT_RECORDED),
            Item("Blinding", "none: the person knew what was done, and scored"),
            Item("Planned length", "open; an answer never ended the diary"),
            Item("Analysis", f"Bayesian, engine {findings.engine}; intervals hold {INTERVAL:.0%}"),
        ),
    )


def _periods(account: Account) -> tuple[Item, ...]:
    items = []
    for period in account.kept.periods:
        mean = "" if period.mean is None else f", mean {period.mean:.1f}"
        days = period.first.isoformat()
        if period.last > period.first:
            days += f" to {period.last.isoformat()}"
        items.append(Item(days, f"{_done(period.did)}; scored mornings after it {period.scored}{mean}"))
    return tuple(items)


def _done(did: Done) -> str:
    if did is None:
        return "not told"
    return " and ".join(sorted(did)) or "nothing"


def _followed(account: Account) -> tuple[Item, ...]:
    if not account.kept.followed:
        return (Item("Draws", NOT_RECORDED),)
    rows = [
        Item(
            row.technique or REST,
            f"drawn on {row.drawn} days; done {row.done}, with something else too {row.with_more}, something "
            f"else instead {row.instead}, nothing instead {row.nothing}, not told {row.untold}",
        )
        for row in account.kept.followed
    ]
    share = percent(account.kept.done / account.kept.drawn)
    return (Item("All draws", f"{account.kept.done} of {account.kept.drawn} done as drawn ({share})"), *rows)


def _numbers(account: Account) -> Section:
    kept, series = account.kept, account.findings.series
    after = ", ".join(f"{name} {series.scored_after(name)}" for name in series.techniques)
    return Section(
        "Numbers analysed",
        (
            Item("Dates", f"{series.start.isoformat()} to {series.day(len(series) - 1).isoformat()}"),
            Item("Mornings", f"{kept.days}; with a score {kept.scored}; missed {kept.days - kept.scored}"),
            Item("Days not told about", f"{kept.days - kept.told} of {kept.days}"),
            Item("Scored mornings right after each", after or "no technique"),
            Item("Left out of the analysis", "no morning that has a score"),
        ),
    )


def _outcomes(account: Account) -> Section:
    findings = account.findings
    asked = findings.helps.kind is not HelpsKind.NOT_ASKED
    items = [Item("Scale", f"points, with {INTERVAL:.0%} intervals; {FELT_DIFFERENCE:g} points can be felt")]
    for name, effect in findings.effects.items():
        against = signed(effect) if asked else "the days say too little about doing none"
        best = "" if effect.chance_best is None else f"; chance of being best {percent(effect.chance_best)}"
        items.append(Item(name, f"done on {effect.days} days; against doing none {against}{best}"))
    items += [Item(f"{pair.a} minus {pair.b}", signed(pair)) for pair in findings.contrasts]
    return Section("Outcomes", tuple(items))


def _rhythm(findings: Findings) -> Section:
    rhythm, level = findings.rhythm, findings.level
    ends = [f"{level.mean[k]:.1f} ({level.low[k]:.1f} to {level.high[k]:.1f})" for k in (0, -1)]
    return Section(
        "Carry-over and periods",
        (
            Item("Carry-over, the share of an exposure that the next day keeps", _spread(rhythm.carry_over)),
            Item("Level had nothing been done", f"first morning {ends[0]}, last {ends[1]}"),
            Item("One day's step of the level, sd in points", _spread(rhythm.level_sd)),
            Item("Around it from day to day, sd in points", _spread(rhythm.residual_sd)),
            Item("What one day hands on to the next", _spread(rhythm.autocorrelation)),
        ),
    )


def _robust(account: Account) -> Section:
    items = [Item(VIEWS[view], _answer(findings)) for view, findings in account.views.items()]
    if View.AS_ADVISED not in account.views:
        items.append(Item(VIEWS[View.AS_ADVISED], f"the draws are {NOT_RECORDED}"))
    check = account.witness.words if account.witness else f"the chances of the draws are {NOT_RECORDED}"
    return Section("The same answer in other ways", (*items, Item("Second check", check)))


def _answer(findings: Findings) -> str:
    """The kinds of answer, and the leader against every other."""
    leader = findings.choice.technique
    pairs = [
        f"{short(leader)} minus {short(name)} {signed(findings.contrast(leader, name))}"
        for name in findings.techniques
        if leader and name != leader
    ]
    kinds = f"choice {findings.choice.kind}, helps {findings.helps.kind}"
    return "; ".join([kinds, *pairs])


def _harms(account: Account) -> Section:
    if account.warned is None:
        told = NOT_RECORDED
    else:
        told = ", ".join(day.isoformat() for day in account.warned) or "none was told"
    return Section(
        "Harms",
        (
            Item("Warning signs", told),
            Item("Stopped because it hurt", _stops(account)),
            *_sessions(account),
            Item("Other harms", f"not asked about, so {NOT_RECORDED}"),
        ),
    )


def _stops(account: Account) -> str:
    if account.stops is None:
        return NOT_RECORDED
    said = [f"{on.isoformat()} {name} ({WHY.get(why, str(why))})" for on, name, why in account.stops]
    return ", ".join(said) or "none was told"


def _sessions(account: Account) -> tuple[Item, ...]:
    """What was told right before and after sessions; comfort stands here, as it is in no outcome."""
    if not account.sessions:
        return (Item("Pain and comfort after sessions", NOT_RECORDED),)
    return tuple(Item(f"Sessions of {row.technique}", _session(row)) for row in account.sessions)


def _session(row: Sessions) -> str:
    mean = row.comfort.mean
    felt = (
        NOT_RECORDED if mean is None else f"{float(mean):.1f} of 5 in {row.comfort.sessions}, in no outcome"
    )
    return (
        f"{row.count}; pain after told in {row.answered}, above the ceiling and more than before in "
        f"{row.above}; comfort {felt}"
    )


def _discussion(account: Account) -> Section:
    return Section(
        "Discussion and other",
        (
            Item("Limitations", LIMITS),
            Item("Reach", REACH),
            Item("Notes of the reader of the file", " ".join(account.diary.notes) or "none"),
            Item("Approval by a committee", NOT_RECORDED),
            Item("Funding", "none stated"),
        ),
    )


def _spread(estimate: Estimate) -> str:
    return f"{estimate.mean:.2f} ({estimate.low:.2f} to {estimate.high:.2f})"
