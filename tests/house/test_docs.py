"""The documents, held to the code."""

import importlib.util
import json
import re
from dataclasses import fields
from datetime import date

import pytest
from tests.conftest import ROOT

from firststep.care import standing
from firststep.errors import FirststepError
from firststep.records import Foot
from firststep.reports.screen.document import document
from firststep.trial import ChoiceKind, Contrast, Effect, HelpsKind, Lack, Line, LineKind, LoadEffect, Rhythm
from firststep.trial.verdict.answers import Choice
from firststep.trial.yardsticks import FEWEST_APART, FEWEST_KNOWN, FOUND_AT, HELPS_AT, LOAD_AT, SAFE_AT

PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def text(name):
    return (ROOT / name).read_text()


def blocks(page, language):
    return re.findall(rf"```{language}\n(.*?)```", text(page), flags=re.DOTALL)


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_somewhere(page):
    for target in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text()):
        assert "://" not in target
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", ["README.md", "docs/how-to/diary.md"])
def test_the_python_in_the_documents_runs(page, monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    found = blocks(page, "python")
    assert found
    for block in found:
        exec(compile(block, page, "exec"), {})
    capsys.readouterr()


def test_the_reference_of_the_command_is_the_commands_own_help():
    spec = importlib.util.spec_from_file_location("make_cli", ROOT / "docs/reference/make_cli.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert text("docs/reference/cli.md") == module.page(), "run: make reference"


def test_the_reference_of_the_data_names_every_field_and_kind():
    page = text("docs/reference/json.md")
    names = [
        field.name for kind in (Effect, Contrast, Choice, Rhythm, LoadEffect, Line) for field in fields(kind)
    ]
    for name in [*names, *ChoiceKind, *HelpsKind, *LineKind, *Lack]:
        assert f"`{name}`" in page, name


def test_every_exit_code_is_documented():
    page = text("docs/reference/json.md")
    for kind in [FirststepError, *FirststepError.__subclasses__()]:
        assert kind is FirststepError or f"; {kind.exit_code} " in page


def test_the_explained_thresholds_are_the_engines():
    page = text("docs/explanation/answers.md")
    assert f"P(leader within 0.5 of the best) >= {SAFE_AT:.2f}" in page
    assert f"P(leader beats the mean of the others) >= {FOUND_AT:.2f}" in page
    assert f"P(leader better than nothing) >= {HELPS_AT:.2f}" in page
    assert f"higher, or lower) >= {LOAD_AT:.3f}" in page
    assert f"fewer than {FEWEST_KNOWN} scored mornings right after a known day" in page
    assert FEWEST_APART == 5
    assert "fewer than five days lie above" in page


def properties(schema):
    """Every name of a property in a JSON schema."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for part in schema.values():
            yield from properties(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from properties(part)


def test_the_reference_of_the_export_names_every_field():
    page = text("docs/reference/export.md")
    names = set(properties(json.loads(text("src/firststep/reports/export.schema.json")))) - {"kind"}
    assert len(names) > 30
    assert [name for name in sorted(names) if not re.search(rf'[`."]{name}[`\["]', page)] == []


def test_the_reference_of_the_document_names_every_field():
    page = text("docs/reference/document.md")
    empty = standing((), Foot.RIGHT)
    names = document(empty, today=date(2026, 11, 1), plan=None, shown=(), findings=None)
    assert [name for name in names if not re.search(rf"`{name}[`\[]", page)] == []


def test_every_setting_is_documented():
    read = set(re.findall(r'"(FIRSTSTEP_\w+)"', text("src/firststep/settings.py")))
    assert read == set(re.findall(r"`(FIRSTSTEP_\w+)` \|", text("docs/reference/settings.md")))


def test_every_picture_is_shown_and_every_shown_picture_is_there():
    shown = {
        name
        for page in PAGES
        for name in re.findall(r"(?:docs|\.\.)/pictures/([\w-]+\.png)", page.read_text())
    }
    assert {path.name for path in (ROOT / "docs/pictures").iterdir()} == shown


def test_decisions_are_numbered_without_a_gap():
    numbers = [int(path.name[:4]) for path in sorted((ROOT / "docs/decisions").glob("*.md"))]
    assert numbers == list(range(1, len(numbers) + 1))


def test_the_architecture_names_every_room():
    page = text("ARCHITECTURE.md")
    for room in (ROOT / "src/firststep").iterdir():
        if room.is_dir() and (room / "__init__.py").exists():
            assert f"`{room.name}/`" in page
