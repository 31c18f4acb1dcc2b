// The time of a session. Where sound runs its clock counts, so that what is heard and what is seen
// never part; where it does not, or stands still, the clock of the page goes on from there.

const STALLED = 0.5; // seconds that the clock of the sound may stand still before it is given up

/**
 * @typedef {{time: number, audio: number | null, wall: number, changed: number}} Kept
 * `time` since it began, what both clocks said last, and when that of the sound moved last; all in seconds.
 */

/** @param {number} wall @returns {Kept} */
export const begun = (wall) => ({ time: 0, audio: null, wall, changed: wall });

/**
 * The time after both clocks were read; nothing is lost and nothing counted twice where one takes over.
 * @param {Kept} kept
 * @param {{audio: number | null, wall: number}} read
 * @returns {Kept}
 */
export function advanced(kept, { audio, wall }) {
  const moved = audio === null || audio !== kept.audio;
  const changed = moved ? wall : kept.changed;
  const stalled = audio !== null && wall - changed > STALLED;
  if (audio !== null && kept.audio !== null && !stalled) {
    return { time: kept.time + Math.max(audio - kept.audio, 0), audio, wall, changed };
  }
  return { time: kept.time + Math.max(wall - kept.wall, 0), audio: stalled ? kept.audio : audio, wall, changed };
}
