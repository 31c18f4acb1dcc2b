// How far a phone leans, whichever way it is turned, and when it holds still.

import assert from "node:assert/strict";
import { test } from "node:test";
import { READY_SECONDS, STILL_DEGREES, STILL_MS, askSensor, leanOf, spreadOf, stageOf, stillLean } from "../../src/firststep/web/static/firststep/ankle/lean.js";

const near = (one, other) => assert.ok(Math.abs(one - other) < 1e-9, `${one} is not ${other}`);
const rad = (degrees) => (degrees * Math.PI) / 180;
const times = (one, other) => one.map((row) => other[0].map((_, at) => row.reduce((sum, value, k) => sum + value * other[k][at], 0)));

const turnZ = (a) => [[Math.cos(a), -Math.sin(a), 0], [Math.sin(a), Math.cos(a), 0], [0, 0, 1]];
const turnX = (b) => [[1, 0, 0], [0, Math.cos(b), -Math.sin(b)], [0, Math.sin(b), Math.cos(b)]];
const turnY = (g) => [[Math.cos(g), 0, Math.sin(g)], [0, 1, 0], [-Math.sin(g), 0, Math.cos(g)]];

/** The angle between the long side of a phone and the vertical, from the whole rotation of the standard. */
const truly = (alpha, beta, gamma) => {
  const turned = times(times(turnZ(rad(alpha)), turnX(rad(beta))), turnY(rad(gamma)));
  const up = turned[2][1]; // how much of the long side points up
  return (Math.acos(Math.min(Math.abs(up), 1)) * 180) / Math.PI;
};

test("a phone upright leans by nothing, one that lies by 90, either way round", () => {
  for (const beta of [90, -90]) assert.equal(leanOf(beta), 0);
  for (const beta of [0, 180, -180]) assert.equal(leanOf(beta), 90);
});

test("40 degrees forward are 40 whichever way the screen faces and whichever end is up", () => {
  for (const beta of [50, 130, -50, -130]) assert.equal(leanOf(beta), 40);
});

test("the lean is that of the whole rotation, whatever the compass and the roll", () => {
  let checked = 0;
  for (let beta = -180; beta < 180; beta += 7) {
    for (let alpha = 0; alpha < 360; alpha += 45) {
      for (let gamma = -90; gamma < 90; gamma += 15) {
        assert.ok(Math.abs(leanOf(beta) - truly(alpha, beta, gamma)) < 1e-5);
        checked += 1;
      }
    }
  }
  assert.ok(checked > 4000);
});

test("a browser that lets gamma run all the way round gives the same lean", () => {
  // the same rotation told with beta from -90 to 90: (alpha, 130, gamma) is (alpha + 180, 50, gamma + 180)
  near(leanOf(130), leanOf(50));
  assert.ok(Math.abs(truly(20, 130, 30) - truly(200, 50, 210)) < 1e-9);
});

const held = (leans, step = 100) => leans.map((lean, at) => ({ at: at * step, lean }));

test("a second that is still gives its mean in whole degrees", () => {
  assert.equal(stillLean(held([36, 36.4, 36.8, 36.4, 36, 36.4, 36.8, 36.4, 36, 36.4, 36.8])), 36);
});

test("less than a second is not enough", () => {
  assert.equal(stillLean(held(Array(10).fill(36))), null);
  assert.equal(stillLean(held(Array(11).fill(36))), 36);
  assert.equal(stillLean([]), null);
  assert.equal(spreadOf([]), null);
});

test("as much as the named spread is not still, a little less is", () => {
  const moving = (by) => held([...Array(10).fill(36), 36 + by]);
  assert.equal(stillLean(moving(STILL_DEGREES)), null);
  assert.equal(stillLean(moving(STILL_DEGREES - 0.1)), 36);
});

test("what moved before the last second does not count", () => {
  assert.equal(stillLean(held([0, 20, 30, ...Array(11).fill(36)])), 36);
});

test("a phone that said nothing for a while held what it said last", () => {
  assert.equal(stillLean([{ at: 0, lean: 20 }, { at: 500, lean: 36 }, { at: 1_600, lean: 36 }]), 36);
  assert.equal(stillLean([{ at: 0, lean: 20 }, { at: 900, lean: 36 }, { at: 1_600, lean: 36 }]), null);
});

const READY = READY_SECONDS * 1_000;
const from = (at, lean, ms) => [...Array(ms / 50 + 1).keys()].map((k) => ({ at: at + k * 50, lean }));

test("while it counts, stillness takes nothing: the phone is still in the hand", () => {
  assert.deepEqual(stageOf(from(0, 45, READY - 50), READY - 50, 70), { phase: "count", left: 1 });
  assert.deepEqual(stageOf([], 0, 70), { phase: "count", left: READY_SECONDS });
});

test("after the count a whole new second is needed", () => {
  assert.deepEqual(stageOf(from(0, 38, READY + 900), READY + 900, 70), { phase: "hold", lean: 38 });
  assert.deepEqual(stageOf(from(0, 38, READY + STILL_MS), READY + STILL_MS, 70), { phase: "taken", lean: 38 });
});

test("a phone that lies flat is not on a shin, and nothing is taken of it", () => {
  assert.equal(stageOf(from(0, 88, READY + 3_000), READY + 3_000, 70).phase, "hold");
});

test("it ends by itself where nothing comes to rest, and at once where nothing is heard", () => {
  const moving = [...Array(600).keys()].map((k) => ({ at: k * 50, lean: k % 2 ? 30 : 40 }));
  assert.equal(stageOf(moving, READY + 19_000, 70).phase, "hold");
  assert.equal(stageOf(moving, READY + 21_000, 70).phase, "failed");
  assert.deepEqual(stageOf([], READY, 70), { phase: "silent" });
});

const given = (values) => {
  for (const [name, value] of Object.entries(values)) Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
};

test("without an encrypted line, and without a sensor, it is said which", async () => {
  given({ isSecureContext: false });
  assert.equal(await askSensor(), "insecure");
  given({ isSecureContext: true });
  assert.equal(await askSensor(), "missing");
});

test("who says no, or cannot be asked, is not asked on", async () => {
  for (const requestPermission of [async () => "denied", () => Promise.reject(new Error("no tap"))]) {
    given({ isSecureContext: true, DeviceOrientationEvent: { requestPermission } });
    assert.equal(await askSensor(), "refused");
  }
});
