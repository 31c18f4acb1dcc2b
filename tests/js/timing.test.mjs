// The plain timer with fewer minutes, and what it may be rolled with.

import assert from "node:assert/strict";
import { test } from "node:test";
import { forMinutes, rolledWith } from "../../src/firststep/web/static/firststep/session/timing.js";

const minute = (number, side) => ({ kind: "time", seconds: 60, number, times: 3, side });
const STEPS = [{ kind: "ready", seconds: 0 }, minute(1, "right"), minute(2, "right"), minute(3, "right"), { kind: "switch", seconds: 15 }, minute(1, "left"), minute(2, "left"), minute(3, "left"), { kind: "feel", seconds: 10 }];

test("fewer minutes leave out the later ones of each side, and the time is right", () => {
  const two = forMinutes({ technique: "timer", seconds: 385, steps: STEPS }, 2);
  assert.deepEqual(two.steps.filter(({ kind }) => kind === "time").map(({ number, side, times }) => [number, side, times]), [[1, "right", 2], [2, "right", 2], [1, "left", 2], [2, "left", 2]]);
  assert.equal(two.seconds, 265);
});

test("it may be rolled with what lies under the foot and is not cold", () => {
  const session = (technique, tool, foot = "tool") => ({ technique, steps: [{ shows: null }, { shows: { body: "seated", foot, moves: null, tool } }] });
  const sessions = { timer: session("timer", "ball"), ball: session("ball", "ball"), bottle: session("bottle", "bottle"), stick: session("stick", "stick", null) };
  assert.deepEqual(rolledWith({ diary: { document: { sessions } } }).map(({ technique }) => technique), ["ball"]);
});
