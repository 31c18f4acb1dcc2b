"""A session in real Chromium: whether tones and pictures keep their time, and how smoothly pictures move.

    python -m bench.speed.session [--minutes N] [--slower N]

Serves `firststep demo` and plays the plain timer for ten real minutes, with the tones on, beside a counter
that adds up `setInterval` in the same page. When a tone sounds is read from the clock of the sound and the
time that Chromium gives for it; when a minute is seen, from the change of the page. Then a ball with a
moving foot is played on a CPU that is slowed down, and its frames are counted.
"""

import argparse
import statistics
import sys
import tempfile
from itertools import pairwise
from typing import Any

from playwright.sync_api import Page, sync_playwright

from bench.browser import CHROMIUM, FLAGS
from bench.speed.lighthouse import demo, enter

MINUTE = 60_000.0
FRAMES_FOR = 20_000  # milliseconds
WATCH = """() => {
  const { start, stop } = OscillatorNode.prototype;
  const seen = (window.seen = { tones: [], steps: [], counted: [], naive: [] });
  const heardAt = (context, when) => {
    const { contextTime, performanceTime } = context.getOutputTimestamp();
    return performanceTime + (when - contextTime) * 1000;
  };
  OscillatorNode.prototype.start = function (when) {
    const hertz = this.frequency.value;
    const wait = Math.max((when - this.context.currentTime) * 1000, 0);
    this.coming = setTimeout(() => seen.tones.push([hertz, heardAt(this.context, when)]), wait);
    return start.call(this, when);
  };
  OscillatorNode.prototype.stop = function (when) {
    if (when === undefined) clearTimeout(this.coming); // it was taken back, and planned anew
    return stop.call(this, when);
  };
  window.watched = () => {
    let title = "";
    new MutationObserver(() => {
      const now = document.querySelector(".stage h2")?.textContent ?? "";
      if (now !== title) seen.steps.push([(title = now), performance.now()]);
    }).observe(document.body, { subtree: true, childList: true });
    const began = performance.now();
    setInterval(() => seen.naive.push(performance.now() - began - 1000 * (seen.naive.length + 1)), 1000);
  };
}"""
FRAMES = """(milliseconds) => new Promise((resolve) => {
  const mark = document.querySelector(".where .mark");
  const times = [];
  let last = mark.getAttribute("transform");
  const began = performance.now();
  const look = (now) => {
    const place = mark.getAttribute("transform");
    if (place !== last) times.push(now);
    last = place;
    if (now - began < milliseconds) requestAnimationFrame(look);
    else resolve(times);
  };
  requestAnimationFrame(look);
})"""


def play(page: Page, origin: str, person: str, id_: str) -> None:
    """Open a session, and begin it with tones."""
    page.goto(f"{origin}/{person}/session/?do={id_}")
    if id_ == "timer":
        page.get_by_role("button", name="10", exact=True).click()
    page.get_by_role("button", name="Tones", exact=True).click()
    page.evaluate("globalThis.watched?.()")
    page.locator("#begin").click()
    skip = page.get_by_role("button", name="Skip this")
    skip.or_(page.locator(".stage")).wait_for()
    if skip.count():
        skip.click()
    for _ in range(2):
        page.locator("#player-main").click()


def drift(page: Page, minutes: int) -> dict[str, Any]:
    """How far from the first whole minute on each later one was heard, seen and counted, in milliseconds."""
    page.locator(".stage h2", has_text=f"Minute {minutes}").wait_for(timeout=(minutes + 1) * MINUTE)
    page.wait_for_timeout(2_000)
    seen = page.evaluate("seen")
    marks = [at for hertz, at in seen["tones"] if hertz == 440][:minutes]
    shown = [at for title, at in seen["steps"] if title.startswith("Minute")][:minutes]
    return {
        "heard": [at - marks[0] - MINUTE * number for number, at in enumerate(marks)],
        "seen": [at - marks[0] - MINUTE * number for number, at in enumerate(shown)],
        "counted": seen["naive"][-1],
        "lost": seen["naive"][-1] - seen["naive"][0],
    }


def frames(page: Page, slower: int) -> tuple[float, float]:
    """Frames a second, and the share of frames that took longer than a thirtieth of one."""
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    times = page.evaluate(FRAMES, FRAMES_FOR)
    gaps = [later - earlier for earlier, later in pairwise(times)]
    return 1000 / statistics.mean(gaps), sum(gap > 1000 / 30 + 1 for gap in gaps) / len(gaps)


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=int, default=10)
    parser.add_argument("--slower", type=int, default=6)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as home, demo(home) as address, sync_playwright() as driver:
        context = driver.chromium.launch(executable_path=CHROMIUM, args=FLAGS).new_context(
            viewport={"width": 360, "height": 740}
        )
        page = context.new_page()
        enter(page, address)
        page.wait_for_url("**/today/")
        _, _, host, person, *_ = page.url.split("/")
        _print_frames(page, f"http://{host}", person, asked.slower)
        page.add_init_script(f"({WATCH})()")
        play(page, f"http://{host}", person, "timer")
        _print_drift(drift(page, asked.minutes), asked.minutes)


def _print_frames(page: Page, origin: str, person: str, slower: int) -> None:
    id_ = "tennis-ball-active"  # both pictures move, and the foot in one of them
    out = sys.stdout
    out.write(f"| frames of '{id_}' | a second | longer than 1/30 s |\n|---|---|---|\n")
    counted = []
    for rate in (1, slower):
        play(page, origin, person, id_)
        page.locator(".where .mark").wait_for(timeout=15_000)
        rated, long = frames(page, rate)
        counted.append(rated)
        out.write(f"| CPU {rate} times slower | {rated:.1f} | {long:.1%} |\n")
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 1})
    out.write(f"ratio {counted[0] / counted[1]:.2f}\n\n")
    out.flush()


def _print_drift(found: dict[str, Any], minutes: int) -> None:
    heard, seen = found["heard"], found["seen"]
    apart = [abs(one - other) for one, other in zip(heard, seen, strict=True)]
    worst = max(abs(one) for one in heard)
    sys.stdout.write(
        f"| {minutes} minutes | milliseconds |\n|---|---|\n"
        f"| a tone from its time, at most | {worst:.1f} |\n"
        f"| seen after heard, at most | {max(apart):.1f} |\n"
        f"| a counter by setInterval, at the end | {found['counted']:.1f} |\n"
        f"ratio of the counter to the tones {abs(found['counted']) / max(worst, 0.1):.1f}\n"
    )


if __name__ == "__main__":
    main()
