// What counts of a day: what the document says, and over it what was told here and is not confirmed.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Diary } from "../../src/firststep/web/static/firststep/diary.js";

const WORDS = {
  so_far: { other: "something else", untold: "not told", nothing: "nothing" },
  rests: { aside: "{name} is left out.", stopped: "{name} rests since {day}." },
  resting: { above: "Too much." },
};

/** Three days from Sunday, the 22nd, in the right foot. */
const kept = (changed = {}) => ({
  foot: "right",
  clear: true,
  comparing: { question: "which", techniques: ["ball", "bottle"] },
  techniques: [
    { id: "ball", name: "tennis ball" },
    { id: "bottle", name: "frozen bottle" },
  ],
  days: {
    start: "2026-11-22",
    pain: [6, null, null],
    did: [["ball"], [], null],
    drawn: ["ball", "", null],
    told: [true, true, false],
    late: [true, false, false],
    skipped: [false, true, false],
  },
  plan: { id: "p", days: [{ on: "2026-11-24", technique: "bottle" }] },
  settings: { theme: "auto", units: "metric" },
  resting: [{ technique: "ball" }, { technique: "bottle" }],
  safety: { answers: { fall: "no" }, result: { outcome: "start" }, again: ["It is a month ago."] },
  words: WORDS,
  ...changed,
});

const told = (kind, what, { on = "2026-11-24", foot = "right" } = {}) => ({ id: "e", kind, foot, on, happened: "", what });

test("a day is read off its column", () => {
  const day = new Diary(kept(), []).day("2026-11-22");
  assert.deepEqual([day.pain, day.did, day.drawn], [6, ["ball"], "ball"]);
  assert.deepEqual([day.told, day.late, day.skipped], [true, true, false]);
});

test("nothing done, not told and skipped are three things", () => {
  const diary = new Diary(kept(), []);
  assert.deepEqual(diary.day("2026-11-23").did, []);
  assert.equal(diary.day("2026-11-23").skipped, true);
  assert.equal(diary.day("2026-11-24").did, null);
  assert.equal(diary.day("2026-11-24").told, false);
});

for (const on of ["2026-11-21", "2026-11-25"]) {
  test(`a day outside the columns is empty, not undefined: ${on}`, () => {
    const day = new Diary(kept(), []).day(on);
    assert.deepEqual([day.pain, day.did, day.drawn], [null, null, null]);
    assert.ok(!day.told && !day.late && !day.skipped);
  });
}

test("before the first day there is no start, and every day is empty", () => {
  const diary = new Diary(kept({ days: null, plan: null, comparing: null }), []);
  assert.equal(diary.start, null);
  assert.equal(diary.day("2026-11-22").pain, null);
  assert.equal(diary.planned("2026-11-24"), null);
  assert.deepEqual(diary.compared, []);
});

test("what is not confirmed counts over the document, and says so", () => {
  const day = new Diary(kept(), [told("morning", { pain: 3 }), told("doing", { did: ["bottle"] })]).day("2026-11-24");
  assert.deepEqual([day.pain, day.did, day.told], [3, ["bottle"], true]);
  assert.deepEqual(day.unsaved, { morning: true, doing: true });
});

test("of two tellings of a day the later counts", () => {
  const events = [told("morning", { pain: 3 }), told("morning", { pain: 8 })];
  assert.equal(new Diary(kept(), events).day("2026-11-24").pain, 8);
});

test("a score of 0 is a score, and a score taken back is a skipped morning", () => {
  assert.equal(new Diary(kept(), [told("morning", { pain: 0 })]).day("2026-11-24").pain, 0);
  const day = new Diary(kept(), [told("morning", { pain: null }, { on: "2026-11-22" })]).day("2026-11-22");
  assert.deepEqual([day.pain, day.skipped], [null, true]);
});

test("what was told of another day or another foot does not count here", () => {
  const events = [told("morning", { pain: 3 }, { on: "2026-11-22" }), told("morning", { pain: 9 }, { foot: "left" })];
  const diary = new Diary(kept(), events);
  assert.equal(diary.day("2026-11-24").pain, null);
  assert.deepEqual(diary.day("2026-11-24").unsaved, { morning: false, doing: false });
  assert.equal(diary.day("2026-11-22").pain, 3);
});

