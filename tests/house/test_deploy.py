"""The container file and the unit for systemd, as far as they can be held without an engine."""

import configparser
import fnmatch
import json
import re
import shlex
import tomllib

import pytest
from tests.conftest import ROOT

from firststep.cli.serving.options import PHONE_PORT, PORT

LINES = (ROOT / "deploy/Containerfile").read_text().replace("\\\n", " ").splitlines()
STEPS = [line.split(maxsplit=1) for line in LINES if line and not line.startswith("#")]


def words_of(kind):
    return [rest for name, rest in STEPS if name == kind]


def copied():
    for rest in words_of("COPY"):
        *sources, _target = rest.split()
        yield from sources


def test_the_container_is_made_of_a_bare_image_that_is_new_enough():
    (image,) = words_of("FROM")
    name, _, tag = image.partition(":")
    assert (name, "/" in image) == ("python", False)
    assert tuple(map(int, re.match(r"(\d+)\.(\d+)", tag).groups())) >= (3, 11)


def test_every_path_that_the_container_copies_is_there_and_not_ignored():
    ignored = (ROOT / ".dockerignore").read_text().splitlines()
    assert ignored[0] == "*"
    for source in copied():
        assert (ROOT / source).exists(), source
        assert f"!{source}" in ignored
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    assert {asked["readme"], *asked["license-files"], "pyproject.toml", "src"} <= set(copied())


def test_only_locked_packages_are_installed():
    installs = [rest for rest in words_of("RUN") if "pip install" in rest]
    assert "--require-hashes --requirement requirements.lock" in installs[0]
    assert all("--no-index" in rest and "--no-deps" in rest for rest in installs[1:])
    assert len(installs) == 2
    assert "flit-core" in (ROOT / "requirements.lock").read_text()  # what builds ours is locked too
    text = "\n".join(LINES)
    assert not re.search(r"://|apt-get|curl|wget|index-url", text)


def test_it_does_not_run_as_root_and_its_data_stands_apart():
    kinds = [name for name, _ in STEPS]
    (user,) = words_of("USER")
    assert user not in ("root", "0")
    assert any(f" {user} " in f"{rest} " and "useradd" in rest for rest in words_of("RUN"))
    assert kinds.index("USER") > max(place for place, kind in enumerate(kinds) if kind in ("RUN", "COPY"))
    (volume,) = words_of("VOLUME")
    assert f"FIRSTSTEP_HOME={volume}" in words_of("ENV")[0].split()


def test_what_it_runs_are_commands_that_there_are():
    health = words_of("HEALTHCHECK")[0].partition("CMD ")[2]
    assert json.loads(health) == ["firststep", "doctor", "--alive"]
    assert json.loads(words_of("ENTRYPOINT")[0]) + json.loads(words_of("CMD")[0]) == ["firststep", "serve"]
    assert [int(port) for port in words_of("EXPOSE")[0].split()] == [PORT, PHONE_PORT]


@pytest.fixture
def unit():
    found = configparser.RawConfigParser(strict=False)
    found.optionxform = str
    found.read(ROOT / "deploy/firststep.service")
    return found["Service"]


def test_the_service_keeps_its_data_where_it_may_write(unit):
    kept = unit["Environment"].removeprefix("FIRSTSTEP_HOME=")
    assert kept == f"/var/lib/{unit['StateDirectory']}"
    assert (unit["StateDirectoryMode"], unit["ProtectSystem"]) == ("0700", "strict")
    assert unit["User"] != "root"


def test_the_service_runs_a_command_that_there_is(unit):
    path, command = shlex.split(unit["ExecStart"])
    assert fnmatch.fnmatch(path, "*/.venv/bin/firststep")
    assert command == "serve"


def test_how_to_host_names_both_files_and_every_recipe():
    page = (ROOT / "docs/how-to/host.md").read_text()
    for said in (
        "deploy/Containerfile",
        "deploy/firststep.service",
        "reverse_proxy",
        "proxy_pass",
        "X-Forwarded-Proto",
    ):
        assert said in page, said
