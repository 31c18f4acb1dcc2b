"""A real server over an installation of its own, and browsers that are paired with it."""

import http.client
import os
import re
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing
from uuid import uuid4

PREPARE = """
import sys
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4
import django
from django.conf import settings
from django.contrib.sessions.backends.signed_cookies import SessionStore
django.setup()
from firststep.actions.join import join
from firststep.actions.start import start
from firststep.actions.tell import tell
from firststep.care import none_of_it
from firststep.records import Comparing, Doing, Foot, Morning, Question, Screened, Seen, Told
now = datetime.now(UTC)
start(now)
def arrive(number):
    browser = UUID(int=number + 1)
    member = join(browser, f"Person {number}", "bench", now)
    show(member.id, browser)
    return member.id
def show(person, browser):
    session = SessionStore()
    session["browser"] = str(browser)
    session.save()
    print(person, f"{settings.SESSION_COOKIE_NAME}={session.session_key}", settings.CSRF_COOKIE_NAME)
def told(what, at=now):
    return Told(uuid4(), Foot.RIGHT, at.date(), at, what)
"""


class Served:
    """A server that can be stopped, killed, and started again over the same folder, at the same address."""

    program: Sequence[str] = ("-m", "firststep")
    """How Python starts it."""

    def __init__(self, home: str) -> None:
        self.environment = os.environ | {
            "FIRSTSTEP_HOME": home,
            "DJANGO_SETTINGS_MODULE": "firststep.settings",
        }
        self.port = 0
        self._process: subprocess.Popen[str] | None = None

    def prepare(self, script: str, *words: object) -> list["Phone"]:
        """Run a script over the tables; the phones of the people who arrived, in their order."""
        done = subprocess.run(
            [sys.executable, "-c", PREPARE + script, *map(str, words)],
            env=self.environment,
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
        return [Phone(self, *line.split()) for line in done.stdout.splitlines()]

    def start(self) -> None:
        """Start, and come back once it listens."""
        self._process = subprocess.Popen(
            [sys.executable, *self.program, "serve", "--port", str(self.port), "--no-phone"],
            env=self.environment,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout
        for line in self._process.stdout:
            found = re.search(r"http://127\.0\.0\.1:(\d+)", line)
            if found:
                self.port = int(found[1])
            if "Ctrl-C" in line:
                return
        raise RuntimeError("the server did not start")

    def end(self, how: signal.Signals = signal.SIGTERM) -> None:
        """Stop it, or kill it."""
        assert self._process
        assert self._process.stdout
        self._process.send_signal(how)
        self._process.wait()
        self._process.stdout.close()


class Phone:
    """A browser that is paired with one person."""

    def __init__(self, served: Served, person: str, cookie: str, csrf: str) -> None:
        self.served, self.person, self.cookie = served, person, cookie
        token = uuid4().hex
        self._headers = {
            "Cookie": f"{cookie}; {csrf}={token}",
            "X-CSRFToken": token,
            "Content-Type": "application/json",
        }

    def ask(self, path: str, body: str | None = None) -> tuple[int, bytes]:
        """(status, content) of one request, over a connection of its own."""
        with closing(http.client.HTTPConnection("127.0.0.1", self.served.port, timeout=60)) as line:
            line.request("POST" if body else "GET", f"/{self.person}/{path}", body, self._headers)
            answer = line.getresponse()
            return answer.status, answer.read()
