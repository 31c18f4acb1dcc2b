"""The safety check is run through to its last branch by its own tests."""

import subprocess
import sys

from tests.conftest import ROOT

TESTS = (
    "tests/unit/test_screening.py",
    "tests/unit/test_asked_again.py",
    "tests/unit/test_plan.py",
    "tests/spec/test_safety.py",
)
CHECK = "src/firststep/care/screening/*"


def run(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "coverage", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )


def test_every_branch_of_the_safety_check_is_tested(tmp_path):
    data = f"--data-file={tmp_path / 'coverage'}"
    ran = run(
        "run",
        "--branch",
        data,
        f"--include={CHECK}",
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "-k",
        "not held",
        *TESTS,
    )
    assert ran.returncode == 0, ran.stdout
    report = run("report", data, "--show-missing", "--fail-under=100")
    assert report.returncode == 0, report.stdout
