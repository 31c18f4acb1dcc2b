// How far a phone leans, from its orientation sensor, and when it holds still.
//
// The frame is that of the W3C's DeviceOrientation: x to the right of the screen, y up along its
// long side, z out of it; the phone turns by alpha about z, then by beta about x, then by gamma
// about y. The last turn leaves the long side where it is, and the first turns it about the
// vertical, so that its height above the horizon is sin(beta), whatever alpha and gamma are: which
// way the screen faces and how the phone rolls about its long side do not matter. Beta runs from
// -180 to 180 (in some browsers from -90 to 90, with gamma taking the rest: the sine is the same).

/** Degrees: less spread than this over `STILL_MS` is still. Our own choice, under half of the error of the measure. */
export const STILL_DEGREES = 2;
/** Milliseconds that it has to hold still. */
export const STILL_MS = 1_000;
/** Milliseconds within which a sensor has to say something. */
const PATIENCE_MS = 2_000;

/**
 * The angle between the long side of the phone and the vertical, 0 to 90 degrees.
 * @param {number} beta
 */
export const leanOf = (beta) => Math.abs(90 - Math.abs(beta));

/** @typedef {{at: number, lean: number}} Sample a lean at a time in milliseconds */

/** How far the leans of the last second lie apart; `null` before there is a second of them. @param {Sample[]} samples */
export function spreadOf(samples) {
  const window = lastSecond(samples);
  if (!window) return null;
  const leans = window.map(({ lean }) => lean);
  return Math.max(...leans) - Math.min(...leans);
}

/**
 * The lean that was held still for the last second, in whole degrees; `null` where it was not.
 * @param {Sample[]} samples in the order of time, the last one of now
 */
export function stillLean(samples) {
  const window = lastSecond(samples);
  const spread = spreadOf(samples);
  if (!window || spread === null || spread >= STILL_DEGREES) return null;
  return Math.round(window.reduce((sum, { lean }) => sum + lean, 0) / window.length);
}

/** @param {Sample[]} samples */
function lastSecond(samples) {
  const from = (samples.at(-1)?.at ?? 0) - STILL_MS;
  const first = samples.findLastIndex(({ at }) => at <= from);
  return first < 0 ? null : samples.slice(first);
}

/** Seconds from the tap into the lunge, and then to come to rest. */
export const READY_SECONDS = 8;
const PATIENCE_SECONDS = 20;

/**
 * @typedef {{phase: "count", left: number} | {phase: "hold", lean: number | null} | {phase: "taken", lean: number} | {phase: "failed"} | {phase: "silent"}} Stage
 */

/**
 * Where the taking of one lean stands: a count, in which stillness counts for nothing (the phone is
 * still in the hand that started it), then the first second that it is still, on the scale.
 * @param {Sample[]} samples in milliseconds from the tap
 * @param {number} passed milliseconds since the tap
 * @param {number} highest degrees that the scale ends at
 * @returns {Stage}
 */
export function stageOf(samples, passed, highest) {
  const ready = READY_SECONDS * 1_000;
  if (passed < ready) return { phase: "count", left: Math.ceil((ready - passed) / 1_000) };
  if (!samples.length) return { phase: "silent" };
  const lean = stillLean(samples.filter(({ at }) => at >= ready));
  if (lean !== null && lean <= highest) return { phase: "taken", lean };
  if (passed > ready + PATIENCE_SECONDS * 1_000) return { phase: "failed" };
  return { phase: "hold", lean: samples.at(-1)?.lean ?? null };
}

/** @typedef {"ready" | "insecure" | "missing" | "refused" | "silent"} Sensor whether it can be used, and why not */

/** Ask for the sensor, straight from a tap: some browsers ask the person then. @returns {Promise<Sensor>} */
export async function askSensor() {
  if (!globalThis.isSecureContext) return "insecure";
  if (!("DeviceOrientationEvent" in globalThis)) return "missing";
  const sensor = /** @type {{requestPermission?: () => Promise<string>}} */ (/** @type {unknown} */ (DeviceOrientationEvent));
  if (sensor.requestPermission) {
    const said = await sensor.requestPermission().catch(() => "denied");
    if (said !== "granted") return "refused";
  }
  return (await speaks()) ? "ready" : "silent";
}

/** Whether the sensor says anything: where there is none, some browsers have the event all the same. */
function speaks() {
  return new Promise((resolve) => {
    /** @param {boolean} heard */
    const end = (heard) => {
      stop();
      clearTimeout(timer);
      resolve(heard);
    };
    const stop = listen(() => end(true));
    const timer = setTimeout(() => end(false), PATIENCE_MS);
  });
}

/** Hear every lean; answers what ends it. @param {(lean: number) => void} hear */
export function listen(hear) {
  /** @param {DeviceOrientationEvent} event */
  const heard = ({ beta }) => {
    if (beta !== null) hear(leanOf(beta));
  };
  addEventListener("deviceorientation", heard);
  return () => removeEventListener("deviceorientation", heard);
}
