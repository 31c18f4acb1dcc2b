"""The public list of NPIs: how long an import takes, in how much memory, and how long a search takes.

    python -m bench.speed.professionals [--rows N]

Writes a made-up file in the form of the public list (2 million rows unless said, some 2 GB) and one of a
tenth of it, and imports them in processes of their own, each into an installation of its own: Firststep
through its front door; and the plain way, which takes every row apart by the names of its columns, keeps
all that matter in a list and saves them at the end. Seconds are of the processor; memory is the most that
the process had. Then searches at the same ZIP codes, ours and the plain way: every entry of the
kind read, its distance worked out, and all of them sorted.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench.made_up_nppes import write_quickly
from firststep.intake.places import places

NAME = "npidata_pfile_20050523-20261108.csv"
SEARCHES = 100
SET_UP = """
import json, os, resource, statistics, sys, time
from datetime import datetime
from pathlib import Path
import django
django.setup()
from firststep.actions.start import start
start(datetime.now().astimezone())
path = Path(sys.argv[1])
before = time.process_time()
"""
OURS = """
from firststep.actions.import_professionals import import_professionals
(done,) = import_professionals([path], datetime.now().astimezone())
kept = done.here.count
"""
PLAIN = """
import csv
from django.db import transaction
from firststep.care.professionals import codes_wanted
from firststep.intake.nppes.rows import CITY, COUNTRY, NAMES, ORGANISATION, PHONE, STATE, STREET
from firststep.intake.nppes.rows import GIVEN_UP, TAXONOMIES, ZIP
from firststep.intake.places import places
from firststep.store.models import Directory, Entry, Place
wanted, entries, numbers = codes_wanted(), [], set()
rows = [Place(zip=p.zip, lat=p.lat, lon=p.lon, city=p.city, state=p.state) for p in places()]
Place.objects.bulk_create(rows)
now = datetime.now().astimezone()
directory = Directory.objects.create(first="2005-05-23", until="2026-11-08", made=now, here=True)
with path.open(newline="", encoding="utf-8") as file:
    for row in csv.DictReader(file):
        kinds = {wanted[row[code]] for code, _ in TAXONOMIES if row[code] in wanted}
        if kinds and row[COUNTRY] in ("US", "") and not row[GIVEN_UP]:
            numbers.add(row["NPI"])
            told = {
                "npi": row["NPI"], "name": row[ORGANISATION] or ", ".join(row[n] for n in NAMES),
                "street": row[STREET[0]], "city": row[CITY], "state": row[STATE], "zip": row[ZIP][:5],
                "phone": row[PHONE], "placed": True,
            }
            entries += [Entry(directory=directory, kind=kind, **told) for kind in kinds]
with transaction.atomic():
    Entry.objects.bulk_create(entries, batch_size=500)
kept = len(numbers)
"""
AFTER = """
said = {
    "seconds": time.process_time() - before,
    "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    "kept": kept,
}
sys.stdout.write("\\n" + json.dumps(said) + "\\n")
"""
SEARCH = """
import gc, random
from firststep.store import read_professionals as read
from firststep.store.models import Entry, Place
KINDS = ("doctor", "podiatrist", "physical-therapist", "massage-therapist")
dice = random.Random(1)
zips = ["10001", *dice.sample(sorted(Place.objects.values_list("zip", flat=True)), int(sys.argv[2]))]
def plain(zip_, kinds, miles, most):
    middles = {p.zip: (p.lat, p.lon) for p in Place.objects.all()}
    here = middles[zip_]
    found = {}
    for entry in Entry.objects.filter(directory__here=True, kind__in=kinds):
        far = read.miles_between(*here, *middles[entry.zip]) if entry.zip in middles else 1e9
        if far <= miles:
            found[entry.npi] = (round(far, 9), entry.name, entry.npi)
    return sorted(found.values())[:most]
def ours(zip_, kinds, miles, most):
    near = read.find(zip_, read.Search(kinds, miles, most)).near
    return [(round(one.miles, 9), one.listed.name, one.listed.npi) for one in near]
