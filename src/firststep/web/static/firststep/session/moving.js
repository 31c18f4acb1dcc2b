// Where a tool is on its path, and how far a foot is turned, at a share of one round. No page, no clock.

/** @import { Path, Point } from "../../../types.js" */

const FULL = 2 * Math.PI;
const SETTLE = 1.5; // seconds until a hold is reached

/** There and back as a hand does it: slower at the turns. @param {number} share */
const swing = (share) => (1 - Math.cos(FULL * share)) / 2;

/** @param {Point} one @param {Point} other */
const apart = (one, other) => Math.hypot(one[0] - other[0], one[1] - other[1]);

/**
 * The point at a part of the length of a line, 0 to 1.
 * @param {Point[]} line
 * @param {number} part
 * @returns {Point}
 */
export function pointAt(line, part) {
  const lengths = line.slice(1).map((point, at) => apart(line[at], point));
  let left = part * lengths.reduce((sum, length) => sum + length, 0);
  for (const [at, length] of lengths.entries()) {
    if (left <= length && length) {
      const within = left / length;
      const [from, to] = [line[at], line[at + 1]];
      return [from[0] + within * (to[0] - from[0]), from[1] + within * (to[1] - from[1])];
    }
    left -= length;
  }
  return line[line.length - 1];
}

/**
 * Where a tool is at a share of one round, 0 to 1.
 * @param {Path} path
 * @param {number} share
 */
export const placeOn = ({ path, back }, share) => pointAt(path, back ? swing(share) : share);

/** Of raising the heels: three parts up, two at the top, three down. @param {number} share */
function raised(share) {
  if (share < 3 / 8) return swing((share / 3) * 4);
  if (share < 5 / 8) return 1;
  return swing(0.5 + ((share - 5 / 8) / 3) * 4);
}

/**
 * How far foot and toes are turned, in degrees: down and in above 0, up and out below. `heel` is how
 * high it stands on the forefoot and `arch` how far the arch is drawn up, both 0 to 1.
 * @typedef {{foot: number, toes: number, heel: number, arch: number}} Turned
 */

/** @type {Turned} */
export const STILL = { foot: 0, toes: 0, heel: 0, arch: 0 };

/** @type {Record<string, (share: number, held: number) => Partial<Turned>>} */
const MOVES = {
  "point-flex": (share) => {
    const way = Math.sin(FULL * share);
    return { foot: way > 0 ? 26 * way : 14 * way, toes: way > 0 ? 10 * way : 14 * way };
  },
  circle: (share) => ({ foot: 14 * Math.cos(FULL * share) }),
  "circle-back": (share) => ({ foot: 14 * Math.cos(FULL * share) }),
  curl: (share) => ({ toes: 62 * swing(share) - 18 }),
  arch: (_, held) => ({ arch: held, toes: 0 }),
  raise: (share) => ({ heel: raised(share) }),
  "toes-back": (_, held) => ({ toes: -52 * held, foot: -6 * held }),
  "foot-back": (_, held) => ({ foot: -16 * held }),
};

/**
 * @param {string | null} moves
 * @param {number} share of one round, 0 to 1
 * @param {number} seconds since the step began: a hold is reached slowly
 * @returns {Turned}
 */
export function turned(moves, share, seconds) {
  const held = Math.min(Math.max(seconds, 0) / SETTLE, 1);
  return { ...STILL, ...(moves ? MOVES[moves]?.(share, swing(held / 2)) : null) };
}

/** The two ends of a movement, for a still picture: as it begins to be worked, and at its furthest. @param {string | null} moves */
export function ends(moves) {
  if (moves === "point-flex") return [turned(moves, 1 / 4, SETTLE), turned(moves, 3 / 4, SETTLE)];
  return [STILL, turned(moves, 1 / 2, SETTLE)];
}
