// What this device keeps of sessions: where one was left, and how it is heard here.

import { kept } from "../kept.js";
import { person } from "../server.js";

/** @import { Log } from "../../../types.js" */
/** @import { Session } from "../../../types.js" */
/** @import { Place, Sound } from "./player.js" */

const REMEMBERED_MS = 30 * 60_000; // that an interrupted session can be taken up again
const [PLACE, SOUND, SCRIPT] = ["session", "sound", "script"];
/** @type {Sound[]} */
export const SOUNDS = ["voice", "tones", "silent"];

/** @typedef {Place & {technique: string, when: number, minutes: number | null, half: boolean, log?: Log}} Mark */

/** Where a session of this technique was left, not long ago. @param {string} technique @returns {Promise<Mark | null>} */
export async function leftOff(technique) {
  const mark = await (await kept()).get("marks", [person, PLACE]);
  return mark?.technique === technique && mark.at && Date.now() - mark.when < REMEMBERED_MS ? mark : null;
}

/** Keep where it is; nothing once it is over. @param {Omit<Mark, "when"> | null} mark */
export async function keepPlace(mark) {
  const store = await kept();
  await store.change("marks", (rows) => (mark ? rows.put({ ...mark, when: Date.now() }, [person, PLACE]) : rows.remove([person, PLACE])));
}

/** How sessions are heard on this device; null where nobody chose. @returns {Promise<Sound | null>} */
export async function soundKept() {
  return (await (await kept()).get("marks", [person, SOUND])) ?? null;
}

/** @param {Sound} sound */
export async function keepSound(sound) {
  await (await kept()).change("marks", (rows) => rows.put(sound, [person, SOUND]));
}

/**
 * The script of a technique that is in no document, kept for playing it again without a net.
 * @param {string} technique
 * @param {string | null} foot
 * @returns {Promise<Session | null>}
 */
export async function scriptKept(technique, foot) {
  const script = await (await kept()).get("marks", [person, SCRIPT]);
  return script?.technique === technique && script.feet === foot ? script : null;
}

/** The last one only. @param {Session} script */
export async function keepScript(script) {
  await (await kept()).change("marks", (rows) => rows.put(script, [person, SCRIPT]));
}
