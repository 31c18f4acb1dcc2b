"""Writes docs/reference/knowledge.md from the classes that read the files: `make reference`."""

import inspect
import re
from pathlib import Path

from msgspec import NODEFAULT, Struct, structs

from firststep.knowledge import FOLDERS
from firststep.knowledge.kinds import body, evidence, factor, parts, professional, technique
from firststep.knowledge.reading.allowed import allowed_at

PAGE = Path(__file__).with_name("knowledge.md")
PARTS = (
    parts.Claim,
    parts.Review,
    technique.Held,
    technique.Dose,
    technique.Phase,
    technique.Effort,
    technique.Evidence,
    body.Code,
    body.Limb,
    body.Area,
    evidence.Number,
    evidence.Scale,
    factor.Effect,
    professional.Taxonomy,
)
LONG = 260  # signs of a list of values


def page() -> str:
    """Every kind of file with its keys, as Markdown."""
    lines = [
        "# The files of what is known",
        "",
        "Written by `make reference` from the classes that read them. A key that is not listed is refused,",
        "with its line. The name of a file without `.toml` is its id, for ever.",
        "[How to review one](../how-to/review.md).",
    ]
    for kind, folder in FOLDERS.items():
        lines += _kind(kind, f"`{folder}/`")
    lines += ["", "# Parts of a file"]
    for kind in PARTS:
        lines += _kind(kind, kind.__name__)
    return "\n".join(lines) + "\n"


def _kind(kind: type[Struct], title: str) -> list[str]:
    lines = [
        "",
        f"## {title}",
        "",
        *_text(kind),
        "",
        "| key | what may stand there | needed |",
        "|---|---|---|",
    ]
    for field in structs.fields(kind):
        if field.name == "id" and issubclass(kind, parts.Thing):  # the name of the file
            continue
        allowed = allowed_at(kind, field.name) or "a table of its own"
        if len(allowed) > LONG:
            allowed = f"{allowed[:LONG].rpartition(',')[0]} ..."
        needed = "yes" if field.default is NODEFAULT and field.default_factory is NODEFAULT else ""
        lines.append(f"| `{field.name}` | {allowed} | {needed} |")
    return lines


def _text(kind: type[Struct]) -> list[str]:
    """The docstring, its indented parts as a list."""
    lines: list[str] = []
    for line in inspect.cleandoc(kind.__doc__ or "").splitlines():
        name = re.fullmatch(r"([a-z_]+(?:, [a-z_]+)*)", line)
        if name:
            lines.append(f"- `{name[1]}`:")
        elif line.startswith("    ") and lines and lines[-1].startswith("- "):
            lines[-1] += f" {line.strip()}"
        else:
            lines.append(line)
    return lines


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
