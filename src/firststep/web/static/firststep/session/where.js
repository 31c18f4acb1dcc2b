// Where: the map of sole or leg with the path on it, and the tool that follows it.

import { svg } from "../dom.js";
import { placeOn } from "./moving.js";
import { drawTool } from "./tools.js";

/** @import { BodyMap, Path, Side } from "../../../types.js" */
/** @typedef {{element: SVGSVGElement, move: (share: number, seconds: number) => void}} Moving */

const MARK = 5.5; // the radius of what follows the path
const BREATH = 4; // seconds: what is stayed on swells and sinks
const SOLE = "22 -2 56 105";
const UPPER = "24 -3 52 64"; // of a leg, with the knee, so that it is known again
const LOWER = "24 38 52 66";
const KNEE = 47;
let numbered = 0; // so that no two clips have one id

/**
 * @param {BodyMap} map
 * @param {Path} path
 * @param {{side: Side, tool: string | null, number: number, still: boolean}} options
 * @returns {Moving}
 */
export function drawWhere(map, path, { side, tool, number, still }) {
  const flip = side === "left" ? "matrix(-1 0 0 1 100 0)" : null;
  const clip = `limb-${(numbered += 1)}`;
  const places = still || path.spots ? stops(path, number, still) : null;
  const mark = still || path.spots ? null : svg("g", { class: "mark" }, drawTool(tool ?? "thumb", MARK));
  const element = svg(
    "svg",
    { class: "where", viewBox: viewOf(path), role: "img", "aria-label": `${map.says} ${path.says}` },
    svg(
      "g",
      { transform: flip },
      svg("clipPath", { id: clip }, map.parts.map(({ shape }) => svg("path", { d: shape }))),
      map.parts.map(({ shape }) => svg("path", { class: "limb", d: shape })),
      svg("g", { "clip-path": `url(#${clip})` }, zonesOf(map, path, side)),
      map.lines.map((d) => svg("path", { class: "line", d })),
    ),
    !path.spots && svg("polyline", { class: "stroke", points: path.path.map(([x, y]) => `${x},${y}`).join(" ") }),
    !path.spots && arrows(path),
    places,
    mark,
  );
  /** @param {number} share @param {number} seconds */
  const move = (share, seconds) => {
    if (mark) {
      const [x, y] = placeOn(path, share);
      mark.setAttribute("transform", `translate(${x.toFixed(2)} ${y.toFixed(2)})`);
    } else if (places && !still) {
      const swell = 1 + 0.22 * Math.sin((seconds * 2 * Math.PI) / BREATH);
      places.querySelector(".now circle")?.setAttribute("r", (MARK * swell).toFixed(2));
    }
  };
  move(0, 0);
  return { element, move };
}

/** What of a map is seen: of a leg the half that the path lies in. @param {Path} path */
function viewOf({ map, path }) {
  if (map !== "leg") return SOLE;
  return path.some(([, y]) => y < KNEE) ? UPPER : LOWER;
}

/**
 * The zones that the path lies in, lit up.
 * @param {BodyMap} map
 * @param {Path} path
 * @param {Side} side
 */
function zonesOf({ zones }, { path }, side) {
  const points = side === "left" ? path.map(([x, y]) => [100 - x, y]) : path;
  const lit = zones.filter(({ box: [left, top, right, bottom], border }) => {
    /** @param {number[]} point */
    const within = ([x, y]) => x >= left && x < right + Number(border) && y >= top && y < bottom;
    return border ? points.every(within) : points.some(within);
  });
  return lit
    .filter(({ border }) => !border)
    .map(({ id, box: [left, top, right, bottom] }) => svg("rect", { class: "zone", "data-zone": id, x: left, y: top, width: right - left, height: bottom - top }));
}

/** Which way it goes: a head at its end, and at its beginning where it goes back. @param {Path} path */
function arrows({ path, back }) {
  const ends = [path.slice(-2), ...(back ? [path.slice(0, 2).reverse()] : [])];
  return ends.map(([[x0, y0], [x1, y1]]) => {
    const turn = (Math.atan2(y1 - y0, x1 - x0) * 180) / Math.PI;
    return svg("path", { class: "arrow", d: "M3.5,0 L-3,-3.8 L-3,3.8 Z", transform: `translate(${x1} ${y1}) rotate(${turn.toFixed(1)})` });
  });
}

/** Its places, with numbers. @param {Path} path @param {number} number @param {boolean} still */
function stops({ stops: places, spots }, number, still) {
  const now = spots && !still ? (number - 1) % places.length : -1;
  return svg(
    "g",
    { class: "stops" },
    places.map(([x, y], at) =>
      svg("g", { class: at === now ? "now" : "stop" }, svg("circle", { cx: x, cy: y, r: at === now ? MARK : 4.4 }), svg("text", { x, y, dy: "0.36em" }, String(at + 1))),
    ),
  );
}
