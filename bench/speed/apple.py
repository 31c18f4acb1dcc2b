"""Reading an Apple Health export: Firststep against the other Python packages that read one, in one run.

    python -m bench.speed.apple [--mb N] [--rounds N]

Writes a made-up export of N MB (600 unless said), and reads it in processes of their own, in turns:
Firststep through its front door, once as the plain file and once as the zip that a phone makes, and its
strict reader alone; `healthkit-to-sqlite`, through its own function into a file, as its command does;
`apple-health-parser`, which unpacks a zip itself; and the plainest loop over the standard library's
`iterparse`, which only adds up steps and is a floor for whatever is built on it. Seconds are of the
processor, since other work may share the machine; memory is the most that the process had.

The other packages do more with it: they keep every record. What is compared is how long somebody
waits until the steps of a day are known.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from bench.made_up_export import write_export

OURS, ZIPPED, STRICT = "Firststep", "Firststep, from the zip", "Firststep, strict reader"
FLOOR = "iterparse, adding up steps only"
READERS = {
    OURS: """
from firststep.intake.activity import read_activity
steps = sum(day.steps or 0 for day in read_activity(plain).days)
""",
    ZIPPED: """
from firststep.intake.activity import read_activity
steps = sum(day.steps or 0 for day in read_activity(zipped).days)
""",
    STRICT: """
from pathlib import Path
from firststep.intake.activity.apple.gathered import STEPS, Gathered
from firststep.intake.activity.apple.strict import read_strictly
from firststep.intake.activity.parts import Part
gathered = Gathered()
read_strictly(Part("export.xml", 0, lambda: open(plain, "rb")), gathered)
steps = sum(map(round, gathered.quarters[STEPS].days(None).values()))
""",
    FLOOR: """
from xml.etree.ElementTree import iterparse
steps, root = 0, None
for event, element in iterparse(plain, ("start", "end")):
    if root is None:
        root = element
    if event == "end" and element.tag == "Record":
        if element.get("type") == "HKQuantityTypeIdentifierStepCount":
            steps += int(element.get("value"))
        root.clear()
""",
    "healthkit-to-sqlite": """
import sqlite_utils
from healthkit_to_sqlite.utils import convert_xml_to_sqlite
kept = sqlite_utils.Database(folder + "/kept.db", recreate=True)
with open(plain, "rb") as file:
    convert_xml_to_sqlite(file, kept)
(steps,) = kept.execute("select sum(value) from rStepCount").fetchone()
""",
    "apple-health-parser": """
from apple_health_parser.utils.parser import Parser
parser = Parser(zipped, output_dir=folder + "/unpacked", overwrite=True)
records = parser.get_flag_records("HKQuantityTypeIdentifierStepCount").records
steps = int(records["value"].sum())
""",
}
TARGET = Path(__file__).parent.parent.parent / "docs/explanation/activity-files.md"
HEAD = """# Reading a long Apple Health export

Written by `make bench-activity`; all were measured in one run on one machine, each in a process of its
own, best of {rounds}. Read is a made-up export of {mb:.0f} MB, over ten years of a phone and a watch, in
which steps and distances are a quarter of all records. Seconds are of one processor, from the start of the
program to the steps of each day.

| reader | MB of XML a second | seconds | MB of memory | times ours | steps |
|---|---|---|---|---|---|
"""
FOOT = """

The quickest other package takes {quickest}. Targets: 100 MB a second or five times as fast as it,
and less than 150 MB of memory.

The two packages keep every record, and we keep sums; compared is how long somebody waits for the steps
of a day. The loop over `iterparse` only adds up steps: a floor for whatever is built on it. Steps that
phone and watch both counted count once with us; the others add up all records.

A file that is not in the plain form that Apple writes, or is damaged, is read by the quick reader until it
gives up, and then by the strict one from the beginning: at most both times together. The made-up export is
in the plain form throughout; no real one of this size was at hand.
"""
AROUND = """
import json, os, resource, sys, time
plain, zipped, folder = sys.argv[1:]
before = time.process_time()
{reader}
said = {{
    "seconds": time.process_time() - before,
    "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    "steps": int(steps),
}}
sys.stdout.write("\\n" + json.dumps(said) + "\\n")
"""


def run(name: str, plain: Path, zipped: Path) -> dict[str, float] | str:
    """Read the export by one of them, in a process of its own; why not, where it cannot."""
    program = AROUND.format(reader=READERS[name])
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [sys.executable, "-c", program, str(plain), str(zipped), folder],
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode:
        return (done.stderr.strip().splitlines() or ["it was ended"])[-1]
    measured: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return measured


def page(measured: dict[str, list[dict[str, float]]], mb: float) -> str:
    """The page: a line for each reader with its best round, and how much longer it takes than we do."""
    best = {name: min(rounds, key=lambda one: one["seconds"]) for name, rounds in measured.items() if rounds}
    lines = [
        f"| {name} | {mb / one['seconds']:.0f} | {one['seconds']:.1f} | {one['memory']:.0f} "
        f"| {one['seconds'] / best[OURS]['seconds']:.1f} | {one['steps']:,.0f} |"
        for name, one in best.items()
    ]
    others = [best[name]["seconds"] for name in best if name not in {OURS, ZIPPED, STRICT, FLOOR}]
    quickest = f"{min(others) / best[OURS]['seconds']:.1f} times as long" if others else "not measured"
    rounds = max(map(len, measured.values()))
    return HEAD.format(mb=mb, rounds=rounds) + "\n".join(lines) + FOOT.format(quickest=quickest)


def main() -> None:
    """Write the export, read it by all in turns, print what was measured."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--mb", type=int, default=600)
    asked.add_argument("--rounds", type=int, default=3)
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        plain, zipped = Path(folder) / "export.xml", Path(folder) / "export.zip"
        write_export(plain, options.mb * 1_000_000)
        with zipfile.ZipFile(zipped, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.write(plain, "apple_health_export/export.xml")
        mb = plain.stat().st_size / 1e6
        print(f"a made-up export of {mb:.0f} MB, {zipped.stat().st_size / 1e6:.0f} MB as a zip", flush=True)
        measured: dict[str, list[dict[str, float]]] = {name: [] for name in READERS}
        for _ in range(options.rounds):
            for name in READERS:
                one = run(name, plain, zipped)
                if isinstance(one, str):
                    print(f"{name}: not measured: {one}")
                else:
                    measured[name].append(one)
                    print(f"  {name}: {one['seconds']:.1f} s, {one['memory']:.0f} MB", flush=True)
        text = page(measured, mb)
        print(text)
        if all(measured.values()):  # a page without one side of it would claim nothing
            TARGET.write_text(text)


if __name__ == "__main__":
    main()
