"""What somebody may have told: a life that has all of it, and random ones."""

from datetime import UTC, date, datetime, timedelta, timezone
from uuid import UUID

from hypothesis import strategies as st

from firststep.care.load import LoadDay
from firststep.care.teaching import TaughtForm, TaughtStep, written
from firststep.knowledge import SafetyQuestion, every, own_technique
from firststep.records import (
    Again,
    Answer,
    By,
    Comparing,
    Doing,
    Foot,
    Function,
    KneeToWall,
    Morning,
    Name,
    Noted,
    Played,
    Question,
    SafetyAnswer,
    Screened,
    SetAside,
    Setting,
    ShinAngle,
    Stopped,
    Taught,
    Told,
    Why,
    Worst,
)
from firststep.records.triggers import (
    CareKind,
    Event,
    EventKind,
    Onset,
    OtherCare,
    ShoeKind,
    Shoes,
    Standing,
)
from firststep.reports.visit import known_of

HERE = timezone(timedelta(hours=1))
MADE = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
TODAY = MADE.date()
ANNA = UUID("3d0c2f4e-7f2b-4d0e-9f54-0f6f0c1f8f3a")
FOUR = ("frozen-bottle", "tennis-ball", "wooden-roller", "calf-stick")

_FORM = TaughtForm(
    by="Eva <physio> & co",
    name="Cork & thumb",
    tools=("tennis-ball",),
    steps=(TaughtStep(does="stroke", stroke="arch-middle", minutes="3"),),
)
CORK = written(_FORM, again=date(2027, 11, 26)).text
MINE = own_technique(CORK, name="cork").id


def known(events, *, name="Anna", foot=Foot.RIGHT, days=()):
    """What the page is made of, from (day, what was told), in that order."""
    return known_of(name, told_of(events, foot), foot, now=MADE, days=days)


def told_of(events, foot=Foot.RIGHT):
    return [
        Told(UUID(int=number + 1), at_foot, on, datetime.combine(on, MADE.time(), HERE), what)
        for number, (on, what, at_foot) in enumerate((*one, foot)[:3] for one in events)
    ]


def ago(days):
    return TODAY - timedelta(days=days)


def played(on, technique, **felt):
    began = datetime.combine(on, MADE.time(), HERE)
    return Played(technique=technique, version=1, began=began, seconds=200, of=300, **felt)


def note(number, entry):
    return Noted(UUID(int=number), entry)


