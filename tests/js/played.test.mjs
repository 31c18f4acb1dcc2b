// Sessions that were played: what counts of them, with what waits in this browser; and what is told of one.

import assert from "node:assert/strict";
import { test } from "node:test";
import { heart, sessionsOf, sessionsOn, takenBack } from "../../src/firststep/web/static/firststep/played.js";
import { begin, newLog, tellSession } from "../../src/firststep/web/static/firststep/session/log.js";

const played = (changed = {}) => ({
  technique: "ball",
  version: 1,
  began: "2026-11-24T07:00:00+01:00",
  seconds: 200,
  of: 240,
  before: 3,
  after: 2,
  comfort: 4,
  ...changed,
});
const kept = (changed) => ({ on: "2026-11-24", ...played(changed) });
const told = (what, on = "2026-11-24") => ({ kind: "session", on, what });
const diary = (all, unsent = []) => ({ document: { played: all }, unsent });

test("what waits counts over what is kept, and says so", () => {
  const [one, ...others] = sessionsOf(diary([kept()], [told(played({ comfort: 5 }))]));
  assert.deepEqual([one.comfort, one.unsaved, others.length], [5, true, 0]);
});

test("the same moment in another time zone is the same session", () => {
  assert.equal(sessionsOf(diary([kept()], [told(played({ began: "2026-11-24T06:00:00+00:00" }))])).length, 1);
});

test("another technique or another beginning is another session, the earlier one first", () => {
  const events = [told(played({ technique: "bottle" })), told(played({ began: "2026-11-24T06:59:00+01:00" }))];
  const all = sessionsOf(diary([kept()], events));
  assert.equal(all.length, 3);
  assert.equal(all[0].began, "2026-11-24T06:59:00+01:00");
});

test("what is taken back counts no more, and can be told again", () => {
  const back = told(takenBack(kept()));
  assert.deepEqual(sessionsOf(diary([kept()], [back])), []);
  assert.equal(sessionsOf(diary([kept()], [back, told(played())])).length, 1);
});

test("what is taken back says nothing else, and keeps what it is known by", () => {
  const { technique, began, ...said } = takenBack(kept());
  assert.deepEqual([technique, began], ["ball", "2026-11-24T07:00:00+01:00"]);
  assert.deepEqual([said.seconds, said.before, said.after, said.comfort], [null, null, null, null]);
});

test("of a day only its own are shown, and a document of an earlier version has none", () => {
  assert.deepEqual(sessionsOn(diary([kept()]), "2026-11-23"), []);
  assert.deepEqual(sessionsOf({ document: {}, unsent: [] }), []);
});

/** A page on which what is told waits, or is lost. */
function page({ keeps = true } = {}) {
  const app = {
    diary: { ...diary([]), rests: () => false },
    told: [],
    drawn: 0,
    async tellAll(things) {
      app.told.push(...things);
      if (keeps) app.diary = diary([], things.filter(({ kind }) => kind === "session"));
    },
    redraw: () => (app.drawn += 1),
  };
  return app;
}

const script = { technique: "ball", version: 1, seconds: 240 };

test("each tap tells the session in full, with the same beginning", async () => {
  const [app, log] = [page(), newLog()];
  begin(app, script, log);
  Object.assign(log, { before: 3, seconds: 199.7 });
  await tellSession(app, script, log);
  await tellSession(app, script, log, { change: { after: 2 } });
  await tellSession(app, script, log, { change: { comfort: 5 }, more: [{ kind: "stop", on: log.on, what: {} }] });
  const sessions = app.told.filter(({ kind }) => kind === "session").map(({ what }) => what);
  assert.deepEqual(sessions.map(({ seconds, after, comfort }) => [seconds, after, comfort]), [[200, null, null], [200, 2, null], [200, 2, 5]]);
  assert.equal(new Set(sessions.map(({ began }) => began)).size, 1);
  assert.equal(app.told.at(-1).kind, "stop");
  assert.deepEqual(heart(sessions[2]), sessions[2]);
});

test("where a tap was not taken down it is asked again", async () => {
  const [app, log] = [page({ keeps: false }), newLog()];
  await tellSession(app, script, log, { change: { after: 7, stopped: true } });
  assert.deepEqual([log.after, log.stopped, app.drawn], [null, false, 1]);
});

test("a beginning is told to the whole second, with its time zone", () => {
  assert.match(newLog().began, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
});
