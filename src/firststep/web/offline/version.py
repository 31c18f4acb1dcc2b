"""Which version of the pages this is: it changes with every file that a browser keeps."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from firststep.knowledge import languages, speaking
from firststep.reports.screen.document import version as version_of_documents

WEB = Path(__file__).parent.parent
STATIC = WEB / "static"
WORKER = Path(__file__).parent / "worker.js"
SHOWN_OF_DIGEST = 12
OF_OTHER_PAGES = ("settings.js", "gone.js", "print.js", "taught.js", "active.js", "dated.js", "copying.js")


@cache
def files() -> tuple[str, ...]:
    """Every static file, by the name that templates use."""
    return tuple(sorted(path.relative_to(STATIC).as_posix() for path in STATIC.rglob("*") if path.is_file()))


@cache
def modules() -> tuple[str, ...]:
    """The scripts of the pages: fetched together, not one after the other as they name each other.

    Those in folders belong to one page alone, as do those of other pages.
    """
    own = (name for name in files() if name.endswith(".js") and name.count("/") == 1)
    return tuple(name for name in own if name.rpartition("/")[2] not in OF_OTHER_PAGES)


@cache
def version() -> str:
    """A digest of the files, the templates, the worker and the words."""
    kept = [STATIC / name for name in files()] + sorted(WEB.rglob("*.html")) + [WORKER]
    content = b"\0".join(path.read_bytes() for path in kept)
    return sha256(content + _of_documents().encode()).hexdigest()[:SHOWN_OF_DIGEST]


def _of_documents() -> str:
    """The version of the documents in every language: who asks for the worker may speak any of them."""
    said = []
    for code in languages():
        with speaking(code):
            said.append(version_of_documents())
    return "\n".join(said)