def full_life(count=60, question=Question.HELPS, techniques=FOUR):
    """(day, what): so many days, with everything that the page may speak of."""
    every_answer = [(id_, Answer(one.safe_if)) for id_, one in every(SafetyQuestion).items()]
    yield ago(count), Screened(tuple(sorted(every_answer)))
    yield ago(count), Comparing(question, techniques)
    for number, entry in enumerate(ENTRIES):
        yield ago(1), note(number, entry)
    for back in range(count - 1, -1, -1):
        on, name = ago(back), techniques[(back // 3) % len(techniques)]
        if back % 11:
            yield on, Morning((back * 7) % 5 + 2 * (name == techniques[0]))
        yield on, Doing(frozenset() if back % 12 == 5 else frozenset([name]))
        yield on, played(on, name, before=5, after=back % 4, comfort=back % 5 + 1)
    for back, better in ((30, 0), (0, 2)):
        yield ago(back), Worst(8 - better)
        yield ago(back), Function((("Walk <the> dog", 3 + better), ("stairs & steps", 5), ("run", 1)))
        yield ago(back), KneeToWall((7.1, 8.2 + better, 8.3 + better))
        yield ago(back), ShinAngle((30, 33 + better, 31), By.TYPED if back else By.SENSOR)
    yield ago(1), Stopped(techniques[-1], Why.NUMB)


ENTRIES = (
    Onset(on=ago(200), within=7),
    Onset(on=ago(20), flare=True),
    Shoes(name="the <red> ones & co", kind=ShoeKind.RUNNING, since=ago(210)),
    Standing(hours=6.5, since=ago(220), until=ago(100)),
    Event(kind=EventKind.TRIP, since=ago(205), until=ago(203), says="Rome"),
    *(
        OtherCare(kind=kind, since=ago(40 - number), until=ago(5) if number % 2 else None, says="as <told>")
        for number, kind in enumerate(CareKind)
    ),
    OtherCare(kind=CareKind.VISIT, since=ago(9)),
)


def full(count=60, **more):
    return known([*full_life(count, **more)], days=[_walked(ago(back)) for back in range(1, 2200)])


def _walked(on):
    steps = 15_000 if ago(204) <= on <= ago(200) else 5_000 + on.toordinal() * 37 % 900
    return LoadDay(on=on, sources=("phone",), steps=steps)


names = st.text(st.characters(exclude_categories=("C", "Z")) | st.sampled_from(" <&>\"'"), min_size=1).filter(
    lambda text: text.isprintable() and text.strip() == text
)
scores, days_ago = st.integers(0, 10), st.integers(0, 40)
some_technique = st.sampled_from((*FOUR, "other", "of-another-version", MINE))
moments_off = st.timedeltas(timedelta(0), timedelta(hours=20))


@st.composite
def sessions(draw, on):
    began = datetime.combine(on, datetime.min.time(), HERE) + draw(moments_off)
    seconds = draw(st.none() | st.integers(0, 900))
    felt = {"before": scores, "after": scores, "comfort": st.integers(1, 5)}
    return Played(
        technique=draw(st.sampled_from((*FOUR, MINE))),
        version=1,
        began=began,
        seconds=seconds,
        of=900,
        **{name: None if seconds is None else draw(st.none() | some) for name, some in felt.items()},
    )


@st.composite
def entries(draw):
    since = ago(draw(st.integers(-3, 300)))
    until = draw(st.none() | st.just(since + timedelta(days=3)))
    kind = draw(st.sampled_from(("onset", "shoes", "standing", "event", "care", "care", "care")))
    says = draw(st.just("") | names)
    return {
        "onset": lambda: Onset(on=since, within=draw(st.sampled_from((0, 7))), flare=draw(st.booleans())),
        "shoes": lambda: Shoes(name=draw(names), kind=ShoeKind.WORK, since=since, until=until),
        "standing": lambda: Standing(hours=draw(st.floats(0.5, 16)), since=since, until=until),
        "event": lambda: Event(kind=EventKind.SPORT, since=since, until=until, says=says),
        "care": lambda: OtherCare(kind=draw(st.sampled_from(CareKind)), since=since, until=until, says=says),
    }[kind]()


@st.composite
def things(draw, on):
    """Something that was told of a day, or a few of them."""
    three = st.tuples(*[st.integers(0, 300).map(lambda tenth: tenth / 10)] * 3)
    technique = st.sampled_from((*FOUR, MINE))
    kinds = {
        "morning": st.builds(Morning, st.none() | scores),
        "doing": st.builds(Doing, st.none() | st.frozensets(some_technique, max_size=2)),
        "session": sessions(on),
        "worst": st.builds(Worst, st.none() | scores),
        "function": st.builds(
            Function,
            st.lists(
                st.tuples(names, scores), min_size=3, max_size=5, unique_by=lambda one: one[0].casefold()
            ).map(tuple)
            | st.just(()),
        ),
        "knee": st.builds(KneeToWall, three | st.just(())),
        "shin": st.builds(ShinAngle, st.tuples(*[st.integers(0, 60)] * 3) | st.just(()), st.sampled_from(By)),
        "stop": st.builds(Stopped, technique, st.sampled_from(Why)),
        "aside": st.builds(SetAside, technique),
        "again": st.builds(Again, technique, st.booleans()),
        "note": st.builds(Noted, st.integers(1, 6).map(lambda key: UUID(int=key)), st.none() | entries()),
    }
    picked = draw(st.sampled_from(("morning", "morning", "doing", "doing", "session", *kinds)))
    return draw(kinds[picked])


checks = st.one_of(
    st.builds(SafetyAnswer, st.booleans()),
    st.dictionaries(st.sampled_from(sorted(every(SafetyQuestion))), st.sampled_from(Answer), max_size=60).map(
        lambda answers: Screened(tuple(sorted(answers.items())))
    ),
)
comparisons = st.one_of(
    st.builds(
        Comparing,
        st.sampled_from((Question.HELPS, Question.WHICH)),
        st.lists(st.sampled_from((*FOUR, MINE)), min_size=2, max_size=4, unique=True).map(tuple),
    ),
    st.just(Comparing(Question.GUIDE, ("tennis-ball",))),
)


@st.composite
def lived(draw):
    """(day, what was told, foot): a random life."""
    events = [(ago(60), Taught(CORK))]
    events += [(ago(45), what) for what in draw(st.lists(checks | comparisons, max_size=4))]
    if draw(st.booleans()):
        events.append((ago(45), Setting(Name.UNITS, "imperial")))
    events += [(ago(30), note(key, draw(entries()))) for key in range(draw(st.integers(0, 5)))]
    for _ in range(draw(st.integers(0, 50))):
        back = draw(days_ago)
        foot = draw(st.sampled_from((Foot.RIGHT, Foot.RIGHT, Foot.RIGHT, Foot.LEFT)))
        events.append((ago(back), draw(things(ago(back))), foot))
    return events


def lives():
    """What is known of somebody's heel, after a random life."""
    return st.builds(lambda events, name: known(events, name=name), lived(), names)
