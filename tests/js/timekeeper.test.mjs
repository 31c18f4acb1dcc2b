// One time from two clocks: nothing is lost and nothing counted twice.

import assert from "node:assert/strict";
import { test } from "node:test";
import { advanced, begun } from "../../src/firststep/web/static/firststep/session/timekeeper.js";

const read = (...readings) => readings.reduce(advanced, begun(100));
const of = (wall, audio = null) => ({ wall, audio });

test("without sound the clock of the page counts", () => assert.equal(read(of(101), of(103)).time, 3));

test("where sound runs its clock counts, however that of the page goes", () => {
  assert.ok(Math.abs(read(of(101), of(101, 7), of(103.1, 9)).time - 3) < 1e-9);
});

test("where sound begins or ends nothing is lost and nothing counted twice", () => {
  assert.equal(read(of(101), of(102, 50), of(103, 51), of(104), of(105)).time, 5);
});

test("a clock of the sound that stands still is given up after half a second", () => {
  const still = read(of(101, 7), of(101.2, 7), of(102, 7), of(110, 7));
  assert.ok(still.time > 9 && still.time <= 10);
  assert.ok(Math.abs(advanced(still, of(111, 8)).time - still.time - 1) < 1e-9);
});

test("it never goes back", () => assert.equal(read(of(101, 9), of(100, 3)).time, 1));
