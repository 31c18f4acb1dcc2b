// Pain above the ceiling, before and after: the page's rules. That they are those of care, a test in Python holds.

import assert from "node:assert/strict";
import { test } from "node:test";
import { beginsAbove, restsAfter } from "../../src/firststep/web/static/firststep/session/ceiling.js";

test("it begins above where it hurts more than the ceiling, and never where nothing was told", () => {
  assert.deepEqual([null, 0, 4, 5, 10].map((before) => beginsAbove(before, 4)), [false, false, false, true, true]);
});

test("what rose above the ceiling rests; what hurt as much before does not", () => {
  assert.equal(restsAfter(2, 5, 4), true);
  assert.equal(restsAfter(2, 4, 4), false);
  assert.equal(restsAfter(6, 6, 4), false);
  assert.equal(restsAfter(6, 7, 4), true);
});

test("where nothing was told of before, above is enough; where nothing is told of after, nothing follows", () => {
  assert.equal(restsAfter(null, 5, 4), true);
  assert.equal(restsAfter(2, null, 4), false);
});
