"""The page for files of activity: in parts, looked at, kept, forgotten; and nobody else's."""

import json
import re
from datetime import date, timedelta
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from tests.people import NOON, TODAY

from firststep.actions.take_in import take_in
from firststep.actions.upload import work_off_one
from firststep.actions.watch import FolderWatch
from firststep.intake.activity.found import Found
from firststep.knowledge import phrase, speaking
from firststep.records import Name, Setting
from firststep.records.activity import ActiveDay
from firststep.store import read
from firststep.store.models import Upload

DAY = timedelta(days=1)


def packed(files) -> bytes:
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return content.getvalue()


CSV = b"date,steps\n2026-11-20,8000\n2026-11-21,9500\n"


@pytest.fixture(autouse=True)
def home(settings, tmp_path):
    settings.HOME = tmp_path


def post(someone, path, body=b"", **how):
    return someone.client().post(f"/{someone.id}/active/{path}", body, content_type="application/json", **how)


def bring(someone, content=CSV, name="steps.csv"):
    begun = post(someone, "begin", json.dumps({"name": name, "size": len(content)}))
    id_ = begun.json()["id"]
    assert post(someone, f"{id_}/part?at=0", content).json() == {"have": len(content)}
    return id_


def page(someone):
    text = someone.client().get(f"/{someone.id}/active/").content.decode()
    assert not re.search(
        r"\bNone\b|\{\w+\}", re.sub(r"<script.*?</script>|<[^>]*>", " ", text, flags=re.DOTALL)
    )
    return text


def test_a_file_is_brought_in_looked_at_and_kept(anna):
    id_ = bring(anna)
    work_off_one()
    (one,) = anna.client().get(f"/{anna.id}/active/uploads").json()["uploads"]
    assert (one["state"], one["name"]) == ("read", "steps.csv")
    assert one["says"] == [
        "plain: 2 days, 2026-11-20 to 2026-11-21: 17,500 steps",
        "2 new days, 2026-11-20 to 2026-11-21 (plain).",
    ]
    assert "Nothing yet." in page(anna)
    assert post(anna, f"{id_}/keep").status_code == 200
    assert "17,500 steps" in page(anna)
    (one,) = anna.client().get(f"/{anna.id}/active/uploads").json()["uploads"]
    assert one["says"] == ["2 new days, 2026-11-20 to 2026-11-21 (plain)."]


def said(someone):
    (one,) = someone.client().get(f"/{someone.id}/active/uploads").json()["uploads"]
    return one["says"]


def test_a_later_export_says_what_of_it_is_new(anna):
    rows = [ActiveDay(on=date(2026, 11, 20), source="plain", steps=8000)]
    rows += [ActiveDay(on=date(2026, 11, 21), source="plain", steps=400)]
    take_in(anna.id, Found(source_kind="", days=tuple(rows)))
    bring(anna, CSV + b"2026-11-22,1\n")
    work_off_one()
    assert said(anna)[1] == "1 new day, 2026-11-22; 1 changed, 2026-11-21; 1 known already (plain)."
    anna.client().post(f"/{anna.id}/active/forget", {"source": "plain"})
    assert said(anna)[1] == "3 new days, 2026-11-20 to 2026-11-22 (plain)."


def test_what_was_amiss_is_said_in_the_language_that_is_spoken_when_it_is_read(anna):
    bring(anna, b"date,steps,weather\n2026-11-20,8000,fine\nnever,7,\n")
    work_off_one()
    assert "These columns are not read: 'weather'." in said(anna)
    anna.tell(Setting(Name.LANGUAGE, "es"))
    assert "Estas columnas no se leen: 'weather'." in said(anna)
    (skipped,) = [line for line in said(anna) if "steps.csv" in line]
    assert "una fila no tiene una fecha como 2026-11-01" in skipped
    assert "steps.csv, fila 3" in skipped


def test_the_words_of_a_file_that_an_earlier_version_read_are_still_said(anna):
    id_ = bring(anna)
    work_off_one()
    old = {
        "rows": 1,
        "sources": {},
        "notes": ["A note."],
        "skipped": [{"where": "x", "why": "y", "times": 2}],
    }
    Upload.objects.filter(pk=id_).update(told=old)
    assert said(anna) == ["A note.", "Passed over 2 times: y (first: x)."]
    Upload.objects.filter(pk=id_).update(state="kept", told=old | {"new": 1, "changed": 0, "same": 0})
    assert said(anna) == []


