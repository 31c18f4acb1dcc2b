"""The scripts of the pages without a page: each file of tests beside this one, run by Node."""

import re
from pathlib import Path

import pytest
from tests.javascript import node

FILES = sorted(Path(__file__).parent.glob("*.test.mjs"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name.partition(".")[0])
def test_a_script_does_what_its_tests_say(path):
    done = node("--test", "--test-reporter=spec", path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"^ℹ pass [1-9]", done.stdout, re.MULTILINE), "no test was run"
