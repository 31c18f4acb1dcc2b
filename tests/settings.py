"""The settings as they are, over a folder and a database of the tests' own."""

import os
import tempfile
from pathlib import Path

os.environ["FIRSTSTEP_HOME"] = tempfile.mkdtemp(prefix="firststep-tests-")
os.environ["FIRSTSTEP_SECRET_KEY"] = "for-tests-only-" + "x" * 50
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # the browser's driver keeps an event loop in the test's thread
if os.environ.get("FIRSTSTEP_TEST_DATABASE"):
    os.environ["FIRSTSTEP_DATABASE"] = os.environ["FIRSTSTEP_TEST_DATABASE"]

from firststep.settings import *  # noqa: F403
from firststep.settings import DATABASES, HOME

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": str(Path(HOME) / "test.sqlite3")}  # a file, as in life
