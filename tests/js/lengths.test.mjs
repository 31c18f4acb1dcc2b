// Numbers as people type them: kept in centimetres and degrees, shown in their own unit.

import assert from "node:assert/strict";
import { test } from "node:test";
import { readNumber, readingOf, stepped, unitOf } from "../../src/firststep/web/static/firststep/lengths.js";

const CM = unitOf("knee-to-wall", { units: "metric" });
const INCHES = unitOf("knee-to-wall", { units: "imperial" });
const DEGREES = unitOf("shin-angle", { units: "imperial" });

test("a number is read with a point or a comma, and nothing else is one", () => {
  for (const text of ["8.5", " 8,5 ", "8.50"]) assert.equal(readNumber(text), 8.5);
  assert.deepEqual(["9", "9.", ".5"].map(readNumber), [9, 9, 0.5]);
  for (const text of ["", " ", "-1", "+1", "1e1", "8 5", "8.5.1", "0x10", "Infinity", "NaN", "nine"]) assert.equal(readNumber(text), null, text);
});

test("what is kept is a tenth of a centimetre or a whole degree, on the scale", () => {
  assert.equal(readingOf("8.54", CM, 30), 8.5);
  assert.equal(readingOf("30", CM, 30), 30);
  assert.equal(readingOf("30.1", CM, 30), null);
  assert.equal(readingOf("36.4", DEGREES, 70), 36);
  assert.equal(readingOf("71", DEGREES, 70), null);
});

test("inches are kept in centimetres", () => {
  assert.equal(readingOf("4", INCHES, 30), 10.2);
  assert.equal(readingOf("11.75", INCHES, 30), 29.8);
  assert.equal(readingOf("12", INCHES, 30), null);
});

test("every eighth of an inch comes back as it was typed", () => {
  for (let eighths = 0; eighths <= 94; eighths += 1) {
    const kept = readingOf(String(eighths / 8), INCHES, 30);
    assert.notEqual(kept, null);
    assert.equal(INCHES.type(/** @type {number} */ (kept)), eighths / 8);
  }
});

test("inches are shown as a ruler has them", () => {
  assert.deepEqual([0, 0.3, 2.5, 10.5, 8.6].map(INCHES.show), ["0", "⅛", "1", "4⅛", "3⅜"]);
});

test("plus and minus go by a step, begin somewhere, and stay on the scale", () => {
  assert.equal(stepped("8.5", CM, { by: 1, highest: 30 }), "9");
  assert.equal(stepped("8.5", CM, { by: -1, highest: 30 }), "8");
  assert.equal(stepped("", CM, { by: 1, highest: 30 }), "8");
  assert.equal(stepped("", CM, { by: -1, highest: 30, begin: 11.5 }), "11.5");
  assert.equal(stepped("0.2", CM, { by: -1, highest: 30 }), "0");
  assert.equal(stepped("30", CM, { by: 1, highest: 30 }), "30");
  assert.equal(stepped("4", INCHES, { by: 1, highest: 30 }), "4.125");
  assert.equal(stepped("35", DEGREES, { by: 1, highest: 70 }), "36");
});
