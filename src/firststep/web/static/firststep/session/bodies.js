// How, as a whole: the body from the side, how it is held, and where the tool or the hands are.
// Each is a few limbs in a square of 100, of somebody who looks to the right.

import { svg } from "../dom.js";
import { pointAt } from "./moving.js";
import { drawTool } from "./tools.js";

/** @import { Picture, Path, Point, Side } from "../../../types.js" */
/** @import { Moving } from "./where.js" */

const TOOL = 4.2; // its radius here,
const LOG = 6.5; // and that of a roller for the leg
const FLOOR = 94;

/**
 * `near` is the leg that is worked: hip, knee, ankle, toes. `far` is the other. `work` is the way that the
 * tool or the hand takes along the near leg.
 * @typedef {{head: Point, back: Point[], arm: Point[], near: Point[], far: Point[], things: string[], work?: Point[], hand?: boolean, strap?: boolean}} Pose
 */

const CHAIR = "M22,30 V94 M22,62 H52 M49,62 V94";
/** @type {Pick<Pose, "head" | "back">} */
const UPRIGHT = { head: [36, 13], back: [[34, 27], [31, 55]] };
/** @type {Point[]} */
const DOWN = [[32, 56], [58, 57], [59, 84], [70, 90]];
/** @type {Point[]} */
const ON_LAP = [[35, 30], [41, 44], [52, 50]];

/** @type {Record<string, Pose>} */
const POSES = {
  seated: { ...UPRIGHT, arm: ON_LAP, near: [[32, 57], [60, 55], [66, 79], [79, 82]], far: DOWN, things: [CHAIR], work: [[70, 89], [77, 89]] },
  planted: { ...UPRIGHT, arm: ON_LAP, near: [[32, 57], [61, 57], [65, 84], [77, 90]], far: DOWN, things: [CHAIR] },
  knee: { ...UPRIGHT, arm: [[35, 30], [50, 42], [63, 46]], near: [[32, 57], [50, 66], [64, 51], [70, 42]], far: DOWN, things: [CHAIR], work: [[65, 49], [71, 42]], hand: true },
  lap: { head: [44, 16], back: [[40, 29], [31, 55]], arm: [[41, 32], [53, 50], [64, 66]], near: [[32, 57], [62, 55], [66, 82], [79, 90]], far: [[32, 57], [54, 58], [52, 84], [63, 90]], things: [CHAIR], work: [[65, 62], [63, 76]], hand: true },
  stool: { ...UPRIGHT, arm: ON_LAP, near: [[32, 57], [58, 54], [84, 60], [88, 49]], far: DOWN, things: [CHAIR, "M66,72 H96 M70,72 V94 M92,72 V94"], work: [[67, 66], [79, 68]] },
  chair: { ...UPRIGHT, arm: [[34, 30], [30, 46], [36, 57]], near: [[32, 55], [60, 54], [66, 80], [78, 90]], far: DOWN, things: [CHAIR], work: [[40, 62], [51, 62]] },
  towel: { head: [32, 22], back: [[31, 36], [29, 66]], arm: [[32, 40], [46, 50], [58, 52]], near: [[30, 68], [56, 68], [82, 70], [84, 58]], far: [[30, 68], [56, 70], [80, 73], [83, 62]], things: ["M8,78 H96"], strap: true },
  "towel-bent": { head: [32, 22], back: [[31, 36], [29, 66]], arm: [[32, 40], [46, 50], [57, 52]], near: [[30, 68], [55, 54], [78, 70], [82, 58]], far: [[30, 68], [56, 70], [80, 73], [83, 62]], things: ["M8,78 H96"], strap: true },
  floor: { head: [30, 24], back: [[27, 38], [34, 80]], arm: [[27, 42], [17, 60], [15, 84]], near: [[35, 80], [58, 68], [84, 75], [87, 64]], far: [[35, 82], [54, 72], [62, 90], [72, 91]], things: [], work: [[66, 83], [76, 86]] },
  lying: { head: [10, 60], back: [[20, 66], [44, 68]], arm: [[22, 67], [34, 74], [44, 73]], near: [[45, 68], [66, 66], [86, 67], [89, 56]], far: [[45, 69], [66, 70], [85, 71], [88, 61]], things: ["M2,78 H98 M6,78 V92 M94,78 V92", "M2,72 Q8,66 16,73"] },
  standing: { head: [44, 9], back: [[43, 22], [41, 48]], arm: [[44, 25], [55, 36], [66, 46]], near: [[41, 49], [43, 70], [40, 86], [51, 92]], far: [[42, 49], [46, 70], [44, 86], [55, 92]], things: ["M64,48 H98 M68,48 V94 M94,48 V94"] },
};

/** Of a picture, also where the foot lies on nothing that rolls. @param {Pick<Picture, "body" | "tool">} picture */
export const poseOf = ({ body, tool }) => (body === "seated" && (!tool || tool === "towel") ? "planted" : body);

/** @param {Point[]} points */
const line = (points) => `M${points.map((point) => point.join(",")).join(" L")}`;

/**
 * @param {Picture} picture
 * @param {{side: Side, path: Path | null, still: boolean, says: string}} options
 * @returns {Moving}
 */
export function drawBody({ body, tool }, { side, path, still, says }) {
  const pose = POSES[poseOf({ body, tool })];
  const shown = pose.hand && tool === null ? svg("circle", { class: "hand", r: TOOL }) : tool && pose.work && drawTool(tool, tool === "stick" ? 3 : body === "floor" ? LOG : TOOL);
  const worked = shown ? svg("g", {}, shown) : null;
  const element = svg(
    "svg",
    { class: "body", viewBox: "0 0 100 100", role: "img", "aria-label": says },
    svg(
      "g",
      { transform: side === "left" ? "matrix(-1 0 0 1 100 0)" : null },
      svg("path", { class: "ground", d: `M2,${FLOOR} H98` }),
      pose.things.map((d) => svg("path", { class: "thing", d })),
      svg("path", { class: "far", d: line(pose.far) }),
      svg("path", { class: "trunk", d: line(pose.back) }),
      svg("circle", { class: "head", cx: pose.head[0], cy: pose.head[1], r: 8 }),
      svg("path", { class: "worked", d: line(pose.near) }),
      svg("path", { class: "arm", d: line(pose.arm) }),
      pose.strap && svg("path", { class: "strap", d: `M${pose.arm[2].join(",")} L${pose.near[3].join(",")} L${pose.near[2].join(",")}` }),
      worked,
    ),
  );
  /** @param {number} share */
  const move = (share) => {
    if (!worked || !pose.work) return;
    const part = path && !path.spots && !still ? (1 - Math.cos(2 * Math.PI * share)) / 2 : 0.5;
    const [x, y] = pointAt(pose.work, part);
    worked.setAttribute("transform", `translate(${x.toFixed(2)} ${y.toFixed(2)})`);
  };
  move(0);
  return { element, move };
}
