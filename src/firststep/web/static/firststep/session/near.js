// How, from near by: the foot from the side, on what it rolls on, and how it points, flexes and bends.

import { svg } from "../dom.js";
import { STILL, ends, placeOn, turned } from "./moving.js";
import { drawTool, radiusOf } from "./tools.js";

/** @import { BodyMap, Picture, Path, Point, Side } from "../../../types.js" */
/** @import { Moving } from "./where.js" */
/** @import { Turned } from "./moving.js" */

const SOLE = 87; // where the sole is, in the picture of the side
const HEEL_FRONT = /** @type {Point} */ ([44, 70]); // x from the side, y from below: the front of the heel,
const FOREFOOT = /** @type {Point} */ ([66, 26]); // and the ball of the foot
const MIDDLE = (HEEL_FRONT[0] + FOREFOOT[0]) / 2;
const ON_TOOL = 0.6; // a foot on a tool turns less than one in the air
const RISE = 30; // degrees that the foot stands up on its forefoot
const HEEL = /** @type {Point} */ ([31, 89]);
const KNUCKLES = 0.24; // degrees that the foot rises for each that the toes bend
const SHORTER = 2.2; // that the toes come back as the arch rises
const ROLLED = 5; // the radius of the towel under the toes

/**
 * @param {BodyMap} map
 * @param {Picture} picture
 * @param {{side: Side, path: Path | null, still: boolean, says: string}} options
 * @returns {Moving}
 */
export function drawNear(map, picture, { side, path, still, says }) {
  const { foot, tool, moves } = picture;
  const r = foot === "tool" ? radiusOf(tool) : 0;
  const limb = drawLimb(map, { flat: foot === "flat" });
  const ghost = still && moves ? drawLimb(map, { as: "ghost" }) : null;
  const rolled = r ? svg("g", {}, drawTool(/** @type {string} */ (tool))) : null;
  const [first, last] = ends(moves);
  const up = svg("g", { transform: `translate(0 ${-2 * r})` }, ghost?.group, limb.group, held(picture, limb));
  const element = svg(
    "svg",
    { class: "near", viewBox: "8 -6 92 114", role: "img", "aria-label": says },
    svg("g", { transform: side === "left" ? "matrix(-1 0 0 1 108 0)" : null }, ground(foot), rolled && svg("g", { transform: `translate(0 ${SOLE - r + 2})` }, rolled), up),
  );
  const ease = r ? ON_TOOL : 1;
  /** Where the tool is; a foot that lies on it turns there. @param {number} share */
  const under = (share) => (path && !path.spots ? across(path, share) : MIDDLE);
  ghost?.turn(first, ease, { on: r ? under(0.25) : null });
  /** @param {number} share @param {number} seconds */
  const move = (share, seconds) => {
    const x = under(still ? 0.25 : share);
    limb.turn(still ? last : turned(moves, share, seconds), ease, { on: r ? x : null, circle: circling(moves, still ? 0 : share) });
    if (!rolled) return;
    rolled.setAttribute("transform", `translate(${x.toFixed(2)} 0) rotate(${(((x - HEEL_FRONT[0]) / r) * 57.3).toFixed(1)})`);
  };
  move(0, 0);
  return { element, move };
}

const GRIP = "M108,58 L93,78 Q88,86 80,91"; // an arm, and the fingers around the toes
const TOWEL = "M66,92 Q80,94 79,82 L62,-8";

/** Where a tool on the sole is from the side. @param {Path} path @param {number} share */
function across(path, share) {
  const [, y] = placeOn(path, share);
  const part = (HEEL_FRONT[1] - y) / (HEEL_FRONT[1] - FOREFOOT[1]);
  return HEEL_FRONT[0] + part * (FOREFOOT[0] - HEEL_FRONT[0]);
}

/** A dot that shows a circle of the toes, which the side alone would not. @param {string | null} moves @param {number} share */
function circling(moves, share) {
  if (moves !== "circle" && moves !== "circle-back") return null;
  const way = 2 * Math.PI * share * (moves === "circle" ? 1 : -1);
  return { x: 92 + 3 * Math.sin(way), y: 78 + 14 * Math.cos(way) };
}

