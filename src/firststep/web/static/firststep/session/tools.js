// What is rolled on, seen from its end: drawn around the point 0, 0 with a radius.

import { svg } from "../dom.js";

const SPIKES = 12;
const TURN = 360;

/** @type {Record<string, number>} */
const RADIUS = { ball: 8.5, spiky: 8.5, roller: 8, bottle: 8, stick: 4, towel: 4, thumb: 4 };

/** @param {string | null} shape */
export const radiusOf = (shape) => RADIUS[shape ?? ""] ?? 0;

/** @param {string} shape @param {number} [r] */
export function drawTool(shape, r = radiusOf(shape)) {
  return svg("g", { class: `tool ${shape}` }, svg("circle", { r }), marks(shape, r));
}

/** What shows that it turns. @param {string} shape @param {number} r */
function marks(shape, r) {
  if (shape === "ball") return svg("path", { d: `M${-r * 0.9},${-r * 0.4} Q0,${r * 0.2} ${r * 0.9},${-r * 0.4} M${-r * 0.8},${r * 0.6} Q0,${-0.1 * r} ${r * 0.8},${r * 0.6}` });
  if (shape === "spiky") {
    const spikes = Array.from({ length: SPIKES }, (_, at) => svg("path", { d: `M0,${-r} v-2`, transform: `rotate(${(at * TURN) / SPIKES})` }));
    return [...spikes, svg("path", { d: `M${-r / 2},0 H${r / 2}` })];
  }
  if (shape === "bottle") return svg("path", { d: [0, 60, 120].map((turn) => spoke(turn, r * 0.62)).join(" ") });
  if (shape === "towel") return svg("path", { d: `M0,0 a${r / 3},${r / 3} 0 1 1 ${r / 3},${r / 3} a${r / 1.6},${r / 1.6} 0 1 1 ${-r / 1.2},${-r / 2}` });
  return [svg("circle", { class: "core", r: r / 2.4 }), svg("path", { d: `M0,${-r * 0.5} V${-r * 0.95}` })];
}

/** @param {number} turn @param {number} long */
function spoke(turn, long) {
  const [x, y] = [long * Math.cos((turn * Math.PI) / 180), long * Math.sin((turn * Math.PI) / 180)];
  return `M${-x},${-y} L${x},${y}`;
}
