"""Writes docs/reference/safety.md from the safety check and the rules that test it: `make reference`."""

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from tests.spec.safety_rules import ELSEWHERE, PICTURE, RULES, Rule  # noqa: E402

from firststep.knowledge import SafetyQuestion, one  # noqa: E402
from firststep.reports.known.safety import ground  # noqa: E402

PAGE = Path(__file__).with_name("safety.md")
QUESTIONS = "src/firststep/knowledge/data/screening"
TESTS = "tests/spec/test_safety.py"
OUTCOMES = {
    "care-now": "stop, care now",
    "see-first": "nothing before somebody has looked",
    "ask": "ask; meanwhile the rest stays open",
    "start": "start, with some left out or done otherwise",
}


def page() -> str:
    """The rules as sentences, each with its outcome, ground, file and test, as Markdown."""
    lines = [
        "# The safety rules",
        "",
        "Written by `make reference` from the files of the safety check and from the table that tests them,",
        f'`tests/spec/safety_rules.py`. Each promise is tested with "yes" and with "not sure" in `{TESTS}`;',
        "`tests/laws/test_safety_laws.py` goes through all single answers, pairs and triples. Nobody has",
        'reviewed these files yet. "Usual clinical caution" is a rule whose source is still to be confirmed.',
    ]
    rows = list(dict.fromkeys([rule.row for rule in (*RULES, *PICTURE)] + list(ELSEWHERE)))
    for row in rows:
        lines += ["", f"## {row.removeprefix('- ').capitalize() if row.startswith('-') else row}", ""]
        for rule in (*RULES, *PICTURE):
            if rule.row == row:
                lines += _rule(rule)
        if row in ELSEWHERE:
            file, promise, test = ELSEWHERE[row]
            lines += [f"- **{promise}**", f"  Rule: `{file}`. Test: `{test}`."]
    return "\n".join(lines) + "\n"


def _rule(rule: Rule) -> list[str]:
    question = one(SafetyQuestion, rule.question)
    grounds = [f"{claim.says} {ground(claim)}" for claim in question.why]
    out = "everything" if rule.out is None else ", ".join(rule.out) or "nothing"
    test = "test_what_does_not_fit_the_usual_picture" if rule in PICTURE else "test_a_warning"
    return [
        f"- **{rule.promise}**",
        f'  Asked: "{question.asks}" Follows: {OUTCOMES[rule.outcome]}. Left out: {out}.',
        *(f"  {text}" for text in grounds),
        f"  Rule: `screening/{rule.question}.toml`. Test: `{test}`.",
    ]


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