out = {}
ours(zips[0], KINDS, 25, 20)  # what Django works out once in a process
for kinds, miles in ((("podiatrist",), 25), (("podiatrist",), 100), (KINDS, 25), (KINDS, 100)):
    times, answers = {}, {}
    for name, way, asked in (("ours", ours, zips), ("plain", plain, zips[:3])):
        times[name], answers[name] = [], []
        for zip_ in asked:
            since = time.process_time()
            answers[name].append(way(zip_, kinds, miles, 20))
            times[name].append(1000 * (time.process_time() - since))
        gc.collect()  # what one way leaves behind is not cleared away in the time of the other
    assert answers["plain"] == answers["ours"][:3], answers
    label = f"{'one kind' if len(kinds) == 1 else 'all kinds'} within {miles} miles"
    out[label] = {
        name: [statistics.median(t), sorted(t)[int(0.95 * (len(t) - 1))], max(t)] for name, t in times.items()
    }
sys.stdout.write("\\n" + json.dumps(out) + "\\n")
"""
TARGET = Path(__file__).parent.parent.parent / "docs/explanation/professionals.md"
HEAD = """# The public list of professionals: how long it takes

Written by `make bench-professionals`; all of it was measured in one run on one machine. The files are made
up, in the form of the public list, with 330 columns; {share:.0%} of their rows are of a kind that is kept.
The real list has some nine million rows. Seconds and milliseconds are of one processor, since other work
shared the machine; memory is the most that the process had.

| import | rows | MB | seconds | rows a second | MB of memory | kept | times ours |
|---|---|---|---|---|---|---|---|
"""
MIDDLE = """
From a tenth of the rows to all of them, ours needs {more:.0f} MB more; the plain way needs
{plain_more:.0f} MB more. The plain way takes every row apart by the names of its columns, and saves all
of it at the end.

| search, the nearest 20 | ours: median, p95, most | plain: median | times ours |
|---|---|---|---|
"""
FOOT = """
Ours was asked at {searches} ZIP codes by chance and in the middle of New York; the plain way, which reads
every entry and sorts all of them, at three of these. Both gave the same answers. Target: below 50 ms.
"""


def run(program: str, home: Path, *arguments: object) -> Any:
    """Run a program in a process of its own, over an installation of its own; what it measured."""
    environment = os.environ | {"FIRSTSTEP_HOME": str(home), "DJANGO_SETTINGS_MODULE": "firststep.settings"}
    done = subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
    if done.returncode:
        sys.exit(done.stderr)
    return json.loads(done.stdout.strip().splitlines()[-1])


def main() -> None:
    """Write the files, import them both ways, search both ways, and write the page."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rows", type=int, default=2_000_000)
    rows = asked.parse_args().rows
    zips = [place.zip for place in places()]
    lines, measured = [], {}
    with tempfile.TemporaryDirectory() as folder:
        for count in (rows // 10, rows):
            path = Path(folder) / str(count) / NAME
            path.parent.mkdir()
            write_quickly(path, count, zips)
            size = path.stat().st_size / 1e6
            for name, way in (("Firststep", OURS), ("the plain way", PLAIN)):
                one = run(SET_UP + way + AFTER, Path(folder) / f"{name} {count}", path)
                measured[name, count] = one
                seconds, times = one["seconds"], one["seconds"] / measured["Firststep", count]["seconds"]
                lines.append(
                    f"| {name} | {count:,} | {size:,.0f} | {seconds:.0f} | {count / seconds:,.0f} "
                    f"| {one['memory']:.0f} | {one['kept']:,} | {times:.1f} |"
                )
                print(lines[-1], flush=True)
            path.unlink()
        share = measured["Firststep", rows]["kept"] / rows
        more, plain_more = (
            measured[name, rows]["memory"] - measured[name, rows // 10]["memory"]
            for name in ("Firststep", "the plain way")
        )
        found = run(SET_UP + SEARCH, Path(folder) / f"Firststep {rows}", folder, SEARCHES)
    text = HEAD.format(share=share) + "\n".join(lines) + "\n"
    text += MIDDLE.format(more=more, plain_more=plain_more) + "\n".join(map(searched, found.items())) + "\n"
    text += FOOT.format(searches=SEARCHES)
    print(text)
    TARGET.write_text(text)


def searched(one: tuple[str, dict[str, list[float]]]) -> str:
    """A line of the second table."""
    label, times = one
    median, late, most = times["ours"]
    plain = times["plain"][0]
    return f"| {label} | {median:.1f}, {late:.1f}, {most:.1f} ms | {plain:,.0f} ms | {plain / median:,.0f} |"


if __name__ == "__main__":
    main()
