// What is told where a browser keeps nothing: it lasts as long as the page, in the order of telling.

import assert from "node:assert/strict";
import { test } from "node:test";
import { kept } from "../../src/firststep/web/static/firststep/kept.js";
import { event, flush, keep, unsent } from "../../src/firststep/web/static/firststep/outbox.js";

const morning = (pain, on = "2026-11-23") => event("morning", "right", on, { pain });

test("an event has an id of its own, and the moment with its zone", () => {
  const [one, two] = [morning(3), morning(3)];
  assert.notEqual(one.id, two.id);
  assert.match(one.id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.match(one.happened, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d$/);
});

test("what is told waits in the order of telling, and stays when it cannot be sent", async () => {
  const told = [morning(6), morning(5), morning(4)];
  await keep(told[0], told[1]);
  await keep(told[2]);
  assert.deepEqual(await unsent(), told);
  await assert.rejects(flush()); // there is no server
  assert.deepEqual(await unsent(), told);
});

test("a mark or a document is found by its key, takes the place of an older one, and can be let go", async () => {
  const store = await kept();
  assert.equal(store.kept, false);
  await store.change("marks", (rows) => rows.put("first", ["person", "seen"]));
  await store.change("marks", (rows) => rows.put("second", ["person", "seen"]));
  assert.equal(await store.get("marks", ["person", "seen"]), "second");
  assert.equal(await store.get("marks", ["somebody else", "seen"]), undefined);
  await store.change("marks", (rows) => rows.remove(["person", "seen"]));
  assert.equal(await store.get("marks", ["person", "seen"]), undefined);
});
