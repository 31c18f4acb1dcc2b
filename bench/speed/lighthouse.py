"""What Lighthouse says of each page: a slow phone, and somebody made up with twelve weeks of mornings.

    python -m bench.speed.lighthouse [--keep FOLDER] [--rounds N] [PAGE ...]

Serves `firststep demo`, pairs a browser with it, and opens each page cold, N times, with
Lighthouse's own default of a phone on slow 4G. Prints the median score of each category,
what a first visit loads (bytes as sent), and every audit that took points. `--keep` keeps the reports.
"""

import argparse
import json
import os
import re
import signal
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from bench.browser import CHROMIUM, FLAGS

ROOT = Path(__file__).parents[2]
NODE = Path(sys.executable).parent / "node"
LIGHTHOUSE = ROOT / ".venv/node/bench/node_modules/lighthouse/cli/index.js"
CATEGORIES = ("performance", "accessibility", "best-practices")
ROUNDS = 3
PAGES = {
    "pair": "/pair/",
    "welcome": "/welcome/",
    "first visit": "/{person}/begin/",
    "today": "/{person}/today/",
    "session": "/{person}/session/?do=tennis-ball",
    "so far": "/{person}/so-far/",
    "history": "/{person}/history/",
    "compare": "/{person}/compare/",
    "library": "/{person}/library/",
    "a technique": "/{person}/library/tennis-ball/",
    "settings": "/{person}/settings/",
}
"""Every page that people open, by what it is called here."""

Report = dict[str, Any]


@contextmanager
def demo(home: str) -> Iterator[str]:
    """Somebody made up, served; the address that pairs a browser with them."""
    server = subprocess.Popen(
        [sys.executable, "-m", "firststep", "demo", "--port", "0"],
        env=os.environ | {"FIRSTSTEP_HOME": home},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert server.stdout
        found = next(filter(None, (re.search(r"http\S+/pair/\?code=[\w-]+", line) for line in server.stdout)))
        yield found[0]
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait()


def paired(address: str, folder: str) -> tuple[str, str]:
    """A browser that opens the pages of somebody made up, and may let in a new person: (origin, person)."""
    with sync_playwright() as driver:
        context = driver.chromium.launch_persistent_context(folder, executable_path=CHROMIUM, args=FLAGS)
        page = context.new_page()
        enter(page, address)
        _, _, host, person, *_ = page.url.split("/")
        page.goto(f"http://{host}/{person}/settings/")
        page.get_by_role("button", name="Make a code for somebody else").click()
        enter(page, f"http://{host}/pair/?code={page.locator('.code').inner_text()}")
        context.close()
    return f"http://{host}", person


def enter(page: Page, address: str) -> None:
    """Use the code in an address."""
    page.goto(address)
    page.locator("form button").first.click()
    page.wait_for_load_state()


def look(url: str, folder: str) -> Report:
    """One report of Lighthouse."""
    done = subprocess.run(
        [
            NODE,
            LIGHTHOUSE,
            url,
            f"--chrome-flags={' '.join([*FLAGS, '--headless=new', f'--user-data-dir={folder}'])}",
            f"--only-categories={','.join(CATEGORIES)}",
            "--no-enable-error-reporting",
            "--output=json",
            "--quiet",
        ],
        env=os.environ | {"CHROME_PATH": CHROMIUM},
        stdout=subprocess.PIPE,
        check=True,
    )
    report: Report = json.loads(done.stdout)
    assert report["finalDisplayedUrl"] == url, report["finalDisplayedUrl"]
    return report


def scores(reports: list[Report]) -> list[int]:
    """The median of each category, 0 to 100."""
    return [
        round(100 * statistics.median(one["categories"][name]["score"] for one in reports))
        for name in CATEGORIES
    ]


def loaded(report: Report) -> int:
    """The bytes of all answers as they were sent, headers too."""
    return sum(one["transferSize"] for one in report["audits"]["network-requests"]["details"]["items"])


def complaints(report: Report) -> list[str]:
    """Each audit that counts and took points: its name, its score, what it shows."""
    audits, said = report["audits"], []
    for name in CATEGORIES:
        for one in report["categories"][name]["auditRefs"]:
            audit = audits[one["id"]]
            if one["weight"] and audit["score"] is not None and audit["score"] < 1:
                shown = audit.get("displayValue", "")
                said.append(
                    f"{name}: {one['id']} {audit['score']:.2f} of weight {one['weight']} {shown}".rstrip()
                )
    return said


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("--keep", type=Path)
    asked.add_argument("--rounds", type=int, default=ROUNDS)
    asked.add_argument("pages", nargs="*", default=list(PAGES))
    wanted = asked.parse_args()
    print("| page | performance | accessibility | best practices | first visit, kB |")
    print("|---|---|---|---|---|")
    said: dict[str, list[str]] = {}
    with (
        tempfile.TemporaryDirectory() as home,
        tempfile.TemporaryDirectory() as folder,
        demo(home) as address,
    ):
        origin, person = paired(address, folder)
        for name in wanted.pages:
            url = origin + PAGES[name].format(person=person)
            reports = [look(url, folder) for _ in range(wanted.rounds)]
            numbers = " | ".join(map(str, scores(reports)))
            print(f"| {name} | {numbers} | {max(map(loaded, reports)) / 1000:.0f} |", flush=True)
            said[name] = complaints(reports[-1])
            if wanted.keep:
                wanted.keep.mkdir(parents=True, exist_ok=True)
                (wanted.keep / f"{name.replace(' ', '-')}.json").write_text(json.dumps(reports[-1]))
    print("\n".join(["", *(f"{name}: {one}" for name, lines in said.items() for one in lines)]))


if __name__ == "__main__":
    main()
