// The clock of a session: where one is after so many seconds.

import assert from "node:assert/strict";
import { test } from "node:test";
import { allLeft, back, goOn, isOver, pause, repeat, skip, start, stepLeft, tick } from "../../src/firststep/web/static/firststep/session/playing.js";

const step = (seconds, skippable = true) => ({ seconds, waits: seconds === 0, skippable });
const STEPS = [step(0), step(10), step(5, false), step(0), step(20)];

test("a step that waits waits, however long", () => {
  assert.equal(tick(start(STEPS), 3600).at, 0);
  assert.equal(goOn(start(STEPS)).at, 1);
});

test("time runs on over steps, and stops at one that waits without carrying seconds over", () => {
  const playing = tick(start(STEPS, 1), 12);
  assert.deepEqual([playing.at, playing.passed, stepLeft(playing)], [2, 2, 3]);
  const waits = tick(playing, 100);
  assert.deepEqual([waits.at, waits.passed], [3, 0]);
});

test("many short ticks are one long one", () => {
  let playing = start(STEPS, 1);
  for (let count = 0; count < 13; count += 1) playing = tick(playing, 1);
  assert.deepEqual(playing, tick(start(STEPS, 1), 13));
});

test("in a pause no time passes", () => {
  const paused = pause(tick(start(STEPS, 1), 4));
  assert.equal(tick(paused, 60), paused);
  assert.equal(stepLeft(goOn(paused)), 6);
});

test("a clock that was set back takes no time away", () => {
  assert.equal(stepLeft(tick(start(STEPS, 1), -50)), 10);
});

test("feeling the foot again cannot be left out", () => {
  assert.equal(skip(start(STEPS, 1)).at, 2);
  assert.equal(skip(start(STEPS, 2)).at, 2);
});

test("back and again begin a step anew, and there is nothing before the first", () => {
  const playing = tick(start(STEPS, 1), 4);
  assert.deepEqual([back(playing).at, repeat(playing).passed], [0, 0]);
  assert.equal(back(back(playing)).at, 0);
});

test("at the end it is over, and stays so", () => {
  const over = tick(start(STEPS, 4), 20);
  assert.ok(isOver(over));
  assert.equal(stepLeft(over), 0);
  for (const way of [goOn, skip, repeat, pause, (one) => tick(one, 5)]) assert.ok(isOver(way(over)));
  assert.equal(isOver(back(over)), false);
});

test("what is left is the rest of this step and all that follow", () => {
  assert.equal(allLeft(tick(start(STEPS, 1), 4)), 6 + 5 + 20);
});

test("a place beyond the last step is the end", () => {
  assert.ok(isOver(start(STEPS, 99)));
});
