// Where a tool is on its path, and how a foot is turned.

import assert from "node:assert/strict";
import { test } from "node:test";
import { STILL, ends, placeOn, pointAt, turned } from "../../src/firststep/web/static/firststep/session/moving.js";

const near = (one, other) => one.every((value, at) => Math.abs(value - other[at]) < 1e-9);
const LINE = [[0, 0], [0, 30], [40, 30]];

test("a part of a line is a part of its length, not of its points", () => {
  assert.ok(near(pointAt(LINE, 0), [0, 0]));
  assert.ok(near(pointAt(LINE, 3 / 7), [0, 30]));
  assert.ok(near(pointAt(LINE, 5 / 7), [20, 30]));
  assert.ok(near(pointAt(LINE, 1), [40, 30]));
});

test("a path that goes back is at its far end halfway, and where it began at the end of a round", () => {
  const path = { path: LINE, back: true };
  assert.ok(near(placeOn(path, 0), LINE[0]));
  assert.ok(near(placeOn(path, 0.5), LINE[2]));
  assert.ok(near(placeOn(path, 1), LINE[0]));
  assert.ok(near(placeOn(path, 0.3), placeOn(path, 0.7)));
});

test("a path that does not go back ends at its end", () => assert.ok(near(placeOn({ path: LINE, back: false }, 1), LINE[2])));

test("the foot points on the way out and flexes on the way back, as the words of the ball say", () => {
  assert.ok(turned("point-flex", 0.25, 3).foot > 20);
  assert.ok(turned("point-flex", 0.75, 3).foot < -10);
  assert.ok(Math.abs(turned("point-flex", 0.5, 3).foot) < 1e-9);
});

test("heels rise for three of eight parts, stay for two, and sink for three", () => {
  assert.equal(turned("raise", 0, 0).heel, 0);
  assert.equal(turned("raise", 3 / 8, 0).heel, 1);
  assert.equal(turned("raise", 4.9 / 8, 0).heel, 1);
  assert.ok(turned("raise", 1, 0).heel < 1e-9);
});

test("a hold is reached slowly and then kept", () => {
  assert.equal(turned("toes-back", 0.3, 0).toes + 0, 0);
  assert.equal(turned("toes-back", 0.3, 2).toes, turned("toes-back", 0.9, 60).toes);
});

test("every movement that a file can name moves something, and a still picture shows two ends of it", () => {
  for (const moves of ["point-flex", "circle", "circle-back", "curl", "arch", "raise", "toes-back", "foot-back"]) {
    const seen = [0, 0.25, 0.5, 0.75].map((share) => JSON.stringify(turned(moves, share, share * 4)));
    assert.ok(new Set(seen).size > 1, moves);
    const [first, last] = ends(moves);
    assert.notDeepEqual(first, last, moves);
  }
  assert.deepEqual(turned(null, 0.4, 3), STILL);
});
