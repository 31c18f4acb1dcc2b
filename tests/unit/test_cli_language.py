"""The command in another language, run as people run it."""

import os
import subprocess
import sys

import pytest
from tests.conftest import ROOT

MADE_UP = ROOT / "docs" / "tutorials" / "made-up-diary.csv"
QUIET = {key: value for key, value in os.environ.items() if not key.startswith(("FIRSTSTEP", "LC_", "LANG"))}


def run(*arguments, **environment):
    done = subprocess.run(
        [sys.executable, "-m", "firststep", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
        env=QUIET | {"PYTHONUTF8": "1"} | environment,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_library_speaks_the_language_of_the_terminal():
    assert "Pelota de tenis, unos 3 minutos, en una silla" in run("library", LANG="es_MX.UTF-8")
    assert "Tennis ball, about 3 minutes, seated" in run("library", LANG="de_DE.UTF-8")
    assert "Tennis ball" in run("library")


def test_our_own_setting_comes_before_the_terminals():
    assert "Pelota de tenis" in run("library", LC_ALL="C", FIRSTSTEP_LANGUAGE="es")
    assert "Tennis ball" in run("library", LANG="es_ES.UTF-8", FIRSTSTEP_LANGUAGE="en")


def test_a_report_is_spanish_to_the_decimal_sign():
    said = " ".join(run("analyse", MADE_UP, FIRSTSTEP_LANGUAGE="es").split())
    assert "«tennis-ball» queda por delante" in said
    assert "la puntuación sería 1,7 puntos menor (2,4 menor a 1,1 menor) frente a no hacer ninguna." in said
    assert "score" not in said


def test_a_hand_out_is_spanish_and_has_as_many_steps():
    english, spanish = (run("session", "tennis-ball", FIRSTSTEP_LANGUAGE=code) for code in ("en", "es"))
    assert "Antes de ponerte de pie" in spanish
    assert max(map(len, spanish.splitlines())) <= 80
    steps = [
        sum(line[:3].strip().rstrip(".").isdigit() for line in text.splitlines())
        for text in (english, spanish)
    ]
    assert steps[0] == steps[1] > 3


@pytest.mark.parametrize(
    "arguments", [("analyse", MADE_UP, "--json"), ("conduct", MADE_UP)], ids=["data", "an account"]
)
def test_what_others_read_on_is_the_same_in_every_language(arguments):
    assert run(*arguments, FIRSTSTEP_LANGUAGE="es") == run(*arguments)


def test_a_language_that_it_does_not_speak_is_refused_with_those_that_it_does():
    done = subprocess.run(
        [sys.executable, "-m", "firststep", "library"],
        capture_output=True,
        text=True,
        check=False,
        env=QUIET | {"FIRSTSTEP_LANGUAGE": "tlh"},
    )
    assert done.returncode == 9
    assert "use one of: en, es" in done.stderr
