"""Every setting, from the environment only; docs/reference/settings.md lists them.

FIRSTSTEP_HOME        the folder for the database, the key and the backups
FIRSTSTEP_DATABASE    a database URL; left out, SQLite in that folder
FIRSTSTEP_ORIGIN      https://name, when it is hosted behind a secure address
FIRSTSTEP_DEMO        every page says that this is a demo, and gone when it stops
FIRSTSTEP_WATCH       a folder: files of steps, walks and runs that land in it are read by themselves
FIRSTSTEP_SECRET_KEY  signs cookies; left out, a key that the first start keeps in that folder
"""

import os
from collections.abc import MutableMapping
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import dj_database_url
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.core.management.utils import get_random_secret_key
from platformdirs import user_data_path

HOME = Path(os.environ.get("FIRSTSTEP_HOME") or user_data_path("firststep", appauthor=False)).expanduser()
ORIGIN = os.environ.get("FIRSTSTEP_ORIGIN", "").rstrip("/")
HOSTED = bool(ORIGIN)
DEMO = bool(os.environ.get("FIRSTSTEP_DEMO"))
_WATCHED = os.environ.get("FIRSTSTEP_WATCH", "")
WATCH = Path(_WATCHED).expanduser() if _WATCHED else None


KEY_FILE = HOME / "secret-key"


def _secret_key() -> str:
    """The key of this installation; before its first start, one that lasts for this process."""
    return KEY_FILE.read_text() if KEY_FILE.exists() else get_random_secret_key()


SECRET_KEY = os.environ.get("FIRSTSTEP_SECRET_KEY") or _secret_key()
DEBUG = False

if HOSTED and urlsplit(ORIGIN).scheme != "https":
    raise ImproperlyConfigured(f"FIRSTSTEP_ORIGIN is {ORIGIN!r}, but it must begin with https://")

ALLOWED_HOSTS = [urlsplit(ORIGIN).hostname or ""] if HOSTED else ["127.0.0.1", "localhost", "[::1]"]
CSRF_TRUSTED_ORIGINS = [ORIGIN] if HOSTED else []

INSTALLED_APPS = ["django.contrib.staticfiles", "csp", "firststep.store", "firststep.web"]

MIDDLEWARE = [
    "firststep.web.language.Speaks",
    "firststep.web.compress.Compress",
    "firststep.web.nearby.doors.Doors",
    "firststep.web.nearby.cookies.SecureWhereTheLineIs",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "firststep.web.who.OnlyMine",
]

ROOT_URLCONF = "firststep.web.urls"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).parent / "web"],
        "OPTIONS": {"context_processors": ["firststep.web.words.words"]},
    }
]

# --- what is kept ----------------------------------------------------------------------

_SQLITE = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,  # seconds that a writer waits for another
    # FULL: what is confirmed has reached the disk, even if the power fails
    # secure_delete: what is deleted is written over
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
    " PRAGMA secure_delete=ON;",
}

_URL = os.environ.get("FIRSTSTEP_DATABASE", "")
_FILE = {"ENGINE": "django.db.backends.sqlite3", "NAME": str(HOME / "firststep.sqlite3")}
DATABASES: dict[str, dict[str, Any]] = {"default": {**(dj_database_url.parse(_URL) if _URL else _FILE)}}
DATABASES["default"] |= {"CONN_MAX_AGE": 600, "CONN_HEALTH_CHECKS": True}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = _SQLITE
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
USE_I18N = False

# --- who: a browser that was paired --------------------------------------------------------

SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
INSTALLATION = sha256(str(HOME).encode()).hexdigest()[:8]  # cookies know no ports: two of them, two names
SESSION_COOKIE_NAME = f"firststep-{INSTALLATION}"
CSRF_COOKIE_NAME = f"firststep-form-{INSTALLATION}"
SESSION_COOKIE_AGE = 400 * 24 * 3600  # seconds; browsers keep a cookie no longer
SESSION_SAVE_EVERY_REQUEST = True  # the cookie lasts as long as it is used
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = HOSTED
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = HOSTED
CSRF_FAILURE_VIEW = "firststep.web.refusals.stale"

SECURE_SSL_REDIRECT = HOSTED
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HOSTED else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HOSTED
SECURE_HSTS_PRELOAD = HOSTED
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HOSTED else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024  # bytes of one request's body

# --- files that never change ------------------------------------------------------------------

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True  # straight from the package: nothing to collect
WHITENOISE_AUTOREFRESH = False
WHITENOISE_ALLOW_ALL_ORIGINS = False  # no other site needs them


def _tag(headers: MutableMapping[str, str], path: str, _url: str) -> None:
    """Name a file by its content; weakly, since it is the same file compressed: 304 needs equal names."""
    headers["ETag"] = f'W/"{sha256(Path(path).read_bytes()).hexdigest()[:16]}"'


WHITENOISE_ADD_HEADERS_FUNCTION = _tag

# --- logs: where something went wrong, never what anyone told -------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"quiet": {"()": "firststep.web.quiet.PlacesOnly"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "quiet"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
        "waitress.queue": {"handlers": [], "level": "ERROR"},  # a page asks for all its scripts at once
    },
}
