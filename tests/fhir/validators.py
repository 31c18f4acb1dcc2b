"""Both validators of FHIR, as `make .venv/test.stamp` installed them, over many resources in one run."""

import json
import subprocess
from functools import cache
from pathlib import Path

from tests.conftest import ROOT
from tests.javascript import NODE

PACKAGES = ROOT / ".venv/node/test/node_modules"
BOTH = ("medplum", "fhir")


def found(resources):
    """[{validator: its errors}], a row a resource."""
    return json.loads(_run(json.dumps(resources)))


@cache
def _run(text):
    done = subprocess.run(
        [NODE, Path(__file__).parent / "validate.mjs", PACKAGES],
        input=text,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
