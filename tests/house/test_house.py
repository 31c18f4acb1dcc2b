"""The house itself: walls, sizes, words, and the small core."""

import ast
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from tests.conftest import ROOT

from firststep.trial import yardsticks

SOURCE = ROOT / "src" / "firststep"
FILES = sorted(SOURCE.rglob("*.py"))
LONGEST_FILE = 400
LONGEST_FUNCTION = 75  # past 60 a docstring says why


def name(path):
    return str(path.relative_to(ROOT))


def test_the_walls_stand():
    done = subprocess.run(
        [Path(sys.executable).parent / "lint-imports"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", FILES, ids=name)
def test_no_file_is_too_long_to_read(path):
    assert len(path.read_text().splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("path", FILES, ids=name)
def test_no_function_is_too_long_to_read(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef):
            assert node.end_lineno - node.lineno < LONGEST_FUNCTION, node.name


def test_a_package_hands_names_on_and_defines_nothing():
    for path in FILES:
        if path.name == "__init__.py":
            body = ast.parse(path.read_text()).body
            allowed = (ast.ImportFrom, ast.Assign, ast.Expr)
            assert all(isinstance(node, allowed) for node in body), name(path)


def test_there_is_no_room_for_odds_and_ends():
    assert not [path for path in FILES if path.stem in ("utils", "helpers", "common", "base")]


def test_the_interface_loads_no_framework_and_no_plotting_library():
    loaded = subprocess.run(
        [
            sys.executable,
            "-c",
            "import firststep, sys; print(*sorted({m.partition('.')[0] for m in sys.modules}))",
        ],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert "numpy" in loaded
    assert not {"django", "matplotlib", "click", "rich", "pandas"} & set(loaded)


def test_the_command_loads_no_plotting_library_until_it_draws():
    loaded = subprocess.run(
        [sys.executable, "-c", "import firststep.cli.main, sys; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert "matplotlib" not in loaded


def test_locks_hold_hashes_and_no_addresses():
    for path in ROOT.glob("requirements*.lock"):
        text = path.read_text()
        assert "://" not in text
        pins = re.findall(r"^([a-z0-9.-]+)==", text, flags=re.MULTILINE)
        assert pins
        blocks = re.split(r"^(?=[a-z0-9.-]+==)", text, flags=re.MULTILINE)[1:]
        assert all("--hash=sha256:" in block for block in blocks)


@pytest.mark.parametrize("path", sorted((ROOT / "deploy/npm").glob("*/package-lock.json")), ids=name)
def test_locks_of_npm_hold_hashes_and_no_addresses(path):
    assert "://" not in path.read_text()
    packages = json.loads(path.read_text())["packages"]
    asked = packages.pop("")["devDependencies"]
    assert packages
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in asked.values())
    held = {name: one for name, one in packages.items() if not one.get("inBundle")}  # the others lie in these
    assert all(one["version"] and one["integrity"].startswith("sha512-") for one in held.values())
    assert all(any(name.startswith(f"{one}/") for one in held) for name in packages.keys() - held.keys())


def test_every_engine_convention_is_one_constant():
    """No module of the engine repeats the value of a probability threshold as a literal."""
    values = {
        getattr(yardsticks, key) for key in ("SAFE_AT", "FOUND_AT", "HELPS_AT", "INTERVAL", "FELT_DIFFERENCE")
    }
    for path in sorted((SOURCE / "trial").rglob("*.py")):
        if path.name in ("yardsticks.py", "priors.py"):  # where named constants live
            continue
        found = {n.value for n in ast.walk(ast.parse(path.read_text())) if isinstance(n, ast.Constant)}
        assert not {v for v in found if isinstance(v, float)} & values, name(path)


def test_no_words_that_claim_to_treat_stand_in_what_people_read():
    claims = re.compile(r"\b(treats|cures?|heals?|therapy|prescribes?|guaranteed?)\b", re.IGNORECASE)
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                assert not claims.search(node.value), (name(path), node.value)


def test_the_version_is_the_changelogs():
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    assert f"## {version}" in (ROOT / "CHANGELOG.md").read_text()
