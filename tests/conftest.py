"""What every kind of test may use: made-up diaries, and the real ones where they are."""

import os
import signal
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest
from hypothesis import settings
from tests.languages import ACCENTED, MIRRORED, forget, po, use_only
from tests.people import arrive

from firststep.trial import Series

settings.register_profile("ci", derandomize=True)  # there, the same examples each time
if os.environ.get("CI"):
    settings.load_profile("ci")

os.environ["FIRSTSTEP_LANGUAGE"] = "en"  # whatever this computer speaks

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared" / "data"
START = date(2026, 1, 5)


@pytest.fixture
def studyu() -> Path:
    """The folder of real StudyU exports."""
    return real(SHARED / "nof1" / "studyu")


@pytest.fixture
def pain_logs() -> Path:
    """The folder of real pain logs."""
    return real(SHARED / "diaries" / "myaiguide")


def real(path: Path) -> Path:
    """A real file or folder that nobody here wrote; without it the test is skipped."""
    if not path.exists():
        pytest.skip(f"{path.name}: the real files are not here")
    return path


@pytest.fixture
def made_up_languages(tmp_path, monkeypatch):
    """Besides English only the languages of tests/languages.py, for the length of a test."""
    for code in (ACCENTED, MIRRORED):
        (tmp_path / f"{code}.po").write_text(po(code), encoding="utf-8")
    with monkeypatch.context() as patch:
        use_only(tmp_path, patch)
        yield
    forget()


@pytest.fixture
def anna(db):
    return arrive("Anna")


@pytest.fixture
def ben(db):
    return arrive("Ben")


@pytest.fixture
def live():
    return made_up


def made_up(
    effects,
    *,
    mornings=84,
    level=6.0,
    slope=-0.02,
    residual=0.7,
    carry_over=0.3,
    block=3,
    rest=0.0,
    missed=0.1,
    untold=0.0,
    seed=1,
):
    """A diary of somebody made up, with these true effects, in randomised blocks."""
    generator = np.random.default_rng(seed)
    names = tuple(effects)
    true = np.array(list(effects.values()))
    exposure = np.zeros(len(names))
    did, pain = [None], []
    arm = None
    for morning in range(mornings):
        if morning:
            if (morning - 1) % block == 0:
                arm = None if generator.random() < rest else names[generator.integers(len(names))]
            told = generator.random() >= untold
            did.append((frozenset() if arm is None else frozenset([arm])) if told else None)
            exposure = carry_over * exposure + (1 - carry_over) * np.array([n == arm for n in names])
        felt = level + slope * morning + true @ exposure + residual * generator.standard_normal()
        scored = generator.random() >= missed
        pain.append(float(np.clip(np.round(felt), 0, 10)) if scored else None)
    return Series(names, START, tuple(pain), (*did, None))


def later(series: Series, days: int) -> Series:
    """The same series, all dates shifted."""
    return Series(series.techniques, series.start + timedelta(days=days), series.pain, series.did)


def pytest_configure():
    """A shell lets what runs in its background ignore Ctrl-C; what the tests start has to hear it."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
