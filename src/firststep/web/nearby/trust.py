"""What the local network gets in the open: the page about trust, and nothing else.

It knows neither the database nor a cookie. No code is on it or in its address: whoever can
change what is sent in the open could read it there.
"""

from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from firststep.knowledge import language, words
from firststep.nearby.phones import Phones

CERTIFICATE = "/firststep.crt"
FILES = {
    "/app.css": "text/css; charset=utf-8",
    "/nearby/phone.css": "text/css; charset=utf-8",
    "/nearby/trust.js": "text/javascript; charset=utf-8",
    "/icon.svg": "image/svg+xml",
}
STEPS = {
    "iphone": {"iphone_1": "allow", "iphone_2": "profile", "iphone_3": "install", "iphone_4": "switch"},
    "android": {"android_1": "save", "android_2": "search", "android_3": "pin", "android_4": "file"},
}
"""The words and the picture of each step."""


def answer(request: HttpRequest, phones: Phones, host: str) -> HttpResponse:
    """Everything that is answered in the open.

    host
        What the phone called this computer.
    """
    response = _found(request, phones, host)
    response.headers["Content-Length"] = str(len(response.content))
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def _found(request: HttpRequest, phones: Phones, host: str) -> HttpResponse:
    if request.method not in ("GET", "HEAD"):
        return HttpResponse(words()["trust"]["missing"], status=405, content_type="text/plain")
    if request.path == CERTIFICATE:
        # not as an attachment: a phone then offers to install it, instead of a file
        name = {"Content-Disposition": f'inline; filename="{CERTIFICATE[1:]}"'}
        return HttpResponse(phones.authority.file, "application/x-x509-ca-cert", headers=name)
    if request.path in FILES:
        return HttpResponse(_file(request.path), FILES[request.path])
    if request.path == "/":
        to = f"https://{host if host in phones.names else phones.host}:{phones.port}"
        policy = {"Content-Security-Policy": _policy(to)}
        return HttpResponse(_page(phones, to, request.headers.get("User-Agent", "")), headers=policy)
    return HttpResponse(words()["trust"]["missing"], status=404, content_type="text/plain")


def _file(path: str) -> bytes:
    found = finders.find(f"firststep{path}")
    assert found, path
    return Path(found).read_bytes()


def _page(phones: Phones, to: str, browser: str) -> str:
    android = "Android" in browser
    kinds: list[dict[str, Any]] = [
        _steps("iphone", phones, here=not android),
        _steps("android", phones, here=android),
    ]
    shown: dict[str, Any] = {
        "words": words(),
        "language": language(),
        "to": to,
        "fingerprint": phones.authority.fingerprint,
        "kinds": sorted(kinds, key=lambda kind: not kind["here"]),
        "certificate": CERTIFICATE,
        **{key: _said(key, phones) for key in ("limits", "undo_how")},
    }
    return render_to_string("nearby/trust.html", shown)


def _steps(kind: str, phones: Phones, *, here: bool) -> dict[str, Any]:
    """The steps on one kind of phone; open if it seems to be this one."""
    steps = [(f"nearby/pictures/{picture}.svg", _said(key, phones)) for key, picture in STEPS[kind].items()]
    return {"title": words()["trust"][kind], "steps": steps, "here": here}


def _said(key: str, phones: Phones) -> str:
    text: str = words()["trust"][key]
    return text.format(name=phones.authority.name)


def _policy(to: str) -> str:
    """Nothing but our own files; and one question to the secure door, whether it is trusted."""
    return (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
        f"connect-src {to}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
