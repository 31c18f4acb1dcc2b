// How a morning is marked: by what was done the day before, told apart by shape as well as by colour.

import assert from "node:assert/strict";
import { test } from "node:test";
import { groupOf, kindsOf } from "../../src/firststep/web/static/firststep/picture.js";

const WORDS = { nothing: "nothing", other: "something else", several: "several", untold: "not told" };
const diary = (...compared) => ({ compared, words: { so_far: WORDS }, name: (id) => `the ${id}` });

test("nothing, one, several, not on the list and not told are marked apart", () => {
  const kinds = kindsOf(diary("ball"), []);
  const groups = [null, [], ["ball"], ["ball", "bottle"], ["other"]].map((did) => groupOf(did, kinds));
  assert.deepEqual(groups, ["untold", "nothing", "ball", "several", "other"]);
});

test("a technique that is compared no more keeps a mark of its own while it is in the diary", () => {
  const kinds = kindsOf(diary("ball"), [["bottle"], null, [], ["ball", "other"]]);
  assert.equal(groupOf(["bottle"], kinds), "bottle");
  assert.equal(kinds.bottle.name, "the bottle");
  assert.equal(groupOf(["stick"], kinds), "other");
});

test("eight techniques have eight shapes and eight colours, and none looks like what was no technique", () => {
  const kinds = kindsOf(diary(..."abcdefgh"), []);
  const techniques = [..."abcdefgh"].map((id) => kinds[id]);
  assert.equal(new Set(techniques.map((kind) => kind.shape)).size, 8);
  assert.equal(new Set(techniques.map((kind) => kind.class)).size, 8);
  for (const group of ["nothing", "other", "several", "untold"]) assert.equal(kinds[group].class, "mark hollow");
});

test("a ninth technique has a mark too", () => {
  assert.ok(kindsOf(diary(..."abcdefghi"), []).i.shape);
});