def test_a_pair_of_shoes_stands_there_with_its_way_in_the_persons_unit(anna):
    pair = {"source": "strava", "shoe": "Blue <pair>"}
    rows = [ActiveDay(on=TODAY - n * DAY, part=f"{n}", ran_m=8_000.0, **pair) for n in (1, 9)]
    take_in(anna.id, Found(source_kind="", days=tuple(rows)))
    assert "Shoes &#x27;Blue &lt;pair&gt;&#x27;: worn 2 times, 2026-11-14 to 2026-11-22, 16.0 km." in page(
        anna
    )
    anna.tell(Setting(Name.UNITS, "imperial"))
    assert "2026-11-14 to 2026-11-22, 9.9 miles." in page(anna)
    assert "9.9 miles run" in page(anna)


def test_a_watched_folder_shows_what_came_of_each_file(anna, ben, settings, tmp_path):
    assert "watched folder" not in page(anna)
    settings.WATCH = tmp_path
    assert "No file has come yet." in page(anna)
    (tmp_path / "steps <b>.csv").write_bytes(CSV)
    (tmp_path / "letter.txt").write_text("dear heel\n" * 9)
    watch = FolderWatch(anna.id, tmp_path, lambda: NOON)
    assert len([one for _ in range(3) for one in watch.look()]) == 2
    settings.WATCH = None
    shown = page(anna)
    assert "steps &lt;b&gt;.csv" in shown
    assert "2 new days, 2026-11-20 to 2026-11-21 (plain)." in shown
    assert "It is no file of steps, walks or runs that Firststep knows" in shown
    assert "steps &lt;b&gt;" not in page(ben)


def test_what_cannot_be_read_says_why(anna):
    bring(anna, b"a letter to nobody\n" * 9, "letter.txt")
    work_off_one()
    (one,) = anna.client().get(f"/{anna.id}/active/uploads").json()["uploads"]
    assert one["state"] == "refused"
    assert "Which files can be read?" in one["says"][0]
    anna.tell(Setting(Name.LANGUAGE, "es"))
    (one,) = anna.client().get(f"/{anna.id}/active/uploads").json()["uploads"]
    assert "¿Qué archivos se pueden leer?" in one["says"][0]


POINT = b'<trkpt lat="1" lon="1"><time>2026-11-20T08:00:00Z</time></trkpt>'
WALK = b"<gpx><trk><type>walking</type><trkseg>" + POINT + b"</trkseg></trk></gpx>"
IN_A_ZIP = b"PK\x01\x02\x14\x03\x14\0"


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (WALK, "zone"),
        (packed({"a.csv": b"0" * 30_000_000}), "large"),
        (packed({"a.csv": CSV}).replace(IN_A_ZIP + b"\0", IN_A_ZIP + b"\1"), "locked"),
    ],
    ids=["zone", "large", "locked"],
)
def test_what_is_refused_most_often_is_said_in_the_language_of_who_reads(anna, content, key):
    bring(anna, content, "x")
    work_off_one()
    assert said(anna) == [phrase("reading", f"refused_{key}")]
    with speaking("es"):
        assert phrase("reading", f"refused_{key}") != said(anna)[0]


def test_what_is_seldom_met_says_what_and_how_to_mend_it(anna):
    bring(anna, b"PK\x03\x04 and no more", "x.zip")
    work_off_one()
    assert "To mend it: export or download it again" in said(anna)[0]


@pytest.mark.parametrize("body", ["", "[]", '{"name": "x"}', '{"name": "x", "size": "many"}', "{"])
def test_a_broken_beginning_is_refused(anna, body):
    assert post(anna, "begin", body).status_code == 400


@pytest.mark.parametrize("at", ["", "-1", "x", "99999"])
def test_a_part_out_of_place_is_refused(anna, at):
    begun = post(anna, "begin", json.dumps({"name": "a", "size": 100})).json()["id"]
    assert post(anna, f"{begun}/part?at={at}", b"x").status_code == 400


def test_nobody_reaches_the_file_of_somebody_else(anna, ben):
    id_ = bring(anna)
    work_off_one()
    assert post(ben, f"{id_}/keep").status_code == 400
    assert post(ben, f"{id_}/part?at=0", b"x").status_code == 400
    assert ben.client().get(f"/{ben.id}/active/uploads").json() == {"uploads": []}


def test_a_source_is_forgotten_by_itself(anna):
    days = [ActiveDay(on=TODAY, source=source, steps=1_000) for source in ("phone", "watch <b>")]
    take_in(anna.id, Found(source_kind="", days=tuple(days)))
    assert "watch &lt;b&gt;" in page(anna)
    anna.client().post(f"/{anna.id}/active/forget", {"source": "watch <b>"})
    assert [day.source for day in read.active(anna.id)] == ["phone"]
