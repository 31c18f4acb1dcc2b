// The clock of the sound against the clock of the page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Offset } from "../../src/firststep/web/static/firststep/session/offset.js";

const near = (one, other) => assert.ok(Math.abs(one - other) < 1e-9, `${one} is not ${other}`);

test("a time of the page is a time of the sound", () => {
  const offset = new Offset();
  offset.read(2, 100);
  near(offset.at(105), 7);
});

test("jumps of some milliseconds are no slip, and the latest reading counts", () => {
  const offset = new Offset();
  offset.read(1.98, 100);
  assert.equal(offset.read(2.2, 100.2), false);
  near(offset.at(105), 7);
  for (let k = 1; k < 40; k += 1) assert.equal(offset.read(2.2 + k * 0.2 - (k % 3) * 0.01, 100.2 + k * 0.2), false);
});

test("a clock that falls behind is noticed once, and what is planned then goes by it", () => {
  const offset = new Offset();
  offset.read(2, 100);
  offset.at(101);
  const told = [];
  for (let k = 1; k <= 12; k += 1) told.push(offset.read(2 - 0.5 + k * 0.2, 100 + k * 0.2));
  assert.deepEqual(told.filter(Boolean), [true]);
  near(offset.at(110), 11.5);
});

test("a slow slip is followed as it goes on", () => {
  const offset = new Offset();
  offset.read(0, 0);
  offset.at(1);
  let slips = 0;
  for (let second = 1; second <= 100; second += 0.2) {
    slips += Number(offset.read(second * 0.99, second));
    assert.ok(Math.abs(offset.at(second) - second * 0.99) < 0.07);
  }
  assert.ok(slips > 10);
});