test("after answers that are not confirmed, nothing may be started, and what followed before is gone", () => {
  const { document } = new Diary(kept(), [told("screening", { answers: { fall: "yes" } })]);
  assert.equal(document.clear, null);
  assert.deepEqual(document.safety.answers, { fall: "yes" });
  assert.deepEqual([document.safety.result, document.safety.again, document.safety.waiting], [null, [], true]);
});

test("what is taken up again rests no more", () => {
  const diary = new Diary(kept(), [told("go-on", { technique: "ball" })]);
  assert.deepEqual(diary.resting, [{ technique: "bottle" }]);
});

test("what is set aside rests from then on, with a reason, and once only", () => {
  const events = [told("set-aside", { technique: "ball" }), told("again", { technique: "ball", again: false })];
  const diary = new Diary(kept({ resting: [] }), events);
  assert.equal(diary.resting.length, 1);
  assert.equal(diary.resting[0].on, "2026-11-24");
  assert.deepEqual(diary.resting[0].says, ["Tennis ball is left out."]);
  assert.equal(diary.rests("ball"), true);
  assert.equal(diary.rests("bottle"), false);
});

test("what was stopped rests at once, without a server too, and says since when and why", () => {
  const diary = new Diary(kept({ resting: [] }), [told("stop", { technique: "ball", why: "above" })]);
  const [one] = diary.resting;
  assert.deepEqual([one.cause, one.on, one.may_go_on], ["stopped", "2026-11-24", true]);
  assert.deepEqual(one.says, ["Tennis ball rests since {day}.", "Too much."]);
  const back = new Diary(kept({ resting: [] }), [told("stop", { technique: "ball", why: "above" }), told("go-on", { technique: "ball" })]);
  assert.deepEqual(back.resting, []);
});

test("a setting counts at once, whichever foot it was told with, and leaves the others", () => {
  const { settings } = new Diary(kept(), [told("setting", { name: "theme", value: "dark" }, { foot: "left" })]).document;
  assert.deepEqual(settings, { theme: "dark", units: "metric" });
});

test("another comparison that is not confirmed is compared at once", () => {
  const diary = new Diary(kept(), [told("comparing", { question: "helps", techniques: ["bottle"] })]);
  assert.deepEqual(diary.compared, ["bottle"]);
});

test("the document that was handed over stays as it was", () => {
  const before = kept();
  new Diary(before, [told("screening", { answers: {} }), told("go-on", { technique: "ball" })]);
  new Diary(before, [told("setting", { name: "theme", value: "dark" })]);
  assert.deepEqual(before, kept());
});

test("techniques are called by their names, and what is not on the list by that", () => {
  const diary = new Diary(kept(), []);
  assert.equal(diary.doing(["ball", "other"]), "tennis ball, something else");
  assert.equal(diary.doing([]), "nothing");
  assert.equal(diary.doing(null), "not told");
});

test("a day of the plan is found by its date", () => {
  const diary = new Diary(kept(), []);
  assert.equal(diary.planned("2026-11-24").technique, "bottle");
  assert.equal(diary.planned("2026-11-25"), null);
});

test("what was put off is marked in the plan; what was put off before it was swapped is not", () => {
  const put = (technique) => told("skipped", { technique });
  assert.equal(new Diary(kept(), [put("bottle")]).planned("2026-11-24").skipped, true);
  assert.equal(new Diary(kept(), [put("ball")]).planned("2026-11-24").skipped, undefined);
});

test("a draw is swapped once, for the one that the plan holds ready", () => {
  const days = [{ on: "2026-11-24", technique: "bottle", why: ["a"], swap: { technique: "ball", why: ["b"] } }];
  const swapped = [told("swapped", { technique: "bottle" }), told("swapped", { technique: "ball" })];
  const line = new Diary(kept({ plan: { id: "p", days } }), swapped).planned("2026-11-24");
  assert.deepEqual([line.technique, line.why, line.swap, line.swapped], ["ball", ["b"], null, true]);
});
