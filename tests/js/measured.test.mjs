// What counts of a measure: what is kept, and on top of it what waits in this browser.

import assert from "node:assert/strict";
import { test } from "node:test";
import { timeOn, timesOf, whatOn } from "../../src/firststep/web/static/firststep/measured.js";

const HARD = [
  ["stairs", 4],
  ["shopping", 7],
  ["standing", 1],
];
const diary = (history, ...unsent) => ({ document: { measures: { worst: { history }, function: { history } } }, unsent });
const waiting = (kind, on, what) => ({ kind, on, what });

test("what waits counts, in the order of days", () => {
  const found = timesOf(diary([{ on: "2026-11-20", pain: 5 }], waiting("worst", "2026-11-13", { pain: 8 })), "worst");
  assert.deepEqual(found.map(({ on, pain, unsaved }) => [on, pain, unsaved]), [
    ["2026-11-13", 8, true],
    ["2026-11-20", 5, undefined],
  ]);
});

test("of what waits for one day the last counts", () => {
  const day = "2026-11-20";
  const found = diary([{ on: day, pain: 5 }], waiting("worst", day, { pain: 8 }), waiting("worst", day, { pain: 3 }));
  assert.equal(timeOn(found, "worst", day).pain, 3);
});

test("what is taken back is gone, and can be told again", () => {
  const day = "2026-11-20";
  const gone = diary([{ on: day, answers: HARD, score: 4 }], waiting("function", day, { answers: [] }));
  assert.equal(timeOn(gone, "function", day), null);
  assert.deepEqual(whatOn(gone, "function", day), { answers: [] });
  assert.deepEqual(whatOn(diary([], waiting("function", day, { answers: HARD })), "function", day), { answers: HARD });
});

test("the score of what waits is the mean of its answers", () => {
  const [time] = timesOf(diary([], waiting("function", "2026-11-20", { answers: HARD })), "function");
  assert.equal(time.score, 4);
});

test("of the three readings of an ankle the middle one counts", () => {
  const found = diary([], waiting("shin-angle", "2026-11-20", { answers: [40, 9, 37], by: "sensor" }));
  assert.equal(timeOn(found, "shin-angle", "2026-11-20").score, 37);
  assert.deepEqual(whatOn(found, "shin-angle", "2026-11-20"), { answers: [40, 9, 37], by: "sensor" });
  const wall = diary([], waiting("knee-to-wall", "2026-11-20", { answers: [8.5, 9, 8] }));
  assert.equal(timeOn(wall, "knee-to-wall", "2026-11-20").score, 8.5);
  assert.deepEqual(whatOn(wall, "knee-to-wall", "2026-11-20"), { answers: [8.5, 9, 8] });
});

test("what takes the day's back takes it back for an ankle too", () => {
  const day = "2026-11-20";
  const found = diary([], waiting("shin-angle", day, { answers: [40, 39, 37], by: "sensor" }), waiting("shin-angle", day, whatOn(diary([]), "shin-angle", day)));
  assert.equal(timeOn(found, "shin-angle", day), null);
});

test("a document of an earlier version has no measures, and breaks nothing", () => {
  assert.deepEqual(timesOf({ document: {}, unsent: [] }, "worst"), []);
  assert.deepEqual(timesOf({ document: { measures: { worst: {}, function: {} } }, unsent: [] }, "knee-to-wall"), []);
});
