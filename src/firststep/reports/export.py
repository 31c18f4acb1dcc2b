"""Everything of one person as a zip file: JSON with its schema, diaries as CSV, and what is made of them.

The same things kept give the same file, byte for byte, where the same extras are installed.
No clock gets in: what has a date is dated by what was told last.
"""

import csv
import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import fields
from datetime import date
from importlib.resources import files
from io import BytesIO, StringIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from firststep.care import PlannedDay, Standing, drawn, standing
from firststep.care.load import load_days
from firststep.errors import MissingExtraError
from firststep.knowledge import ENGLISH, languages, speaking
from firststep.records import Foot, Name
from firststep.records.activity import ActiveDay
from firststep.records.household import Kept
from firststep.records.kept_plain import kept_as_plain
from firststep.records.professional import Candidate
from firststep.reports.files import ENDINGS, Format, file_of
from firststep.reports.papers.kept import account_text, protocol_text, protocols_of
from firststep.reports.visit import Section, known_of

DATA, SCHEMA, ABOUT = "firststep.json", "firststep.schema.json", "README.txt"
COLUMNS = ("date", "pain", "did", "advised")
OLDEST = (1980, 1, 1, 0, 0, 0)  # a zip file's own first day, so that no clock gets in

WHAT_IT_IS = """Everything that Firststep keeps of one person.

To read it, begin with the page for a visit: visit-right or visit-left, as pdf, html or txt.

firststep.json         all of it: what was told, every plan and every answer, as given
firststep.schema.json  the form of that file, as a JSON schema
mornings-*.csv         a diary for each foot, a row a day: the pain of that morning, what was
                       done later that day (none: nothing; empty: not told), and what was drawn
protocol-*.txt         what was settled before the first draw, under one digest (items of SPENT 2019)
activity.csv           days of activity, a row for what each source told of a day or of one session
professionals.csv      people who may look at it, as you wrote them down, a row for each answer
account-*.txt          how it was kept and what it shows (items of CENT 2015)
visit-*                the page for a visit, as of what was told last: to print (pdf, html), to read
                       (txt), and for the programs of clinics (fhir.json)

Bring it in elsewhere: on the first page of a new Firststep, or `firststep import FILE`.
Read a diary: `firststep analyse mornings-right.csv`.
"""


def export_zip(kept: Kept, shown: Mapping[Foot, list[PlannedDay]]) -> bytes:
    """The zip file of all that is kept of a person.

    shown
        The lines of plans that were shown for each foot, in that order.
    """
    schema = files("firststep.reports").joinpath("export.schema.json").read_text(encoding="utf-8")
    parts: dict[str, str | bytes] = {
        ABOUT: WHAT_IT_IS,
        DATA: json.dumps(kept_as_plain(kept), indent=1, ensure_ascii=False) + "\n",
        SCHEMA: schema,
    }
    for foot in Foot:
        parts |= _papers(kept, foot, shown[foot]) | _visit(kept, foot)
    if kept.active:
        parts["activity.csv"] = _activity(kept.active)
    if kept.professionals:
        parts["professionals.csv"] = _professionals(kept.professionals)
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            entry = ZipInfo(name, OLDEST)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, part.encode() if isinstance(part, str) else part)
    return buffer.getvalue()


def _papers(kept: Kept, foot: Foot, shown: list[PlannedDay]) -> dict[str, str | bytes]:
    """A foot's diary and the papers of its trial; those with nothing in them are left out."""
    told = [confirmed.told for confirmed in kept.told]
    protocols = protocols_of(foot, kept.plans)
    papers: dict[str, str | bytes] = {
        f"mornings-{foot}.csv": _diary(standing(told, foot), drawn(shown)),
        f"protocol-{foot}.txt": protocol_text(protocols),
        f"account-{foot}.txt": account_text(foot, told, shown, protocols),
    }
    return {name: paper for name, paper in papers.items() if paper}


def _visit(kept: Kept, foot: Foot) -> dict[str, str | bytes]:
    """The page for a visit in each format that can be made here; none before the first morning.

    It is made as if at the moment when the last thing was told, in the language that was set.
    """
    if not kept.told:
        return {}
    told, made = [confirmed.told for confirmed in kept.told], max(one.recorded for one in kept.told)
    known = known_of(kept.member.name, told, foot, now=made, days=load_days(kept.active))
    asked = known.standing.settings[Name.LANGUAGE]
    files_: dict[str, str | bytes] = {}
    for format_ in Format if known.diary else ():
        with suppress(MissingExtraError), speaking(asked if asked in languages() else ENGLISH):
            page = file_of(known, tuple(Section), format_, person=kept.member.id, made=made)
            files_[f"visit-{foot}.{ENDINGS[format_]}"] = page
    return files_


def _activity(days: Iterable[ActiveDay]) -> str:
    """Days of activity as a table; what a source does not say is empty."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    columns = [field.name for field in fields(ActiveDay)]
    writer.writerow(columns)
    writer.writerows([getattr(day, name) for name in columns] for day in days)
    return text.getvalue()


def _professionals(people: Iterable[Candidate]) -> str:
    """Those that were written down, with a row for each answer, or one without any."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    who = ("name", "kind", "npi", "place", "state", "phone")
    writer.writerow((*who, "question", "said", "note"))
    for one in people:
        answers = [(id_, told.said, told.note) for id_, told in one.answers.items()]
        writer.writerows(
            (*(getattr(one, name) for name in who), *answer) for answer in answers or [("", "", "")]
        )
    return text.getvalue()


def _diary(now: Standing, draws: dict[date, str | None]) -> str:
    """A foot's diary in the form of docs/how-to/diary.md; empty where there is none."""
    diary = now.diary()
    if diary is None:
        return ""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in diary.days:
        did = "" if row.did is None else ";".join(sorted(row.did)) or "none"
        pain = "" if row.pain is None else int(row.pain)
        advised = (draws[row.on] or "none") if row.on in draws else ""
        writer.writerow((row.on.isoformat(), pain, did, advised))
    return text.getvalue()
