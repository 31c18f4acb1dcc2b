"""A made-up Apple Health export of any size: a person with a phone and a watch; nobody walked these steps.

The shares of the kinds of records are those of somebody who wears a watch all day: steps and distance
on foot are about a quarter of all records, heart beats and energy nearly all others.
"""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE HealthData [
<!-- HealthKit Export Version: 14 -->
<!ELEMENT HealthData (ExportDate,Me,(Record|Correlation|Workout|ActivitySummary|ClinicalRecord)*)>
<!ATTLIST HealthData
  locale CDATA #REQUIRED
>
]>
<HealthData locale="en_GB">
 <ExportDate value="2026-11-01 08:00:00 +0100"/>
 <Me HKCharacteristicTypeIdentifierDateOfBirth="" HKCharacteristicTypeIdentifierBiologicalSex=""/>
"""
PHONE = (
    'sourceName="Anna\u2019s iPhone" sourceVersion="18.1" device="&lt;&lt;HKDevice: 0x301d0a210&gt;, '
    'name:iPhone, manufacturer:Apple Inc., model:iPhone, hardware:iPhone14,5, software:18.1&gt;"'
)
WATCH = (
    'sourceName="Anna\u2019s Apple\u00a0Watch" sourceVersion="11.1" '
    'device="&lt;&lt;HKDevice: 0x3012772a0&gt;, name:Apple Watch, manufacturer:Apple Inc., '
    'model:Watch, hardware:Watch6,7, software:11.1&gt;"'
)


class Kind(NamedTuple):
    """A kind of record: what one holds, how long it lasts, and how many of a hundred bytes are of it."""

    name: str
    device: str
    unit: str
    low: float
    high: float
    lasts: tuple[int, int]
    share: int


KINDS = (
    Kind("StepCount", PHONE, "count", 3, 900, (30, 600), 6),
    Kind("StepCount", WATCH, "count", 3, 300, (20, 400), 7),
    Kind("DistanceWalkingRunning", PHONE, "km", 0.002, 0.6, (30, 600), 6),
    Kind("DistanceWalkingRunning", WATCH, "km", 0.002, 0.2, (20, 400), 7),
    Kind("HeartRate", WATCH, "count/min", 48, 150, (0, 0), 20),
    Kind("ActiveEnergyBurned", WATCH, "kcal", 0.05, 4, (30, 120), 28),
    Kind("BasalEnergyBurned", WATCH, "kcal", 0.5, 20, (60, 900), 20),
    Kind("PhysicalEffort", WATCH, "kcal/hr\u00b7kg", 1, 8, (60, 300), 6),
)
BEGAN = datetime(2016, 11, 1, tzinfo=UTC)
DAYS = 10 * 365
BYTES = 400  # of a record, about
HEART = '>\n  <MetadataEntry key="HKMetadataKeyHeartRateMotionContext" value="0"/>\n </Record>'
WORKOUT = (
    ' <Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="{minutes}" durationUnit="min" '
    '{who} creationDate="{end}" startDate="{start}" endDate="{end}">\n'
    '  <MetadataEntry key="HKIndoorWorkout" value="0"/>\n'
    '  <WorkoutStatistics type="HKQuantityTypeIdentifierDistanceWalkingRunning" startDate="{start}" '
    'endDate="{end}" sum="{km}" unit="km"/>\n </Workout>\n'
)


def write_export(path: Path, size: int, *, seed: int = 1) -> None:
    """An export of at least `size` bytes: each kind by itself, in the order of time, as Apple writes it."""
    chance = random.Random(seed)
    with path.open("wb") as file:
        file.write(HEAD.encode())
        for kind in KINDS:
            file.writelines(_records(kind, chance, size * kind.share // 100))
        file.write("".join(_workouts(chance)).encode())
        file.write(b"</HealthData>\n")


def _stamp(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M:%S +0100")


def _records(kind: Kind, chance: random.Random, share: int) -> Iterator[bytes]:
    """Records of `share` bytes in all, spread over the ten years."""
    written, at = 0, 0.0
    each = DAYS * 86400 / max(1, share // BYTES)
    while written < share:
        at += chance.uniform(0.2, 1.8) * each
        start = BEGAN + timedelta(seconds=int(at))
        end = start + timedelta(seconds=chance.randint(*kind.lasts))
        value = round(chance.uniform(kind.low, kind.high), 0 if kind.unit == "count" else 5)
        text = (
            f' <Record type="HKQuantityTypeIdentifier{kind.name}" {kind.device} unit="{kind.unit}" '
            f'creationDate="{_stamp(end)}" startDate="{_stamp(start)}" endDate="{_stamp(end)}" '
            f'value="{value:g}"{HEART if kind.name == "HeartRate" else "/>"}\n'
        ).encode()
        written += len(text)
        yield text


def _workouts(chance: random.Random) -> Iterator[str]:
    for day in range(0, DAYS, 3):
        start = BEGAN + timedelta(days=day, hours=7)
        minutes = chance.randint(15, 80)
        yield WORKOUT.format(
            minutes=minutes,
            who=WATCH,
            start=_stamp(start),
            end=_stamp(start + timedelta(minutes=minutes)),
            km=round(minutes / 6, 3),
        )
