// Words with blanks, and capitals.

import assert from "node:assert/strict";
import { test } from "node:test";
import { capital, say } from "../../src/firststep/web/static/firststep/dom.js";

test("a blank is filled in wherever it stands", () => {
  assert.equal(say("{did}. Told: {did}, {count}.", { did: "tennis ball", count: 0 }), "tennis ball. Told: tennis ball, 0.");
});

test("what fills a blank is taken as it is, even if it looks like a blank or a pattern", () => {
  assert.equal(say("Told: {did}.", { did: "{count} $& $1" }), "Told: {count} $& $1.");
});

test("words without a blank stay as they are", () => {
  assert.equal(say("No blank {here or there}."), "No blank {here or there}.");
});

test("only the first letter becomes a capital", () => {
  assert.equal(capital("frozen bottle, THEN ball"), "Frozen bottle, THEN ball");
  assert.equal(capital("éponge"), "Éponge");
  assert.equal(capital(""), "");
});
