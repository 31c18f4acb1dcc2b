// A lunge at a wall from the side, as lines: what is measured is drawn in the colour of what can be done.

import { svg } from "../dom.js";

/** @import { AnkleName, Words } from "../../../types.js" */

const FLOOR = 184;
const WALLS = { "knee-to-wall": 182, "shin-angle": 196 }; // a phone needs room before the knee
const [ANKLE, KNEE] = [
  [137, 166],
  [174, 112],
];
const LEAN = 34; // degrees of the shin from upright, as drawn
const ARC = 42; // its distance from the ankle

/** @param {Words} words @param {AnkleName} kind */
export function drawLunge(words, kind) {
  const wall = WALLS[kind];
  return svg(
    "svg",
    {
      class: "lunge",
      viewBox: "30 0 172 200",
      role: "img",
      "aria-label": kind === "shin-angle" ? words.picture_shin : words.picture_knee,
    },
    svg("path", { class: "ground", d: `M34,${FLOOR}H${wall}V8` }),
    svg("path", { class: "far", d: "M112,100L90,140L58,172L72,181" }),
    svg("path", { class: "body", d: "M124,46L112,100L174,112" }),
    svg("path", { class: "body", d: `M124,52L150,70L${wall - 4},58` }),
    svg("circle", { class: "head", cx: 130, cy: 24, r: 12 }),
    svg("path", { class: "near", d: `M${KNEE}L${ANKLE}L129,181H166` }),
    kind === "shin-angle" ? shin() : toWall(wall),
  );
}

/** From the big toe to the wall. @param {number} wall */
const toWall = (wall) => [
  svg("path", { class: "measure", d: `M167,194H${wall}M170,191L167,194L170,197M${wall - 3},191L${wall},194L${wall - 3},197` }),
  svg("path", { class: "measure dashed", d: `M167,186V197M${wall},186V197` }),
];

/** The phone on the shin, and how far that leans from upright. */
function shin() {
  const [x, y] = ANKLE;
  const lean = (LEAN * Math.PI) / 180;
  const end = `${(x + ARC * Math.sin(lean)).toFixed(1)},${(y - ARC * Math.cos(lean)).toFixed(1)}`;
  return [
    svg("rect", { class: "phone", x: 168, y: 114, width: 6, height: 30, rx: 2, transform: `rotate(${LEAN} 171 129)` }),
    svg("path", { class: "measure dashed", d: `M${x},${y}V100` }),
    svg("path", { class: "measure", d: `M${x},${y - ARC}A${ARC},${ARC} 0 0 1 ${end}` }),
  ];
}
