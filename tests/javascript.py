"""Node, and the checker of types, as `make .venv/test.stamp` installed them."""

import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

NODE = Path(sys.executable).parent / "node"
TSC = ROOT / ".venv/node/test/node_modules/typescript/bin/tsc"


def node(*words: object) -> subprocess.CompletedProcess[str]:
    """Run Node, and answer with what it said."""
    return subprocess.run([NODE, *map(str, words)], capture_output=True, text=True, check=False)