/** The floor, where the foot stands on one. @param {string | null} foot */
function ground(foot) {
  if (foot === "free" || foot === "hand" || foot === "pulled") return null;
  return svg("path", { class: "ground", d: `M10,${SOLE + 3} H98` });
}

/** What holds it: a hand, a towel, a towel under the toes. @param {Picture} picture @param {ReturnType<typeof drawLimb>} limb */
function held({ foot, tool }, limb) {
  if (foot === "hand") limb.toes.append(svg("path", { class: "sleeve", d: GRIP }), svg("path", { class: "grip", d: GRIP }));
  if (foot === "pulled") limb.foot.append(svg("path", { class: "sleeve", d: TOWEL }), svg("path", { class: "cloth", d: TOWEL }));
  if (foot === "flat" && tool) return svg("path", { class: "cloth thin", d: "M64,91 q4,-3 8,0 t8,0 t8,0 t10,0" });
  if (foot === "raised") return svg("g", { transform: `translate(80 ${SOLE - ROLLED + 3})` }, drawTool("towel", ROLLED));
  return null;
}

/** Leg, foot and toes, turning at their joints. @param {BodyMap} map @param {{as?: string, flat?: boolean}} [how] */
function drawLimb({ parts, lines }, { as = "", flat = false } = {}) {
  /** @param {string} id */
  const part = (id) => /** @type {BodyMap["parts"][number]} */ (parts.find((one) => one.id === id));
  const [leg, foot, toes] = [part("leg"), part("foot"), part("toes")];
  const toesGroup = svg("g", {}, svg("path", { class: "limb", d: toes.shape }));
  const arch = svg("g", { class: "rises" }, svg("path", { d: "M53,97 V90 M49.5,93 L53,89.5 L56.5,93" }));
  const footGroup = svg("g", {}, toesGroup, svg("path", { class: "limb", d: foot.shape }), lines.map((d) => svg("path", { class: "line", d })));
  const legPath = svg("path", { class: "limb", d: leg.shape });
  const dot = svg("g", { class: "circling", visibility: "hidden" }, svg("ellipse", { cx: 92, cy: 78, rx: 3, ry: 14 }), svg("circle", { r: 2.6 }));
  const group = svg("g", { class: as }, legPath, footGroup, arch, dot);
  const [ankle, mtp] = [/** @type {Point} */ (foot.joint), /** @type {Point} */ (toes.joint)];
  /**
   * @param {Turned} turned
   * @param {number} ease
   * @param {{on?: number | null, circle?: {x: number, y: number} | null}} [how] `on`: where it lies on a tool
   */
  const turn = ({ foot: down, toes: curl, heel, arch: rise }, ease, { on = null, circle = null } = {}) => {
    const gripping = flat && curl > 0; // on the floor the toes grip, and the knuckles rise
    const degrees = heel ? heel * RISE : gripping ? curl * -KNUCKLES : down * ease;
    const pivot = heel ? mtp : gripping ? HEEL : on === null ? ankle : /** @type {Point} */ ([on, SOLE]);
    const [x, y] = carried(ankle, pivot, degrees); // the leg goes along with the ankle
    legPath.setAttribute("transform", `translate(${x.toFixed(2)} ${y.toFixed(2)})`);
    footGroup.setAttribute("transform", `rotate(${degrees.toFixed(2)} ${pivot.join(" ")})`);
    const shorter = rise * SHORTER;
    toesGroup.setAttribute("transform", `translate(${-shorter} 0) rotate(${(heel ? -degrees - 8 : curl).toFixed(2)} ${mtp.join(" ")})`);
    arch.setAttribute("opacity", String(rise));
    dot.setAttribute("visibility", circle ? "visible" : "hidden");
    if (circle) dot.lastElementChild?.setAttribute("transform", `translate(${circle.x.toFixed(2)} ${circle.y.toFixed(2)})`);
  };
  turn(STILL, 1);
  return { group, foot: footGroup, toes: toesGroup, turn };
}

/** How far a point goes as all turns around another. @param {Point} point @param {Point} pivot @param {number} degrees @returns {Point} */
function carried(point, pivot, degrees) {
  const turn = (degrees * Math.PI) / 180;
  const [x, y] = [point[0] - pivot[0], point[1] - pivot[1]];
  return [x * Math.cos(turn) - y * Math.sin(turn) - x, x * Math.sin(turn) + y * Math.cos(turn) - y];
}
