"""The quick reader of Apple Health gives what the strict one gives, whatever the form of the file."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from firststep.intake.activity.apple.gathered import Gathered
from firststep.intake.activity.apple.health import gather
from firststep.intake.activity.apple.quick import read_quickly
from firststep.intake.activity.apple.strict import read_strictly
from firststep.intake.activity.parts import Part
from firststep.knowledge.said import say

KINDS = st.sampled_from(["StepCount", "DistanceWalkingRunning", "HeartRate"])
SOURCES = st.sampled_from(
    ["Watch", "Anna’s iPhone", "A &amp; B", "StepCounter", "&lt;Record type=", "a&#10;b", "a>b", ""]
)
MOMENTS = st.integers(0, 5 * 86400).map(
    lambda second: datetime(2026, 10, 23, tzinfo=UTC).replace(tzinfo=None) + timedelta(seconds=second)
)
OFFSETS = st.sampled_from(["+0200", "+0100", "-0930", "+0545"])
VALUES = st.one_of(
    st.integers(0, 900).map(str), st.floats(0, 5).map(repr), st.sampled_from(["", "1e3", "-4", "x", "1_0"])
)


@st.composite
def records(draw):
    start = draw(MOMENTS)
    end = start + timedelta(seconds=draw(st.sampled_from([0, 60, 500, 3000, 9000, 90000, 300000, -60])))
    offset = draw(OFFSETS)
    return {
        "type": f"HKQuantityTypeIdentifier{draw(KINDS)}",
        "sourceName": draw(SOURCES),
        "device": "&lt;&lt;HKDevice: 0x30&gt;&gt;",
        "unit": draw(st.sampled_from(["count", "count", "km", "km", "mi", "kg"])),
        "creationDate": f"{end} {offset}",
        "startDate": f"{start} {offset}",
        "endDate": f"{end} {offset}",
        "value": draw(VALUES),
    }


def written(attributes, *, quote='"', between=" ", close="/>"):
    said = between.join(f"{name}={quote}{value}{quote}" for name, value in attributes.items())
    return f"<Record {said}{close}"


OTHER_FORMS = (
    lambda one: written(dict(reversed(one.items()))),
    lambda one: written(one, quote="'"),
    lambda one: written(one, between="\n   "),
    lambda one: f"<!-- {written(one)} -->",
    lambda one: f"<![CDATA[{written(one)}]]>",
    lambda one: f"<?apple {written(one)}?>",
    lambda one: written(one, close='><MetadataEntry key="a" value="&amp;"/></Record>'),
    lambda one: f'<Correlation type="x">{written(one)}</Correlation>',
    lambda one: written(one | {"type": one["type"].replace("HK", "&#72;K")}),
    lambda one: workout(one, inside="<WorkoutEvent a='>'/>" + written(one)),
    lambda one: workout(one, inside='<WorkoutStatistics type="HKQuantityTypeIdentifierStepCount" sum="4"/>'),
    lambda one: workout(one, inside=None),
)


@st.composite
def elements(draw):
    """An element as Apple writes it, mostly, or in another form that XML allows."""
    form = draw(st.one_of(st.just(written), st.sampled_from(OTHER_FORMS)))
    return form(draw(records()))


def workout(record, *, inside):
    said = (
        f'<Workout workoutActivityType="HKWorkoutActivityTypeRunning" totalDistance="{record["value"]}"'
        f' totalDistanceUnit="km" startDate="{record["startDate"]}" endDate="{record["endDate"]}"'
    )
    if inside is None:
        return f"{said}/>"
    way = '<WorkoutStatistics type="HKQuantityTypeIdentifierDistanceWalkingRunning" sum="3" unit="km"/>'
    return f"{said}>{way}{inside}</Workout>"


EXPORTS = st.lists(elements(), max_size=12).map(
    lambda body: ("<HealthData>\n " + "\n ".join(body) + "\n</HealthData>\n").encode()
)


def part(content, step=1 << 19):
    return Part("export.xml", len(content), lambda: Slow(content, step))


class Slow:
    """Bytes that come few at a time, so that pieces end anywhere."""

    def __init__(self, content, step):
        self.content, self.step, self.at = content, step, 0

    def read(self, size):
        some = self.content[self.at : self.at + min(size, self.step)]
        self.at += len(some)
        return some

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *_):
        pass


def said(gathered):
    return (
        {kind: (quarters.days(None), quarters.sources()) for kind, quarters in gathered.quarters.items()},
        gathered.sessions.days(None),
        sorted((say(line.why), line.times) for line in gathered.skips.all()),
        gathered.broken_at,
    )


def strictly(content):
    gathered = Gathered()
    read_strictly(part(content), gathered)
    return gathered


@settings(max_examples=400, deadline=None)
@given(EXPORTS, st.integers(1, 400))
def test_where_the_quick_reader_answers_it_answers_as_the_strict_one(content, step):
    quick = Gathered()
    if read_quickly(part(content, step), quick):
        assert said(quick) == said(strictly(content))


@settings(max_examples=200, deadline=None)
@given(st.lists(records(), max_size=12), st.integers(1, 400))
def test_the_quick_reader_answers_where_all_is_as_apple_writes_it(several, step):
    plain = [
        one
        | {"value": "12", "unit": "count" if "Step" in one["type"] else "km"}
        | {"sourceName": one["sourceName"].replace(">", "&gt;")}
        for one in several
    ]
    content = f"<HealthData>{''.join(map(written, plain))}</HealthData>\n".encode()
    quick = Gathered()
    assert read_quickly(part(content, step), quick)
    assert said(quick) == said(strictly(content))


@settings(max_examples=200, deadline=None)
@given(EXPORTS, st.data())
def test_a_file_that_is_cut_anywhere_is_read_alike_and_said_to_be_broken(content, data):
    cut = content[: data.draw(st.integers(len("<HealthData>"), len(content) - len("</HealthData>\n")))]
    gathered = gather(part(cut))
    assert said(gathered) == said(strictly(cut))
    assert gathered.broken_at is not None


@settings(max_examples=300, deadline=None)
@given(EXPORTS, st.data())
def test_no_damage_makes_it_lose_what_the_strict_reader_still_sees(content, data):
    at = data.draw(st.integers(len("<HealthData>"), len(content) - 1))
    some = data.draw(st.binary(max_size=3))
    damaged = content[:at] + some + content[at + data.draw(st.integers(0, 40)) :]
    ours, strict = gather(part(damaged)), strictly(damaged)
    for kind, quarters in strict.quarters.items():
        mine = ours.quarters[kind].days(None)
        assert all(mine[on] >= amount for on, amount in quarters.days(None).items())
