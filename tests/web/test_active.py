"""The page for files of activity: in parts, looked at, kept, forgotten; and nobody else's."""

import json
import re

import pytest
from tests.people import TODAY

from firststep.actions.take_in import take_in
from firststep.actions.upload import work_off_one
from firststep.intake.activity.found import Found
from firststep.records.activity import ActiveDay
from firststep.store import read

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
    assert "2 days, 2026-11-20 to 2026-11-21: 17,500 steps" in one["says"][0]
    assert "Nothing yet." in page(anna)
    assert post(anna, f"{id_}/keep").status_code == 200
    assert "17,500 steps" in page(anna)


def test_what_cannot_be_read_says_why(anna):
    bring(anna, b"a letter to nobody\n" * 9, "letter.txt")
    work_off_one()
    (one,) = anna.client().get(f"/{anna.id}/active/uploads").json()["uploads"]
    assert one["state"] == "refused"
    assert "To mend it" in one["says"][0]


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
