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
steps = round(sum(gathered.quarters[STEPS].days(None).values()))
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


def report(measured: dict[str, list[dict[str, float]]], mb: float) -> None:
    """Print a line for each: its best round, and how much longer it takes than we do."""
    best = {name: min(rounds, key=lambda one: one["seconds"]) for name, rounds in measured.items() if rounds}
    print(f"{'':34}{'MB/s':>8}{'seconds':>9}{'MB used':>9}{'times ours':>12}{'steps':>13}")
    for name, one in best.items():
        times = one["seconds"] / best[OURS]["seconds"]
        print(
            f"{name:34}{mb / one['seconds']:8.0f}{one['seconds']:9.1f}{one['memory']:9.0f}"
            f"{times:12.1f}{one['steps']:13,.0f}"
        )
    others = [best[name]["seconds"] for name in best if not name.startswith("Firststep") and name != FLOOR]
    if others:
        print(f"The quickest other package takes {min(others) / best[OURS]['seconds']:.1f} times as long.")
    print("Of ours, steps that phone and watch both counted count once; the others add up all records.")


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
        report(measured, mb)


if __name__ == "__main__":
    main()
