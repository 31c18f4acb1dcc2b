// Before a session: whether it was done too short a time ago, and a shorter one for whoever hurts already.

import assert from "node:assert/strict";
import { test } from "node:test";
import { tooSoon } from "../../src/firststep/web/static/firststep/session/apart.js";
import { lighter } from "../../src/firststep/web/static/firststep/session/lighter.js";

const NOW = Date.parse("2026-11-23T19:00:00+01:00");
const script = (technique, apart, cold = false) => ({ technique, apart_minutes: apart, cold });
const BALL = script("ball", 60);
const BOTTLE = script("bottle", 120, true);
const PACK = script("pack", 120, true);
const played = (technique, minutesAgo, seconds = 300) => ({
  technique,
  began: new Date(NOW - minutesAgo * 60_000 - seconds * 1000).toISOString(),
  seconds,
});
const diary = (...all) => ({ document: { played: all, sessions: { ball: BALL, bottle: BOTTLE, pack: PACK } }, unsent: [] });

test("what was done a short time ago says how long ago it ended", () => {
  assert.equal(tooSoon(diary(played("ball", 20)), BALL, NOW), 20);
  assert.equal(tooSoon(diary(played("ball", 61)), BALL, NOW), null);
  assert.equal(tooSoon(diary(), BALL, NOW), null);
});

test("what ended this very minute counts", () => {
  assert.equal(tooSoon(diary(played("bottle", 0)), BOTTLE, NOW), 0);
});

test("another technique does not count, but cold counts with cold", () => {
  assert.equal(tooSoon(diary(played("bottle", 20)), BALL, NOW), null);
  assert.equal(tooSoon(diary(played("pack", 90)), BOTTLE, NOW), 90);
});

test("the last time counts, a few seconds do not, nor does what has no pause", () => {
  assert.equal(tooSoon(diary(played("ball", 50), played("ball", 5)), BALL, NOW), 5);
  assert.equal(tooSoon(diary(played("ball", 5, 30)), BALL, NOW), null);
  assert.equal(tooSoon(diary(played("timer", 5)), script("timer", 0), NOW), null);
});

test("what waits in this browser counts too, and what was taken back does not", () => {
  const waits = { kind: "session", on: "2026-11-23", what: played("ball", 10) };
  assert.equal(tooSoon({ ...diary(), unsent: [waits] }, BALL, NOW), 10);
  const back = { kind: "session", on: "2026-11-23", what: { ...played("ball", 10), seconds: null } };
  assert.equal(tooSoon({ ...diary(played("ball", 10)), unsent: [back] }, BALL, NOW), null);
});

const step = (kind, seconds) => ({ kind, seconds });
const WHOLE = { seconds: 175, steps: [step("ready", 0), step("count", 5), step("stroke", 60), step("stroke", 40), step("rest", 10), step("stroke", 40), step("feel", 10), step("dry", 10), step("done", 0)] };

test("a lighter session has about half of the work, and all that makes it safe", () => {
  const light = lighter(WHOLE);
  assert.deepEqual(light.steps.map(({ kind }) => kind), ["ready", "count", "stroke", "stroke", "feel", "dry", "done"]);
  assert.equal(light.seconds, 125);
});

test("a session of one step is not cut away", () => {
  const one = { seconds: 60, steps: [step("ready", 0), step("hold", 60), step("done", 0)] };
  assert.deepEqual(lighter(one), one);
});
