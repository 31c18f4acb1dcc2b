// What is heard of a session: tones at the right moments, and words early enough.

import assert from "node:assert/strict";
import { test } from "node:test";
import { spokenIn, tonesAhead, wordsOf } from "../../src/firststep/web/static/firststep/session/cues.js";
import { pause, start, tick } from "../../src/firststep/web/static/firststep/session/playing.js";

const SOON = "Next, in five seconds: {title}.";
const step = (kind, seconds, more = {}) => ({ kind, seconds, waits: seconds === 0, title: kind, say: `Now ${kind}.`, cue: null, skippable: true, ...more });
const STEPS = [step("ready", 0), step("count", 5), step("stroke", 40), step("rest", 10), step("hold", 6), step("done", 0)];
const heard = (playing, within = 600) => tonesAhead(playing, within).map(({ wait, tone }) => [wait, tone]);

test("a step begins with a tone, and its last five seconds are counted", () => {
  assert.deepEqual(heard(start([step("stroke", 40), step("done", 0)])), [
    [0, "begin"], [35, "tick"], [36, "tick"], [37, "tick"], [38, "tick"], [39, "tick"], [40, "done"],
  ]);
});

test("nothing sounds at a step that waits but its beginning, and nothing beyond it", () => {
  assert.deepEqual(heard(start(STEPS)), [[0, "begin"]]);
});

test("of a short step the last three seconds are counted, of a very short one none", () => {
  const after = tick(start(STEPS, 1), 45);
  assert.deepEqual(heard(after), [[0, "rest"], [7, "tick"], [8, "tick"], [9, "tick"], [10, "begin"], [16, "done"]]);
});

test("the count before it begins is a tone a second", () => {
  assert.deepEqual(heard(start(STEPS, 1), 5), [[0, "tick"], [1, "tick"], [2, "tick"], [3, "tick"], [4, "tick"], [5, "begin"]]);
});

test("in the middle of a step only what is still to come is planned", () => {
  assert.deepEqual(heard(tick(start(STEPS, 2), 37.5), 3), [[0.5, "tick"], [1.5, "tick"], [2.5, "rest"]]);
});

test("a tone has one key however often it is looked for", () => {
  const early = tonesAhead(start(STEPS, 2), 600).map(({ key }) => key);
  const late = tonesAhead(tick(start(STEPS, 2), 20), 600).map(({ key }) => key);
  assert.equal(new Set(early).size, early.length);
  assert.deepEqual(late, early.slice(1));
});

test("nothing sounds in a pause", () => assert.deepEqual(heard(pause(tick(start(STEPS, 2), 5))), []));

test("a minute of the timer begins with a soft mark", () => {
  assert.equal(heard(start([step("time", 60), step("time", 60)]))[6][1], "mark");
});

test("a step is told as it begins, with what the foot does, and the next is named five seconds before it", () => {
  const steps = [step("stroke", 40, { cue: "Point." }), step("rest", 10, { title: "Rest" })];
  assert.deepEqual(wordsOf(steps, 0, SOON), [{ after: 0, say: ["Now stroke.", "Point."] }, { after: 35, say: ["Next, in five seconds: Rest."] }]);
});

test("where the words of a step fill its time, the next is not named over them", () => {
  const long = "Rest the ball of the foot, and draw slow circles with it. ".repeat(2);
  assert.deepEqual(wordsOf([step("hold", 12, { say: long }), step("rest", 10)], 0, SOON), [{ after: 0, say: [long] }]);
  assert.ok(spokenIn([long]) > 7);
});

test("a soft mark is no word: minutes of the timer are not named, and the end is", () => {
  const steps = [step("time", 60, { say: "Roll." }), step("time", 60, { say: "" }), step("feel", 10, { title: "Feel" })];
  assert.deepEqual(wordsOf(steps, 0, SOON), [{ after: 0, say: ["Roll."] }]);
  assert.deepEqual(wordsOf(steps, 1, SOON), [{ after: 55, say: ["Next, in five seconds: Feel."] }]);
});

test("what waits is told once, and hurries nobody", () => {
  assert.deepEqual(wordsOf(STEPS, 0, SOON), [{ after: 0, say: ["Now ready."] }]);
  assert.deepEqual(wordsOf(STEPS, STEPS.length, SOON), []);
});
