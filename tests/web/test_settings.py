"""Headers, cookies, hosting, and no request to anybody else."""

import gzip
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client
from tests.conftest import ROOT

WEB = ROOT / "src" / "firststep" / "web"
SCREENS = sorted([*WEB.rglob("*.html"), *WEB.rglob("*.js"), *WEB.rglob("*.css"), *WEB.rglob("*.svg")])
NAMES_OF_FORMS = ("http://www.w3.org/2000/svg",)  # a name, never asked for


def test_nothing_may_run_or_load_but_our_own_files(anna):
    for page in ("/pair/", f"/{anna.id}/today/", f"/{anna.id}/settings/", "/nowhere"):
        policy = anna.client().get(page).headers["Content-Security-Policy"]
        allowed = dict(part.strip().split(" ", 1) for part in policy.split(";"))
        assert allowed["default-src"] == allowed["base-uri"] == allowed["frame-ancestors"] == "'none'"
        assert {allowed[kind] for kind in ("script-src", "style-src", "connect-src", "img-src")} == {"'self'"}
        assert "unsafe" not in policy
        assert "http" not in policy


@pytest.mark.parametrize("file", SCREENS, ids=lambda file: file.name)
def test_no_file_asks_anybody_else_or_holds_script_or_style_inline(file):
    text = file.read_text()
    addresses = set(re.findall(r"(?:https?:)?//[\w.-]+\.\w[^\s\"']*", text)) - set(NAMES_OF_FORMS)
    assert addresses == set()
    if file.suffix == ".html":
        assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:", text)
        assert not [
            tag for tag in re.findall(r"<script[^>]*>", text) if "src=" not in tag and "json" not in tag
        ]
    if file.suffix == ".js":
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(", text)


def test_cookies_are_out_of_reach_of_scripts_and_of_other_sites(anna):
    client = Client()
    client.get("/pair/")
    client.post("/pair/", {"code": "wrong"})
    cookies = anna.client().post(f"/{anna.id}/settings/code").cookies | client.cookies
    assert set(cookies) <= {settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME}
    assert cookies[settings.CSRF_COOKIE_NAME]["httponly"]
    assert cookies[settings.CSRF_COOKIE_NAME]["samesite"] == "Lax"
    assert settings.SESSION_COOKIE_HTTPONLY
    assert settings.SESSION_COOKIE_SAMESITE == "Lax"
    assert not settings.DEBUG


def test_whatever_changes_something_needs_the_token(anna):
    strict = Client(enforce_csrf_checks=True, headers={"accept": "text/html"})
    strict.cookies = anna.client().cookies
    for path in (
        f"/{anna.id}/tell",
        f"/{anna.id}/renew",
        f"/{anna.id}/settings/delete",
        "/pair/",
        "/welcome/",
    ):
        answer = strict.post(path, {"word": "delete"})
        assert answer.status_code == 403
        assert "open too long" in answer.content.decode()
    page = strict.get(f"/{anna.id}/today/").content.decode()
    token = re.search(r'name="csrf" content="(\w+)"', page)[1]
    sent = strict.post(
        f"/{anna.id}/tell", '{"events": []}', content_type="application/json", headers={"x-csrftoken": token}
    )
    assert sent.status_code == 200


def test_another_host_name_is_refused(anna):
    assert anna.client().get("/", headers={"host": "evil.example"}).status_code == 400


def test_the_files_of_the_pages_are_served(db):
    for name in ("app.js", "app.css", "icon.svg"):
        answer = Client().get(f"/static/firststep/{name}")
        assert answer.status_code == 200
        assert b"".join(answer).strip() == Path(finders.find(f"firststep/{name}")).read_bytes().strip()


def test_files_and_pages_are_sent_compressed_to_who_can_read_that(anna):
    squeezed = {"accept-encoding": "gzip"}
    for path in ("/static/firststep/app.css", f"/{anna.id}/today/", f"/{anna.id}/document"):
        answer = anna.client().get(path, headers=squeezed)
        assert answer.headers["Content-Encoding"] == "gzip"
        assert "Accept-Encoding" in answer.headers["Vary"]
        assert gzip.decompress(b"".join(answer)).startswith((b"/*", b"<!doctype", b"{", b":root"))
        assert "Content-Encoding" not in anna.client().get(path).headers


def test_how_long_a_compressed_page_is_gives_nothing_away(anna):
    """Random bytes go along, so that guesses cannot be weighed (the attack called BREACH)."""
    client = anna.client()
    path = f"/{anna.id}/document"
    lengths = {len(client.get(path, headers={"accept-encoding": "gzip"}).content) for _ in range(20)}
    assert len(lengths) > 1


@pytest.mark.parametrize("encoding", ["gzip", "identity"])
def test_a_file_that_a_browser_has_is_not_sent_again(db, encoding):
    path, asks = "/static/firststep/app.js", {"accept-encoding": encoding}
    first = Client().get(path, headers=asks)
    assert b"".join(first)
    again = Client().get(path, headers=asks | {"if-none-match": first.headers["ETag"]})
    assert (again.status_code, b"".join(again)) == (304, b"")
    other = Client().get(path, headers=asks | {"if-none-match": 'W/"of another version"'})
    assert other.status_code == 200
    assert b"".join(other)


def manage(*words, **environment):
    return subprocess.run(
        [sys.executable, "manage.py", *words],
        cwd=ROOT,
        env={key: value for key, value in os.environ.items() if not key.startswith(("FIRSTSTEP", "DJANGO"))}
        | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_hosted_setting_is_clean(tmp_path):
    hosted = {"FIRSTSTEP_HOME": str(tmp_path), "FIRSTSTEP_ORIGIN": "https://heel.example"}
    done = manage("check", "--deploy", "--fail-level", "WARNING", **hosted)
    assert (done.returncode, done.stderr) == (0, "")
    names = "s.ALLOWED_HOSTS, s.CSRF_TRUSTED_ORIGINS, s.SESSION_COOKIE_SECURE"
    show = f"from django.conf import settings as s; print({names})"
    assert manage("shell", "-v", "0", "-c", show, **hosted).stdout.strip() == (
        "['heel.example'] ['https://heel.example'] True"
    )


def test_hosting_without_encryption_is_refused_in_words(tmp_path):
    done = manage("check", FIRSTSTEP_HOME=str(tmp_path), FIRSTSTEP_ORIGIN="http://heel.example")
    assert done.returncode
    assert "must begin with https://" in done.stderr


def test_the_key_is_made_at_the_first_start_and_only_its_owner_can_read_it(tmp_path):
    home = tmp_path / "home"
    key = "from django.conf import settings; print(settings.SECRET_KEY)"
    before = manage("shell", "-v", "0", "-c", key, FIRSTSTEP_HOME=str(home)).stdout
    assert not home.exists()
    start = "from datetime import *; from firststep.actions.start import start; start(datetime.now(UTC))"
    for _ in range(2):
        assert manage("shell", "-v", "0", "-c", start, FIRSTSTEP_HOME=str(home)).returncode == 0
    first, second = (manage("shell", "-v", "0", "-c", key, FIRSTSTEP_HOME=str(home)).stdout for _ in range(2))
    assert first == second != before
    assert len(first.strip()) >= 50
    assert (home / "secret-key").stat().st_mode & 0o077 == 0
    assert home.stat().st_mode & 0o077 == 0
    assert sorted(file.name for file in home.iterdir()) == ["firststep.sqlite3", "secret-key"]


def test_the_tables_are_what_the_models_say(tmp_path):
    done = manage("makemigrations", "--check", "--dry-run", FIRSTSTEP_HOME=str(tmp_path))
    assert done.returncode == 0, done.stdout
