// Days where the person is, whatever the zone, the hour and the year.

import assert from "node:assert/strict";
import { afterEach, mock, test } from "node:test";
import { beginDaysAt, between, dayOf, nowWithZone, plus, today } from "../../src/firststep/web/static/firststep/days.js";

/** The clock stands at a moment, in a zone. */
function at(moment, zone) {
  process.env.TZ = zone;
  mock.timers.enable({ apis: ["Date"], now: Date.parse(moment) });
}

afterEach(() => mock.timers.reset());

test("it is another day in Auckland than in Honolulu", () => {
  at("2026-11-23T20:00:00Z", "Pacific/Auckland");
  assert.equal(today(), "2026-11-24");
  mock.timers.reset();
  at("2026-11-23T20:00:00Z", "Pacific/Honolulu");
  assert.equal(today(), "2026-11-23");
});

test("after midnight it is still the day before, until the hour at which a day begins", () => {
  for (const [hour, moment, day] of [
    [3, "2026-11-24T01:59:59Z", "2026-11-23"],
    [3, "2026-11-24T02:00:00Z", "2026-11-24"],
    ["0", "2026-11-23T23:00:00Z", "2026-11-24"],
    ["15", "2026-11-24T13:30:00Z", "2026-11-23"],
    ["15", "2026-11-24T14:00:00Z", "2026-11-24"],
  ]) {
    beginDaysAt(hour);
    at(moment, "Europe/Berlin");
    assert.equal(today(), day, `${hour} ${moment}`);
    mock.timers.reset();
  }
  beginDaysAt(3);
});

test("a moment belongs to the day on the wall, not to that in Greenwich", () => {
  process.env.TZ = "America/Los_Angeles";
  assert.equal(dayOf(new Date("2026-03-01T07:30:00Z")), "2026-02-28");
  process.env.TZ = "Europe/Berlin";
  assert.equal(dayOf(new Date("2026-12-31T23:30:00Z")), "2027-01-01");
});

for (const [zone, moment, said] of [
  ["Europe/Berlin", "2026-11-23T05:41:00.123Z", "2026-11-23T06:41:00.123+01:00"],
  ["Europe/Berlin", "2026-07-01T04:41:00.000Z", "2026-07-01T06:41:00.000+02:00"],
  ["Asia/Kathmandu", "2026-11-23T00:56:00.000Z", "2026-11-23T06:41:00.000+05:45"],
  ["America/St_Johns", "2026-11-23T10:11:00.000Z", "2026-11-23T06:41:00.000-03:30"],
  ["Pacific/Kiritimati", "2026-11-22T16:41:00.000Z", "2026-11-23T06:41:00.000+14:00"],
  ["UTC", "2026-11-23T06:41:00.000Z", "2026-11-23T06:41:00.000+00:00"],
]) {
  test(`a moment is written down as the clock in ${zone} shows it, with its offset: ${said}`, () => {
    at(moment, zone);
    assert.equal(nowWithZone(), said);
    assert.equal(Date.parse(nowWithZone()), Date.parse(moment));
  });
}

test("in the hour that comes twice, the offset tells which it was", () => {
  at("2026-10-25T00:30:00Z", "Europe/Berlin");
  assert.equal(nowWithZone(), "2026-10-25T02:30:00.000+02:00");
  mock.timers.reset();
  at("2026-10-25T01:30:00Z", "Europe/Berlin");
  assert.equal(nowWithZone(), "2026-10-25T02:30:00.000+01:00");
});

test("a day with 23 hours and one with 25 are a day each", () => {
  process.env.TZ = "Europe/Berlin";
  assert.equal(plus("2026-03-28", 1), "2026-03-29");
  assert.equal(plus("2026-03-29", 1), "2026-03-30");
  assert.equal(plus("2026-10-25", 1), "2026-10-26");
  assert.equal(between("2026-03-28", "2026-03-30"), 2);
  assert.equal(between("2026-10-24", "2026-10-26"), 2);
});

test("leap years have a day more, centuries mostly not", () => {
  assert.equal(plus("2028-02-28", 1), "2028-02-29");
  assert.equal(plus("2026-02-28", 1), "2026-03-01");
  assert.equal(between("2028-01-01", "2029-01-01"), 366);
  assert.equal(plus("2100-02-28", 1), "2100-03-01");
});

test("going back and forth ends where it began, over ten years", () => {
  for (let days = -1830; days <= 1830; days += 1) {
    const there = plus("2026-11-23", days);
    assert.equal(between("2026-11-23", there), days);
    assert.equal(plus(there, -days), "2026-11-23");
  }
});
