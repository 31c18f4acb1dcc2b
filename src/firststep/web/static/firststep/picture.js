// The mornings as a picture: a mark a morning, by what was done the day before, over the level.

import { between, plus, tinyDay } from "./days.js";
import { capital, el, svg } from "./dom.js";
import { drawCareMarks } from "./other_care.js";

/** @import { App, Days, Diary, Level, SoFar, Words } from "../../types.js" */
/** @typedef {{name: string, shape: string, class: string}} Kind how a group of mornings is marked */
/** @typedef {(value: number) => number} Scale */

const [WIDTH, HEIGHT] = [360, 240];
const [LEFT, RIGHT, TOP, BOTTOM] = [24, 10, 10, 24];
const RECENT = 84; // days
const R = 3.6; // half the size of a mark
const [ROOMY, SMALLEST] = [5, 0.65]; // pixels a day for a mark of full size; how small it may get
const GRID = [0, 2, 4, 6, 8, 10];

// Told apart by shape as well as by colour.
/** @type {Record<string, string>} */
const SHAPES = {
  circle: `M${-R},0a${R},${R} 0 1 0 ${2 * R},0a${R},${R} 0 1 0 ${-2 * R},0`,
  square: `M${-R},${-R}h${2 * R}v${2 * R}h${-2 * R}z`,
  up: `M0,${-1.2 * R}L${1.2 * R},${R}H${-1.2 * R}z`,
  diamond: `M0,${-1.3 * R}L${1.3 * R},0L0,${1.3 * R}L${-1.3 * R},0z`,
  down: `M0,${1.2 * R}L${1.2 * R},${-R}H${-1.2 * R}z`,
  bar: `M${-R},-1.6h${2 * R}v3.2h${-2 * R}z`,
  post: `M-1.6,${-R}v${2 * R}h3.2v${-2 * R}z`,
  cross: `M${-R},-1.3H-1.3V${-R}H1.3V-1.3H${R}V1.3H1.3V${R}H-1.3V1.3H${-R}z`,
};
const FILLED = Object.keys(SHAPES);
/** @type {Record<string, string>} */
const HOLLOW = { nothing: "square", other: "up", several: "diamond", untold: "circle" };

/** @param {App} app @param {Days} days @param {SoFar} soFar */
export function drawPicture(app, days, soFar) {
  const { diary } = app;
  const words = diary.words.so_far;
  const count = days.pain.length;
  const from = app.open.all_days ? 0 : Math.max(count - RECENT, 0);
  const kinds = kindsOf(diary, days.did);
  /** @type {Scale} */
  const x = (at) => LEFT + ((at - from + 0.5) / (count - from)) * (WIDTH - LEFT - RIGHT);
  /** @type {Scale} */
  const y = (pain) => TOP + (1 - pain / 10) * (HEIGHT - TOP - BOTTOM);
  const shown = [...days.pain.keys()].slice(from);
  const scored = shown.flatMap((at) => (days.pain[at] === null ? [] : [{ at, pain: days.pain[at] }]));
  const groups = scored.map(({ at }) => groupOf(at > 0 ? days.did[at - 1] : null, kinds));
  const size = Math.min(Math.max((WIDTH - LEFT - RIGHT) / (count - from) / ROOMY, SMALLEST), 1);
  const marks = scored.map(({ at, pain }, k) => drawMark(kinds[groups[k]], x(at), y(pain), size));
  const label = `${words.picture}: ${soFar.facts} ${soFar.level_words}`;
  return el(
    "figure",
    { class: "card" },
    svg(
      "svg",
      { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": label, class: "picture" },
      GRID.map((pain) => [
        svg("line", { class: "grid", x1: LEFT, x2: WIDTH - RIGHT, y1: y(pain), y2: y(pain) }),
        svg("text", { x: LEFT - 5, y: y(pain) + 4, "text-anchor": "end" }, String(pain)),
      ]),
      ticks(from, count).map((at) =>
        svg("text", { x: x(at), y: HEIGHT - 6, "text-anchor": anchor(at, from, count) }, tinyDay(plus(days.start, at))),
      ),
      svg("path", { class: "band", d: band(soFar.level, shown, x, y) }),
      svg("path", { class: "level", d: line(soFar.level.mean, shown, x, y) }),
      marks,
      drawCareMarks(diary.document.other_care, shown, (day) => between(days.start, day), x),
    ),
    drawLegend(kinds, new Set(groups)),
    el("figcaption", { class: "help" }, words.legend),
    count > RECENT && drawRange(app, words),
  );
}

/**
 * A kind for every technique of the diary and for the rest.
 * @param {Diary} diary
 * @param {Days["did"]} did
 */
export function kindsOf(diary, did) {
  const words = diary.words.so_far;
  const used = new Set(did.flatMap((names) => names ?? []).filter((id) => id !== "other"));
  const listed = [...new Set([...diary.compared, ...used])];
  /** @type {Record<string, Kind>} */
  const kinds = {};
  listed.forEach((id, k) => {
    const at = k % FILLED.length;
    kinds[id] = { name: diary.name(id), shape: SHAPES[FILLED[at]], class: `mark t${at}` };
  });
  for (const [group, shape] of Object.entries(HOLLOW)) {
    kinds[group] = { name: words[group], shape: SHAPES[shape], class: "mark hollow" };
  }
  return kinds;
}

/** @param {string[] | null} did @param {Record<string, Kind>} kinds */
export function groupOf(did, kinds) {
  if (did === null) return "untold";
  if (!did.length) return "nothing";
  if (did.length > 1) return "several";
  return did[0] in kinds ? did[0] : "other";
}

/** @param {Kind} kind @param {number} atX @param {number} atY @param {number} size */
const drawMark = (kind, atX, atY, size) =>
  svg("path", {
    class: kind.class,
    d: kind.shape,
    transform: `translate(${atX.toFixed(1)} ${atY.toFixed(1)}) scale(${size.toFixed(2)})`,
  });

/** A mark by itself; what it means is said beside it. @param {Kind} kind */
export const drawKind = (kind) =>
  svg("svg", { viewBox: "-6 -6 12 12", "aria-hidden": "true" }, svg("path", { class: kind.class, d: kind.shape }));

/** @param {Record<string, Kind>} kinds @param {Set<string>} present */
export function drawLegend(kinds, present) {
  /** @param {[string, Kind]} entry */
  const entry = ([, kind]) => el("li", {}, drawKind(kind), capital(kind.name));
  return el("ul", { class: "legend" }, Object.entries(kinds).filter(([group]) => present.has(group)).map(entry));
}

/** @param {App} app @param {Words} words */
function drawRange(app, words) {
  const toggle = () => {
    app.open.all_days = !app.open.all_days;
    app.redraw("range");
  };
  return el("button", { class: "plain", id: "range", onclick: toggle }, app.open.all_days ? words.recent : words.all);
}

/** @param {number} at @param {number} value @param {Scale} x @param {Scale} y */
const point = (at, value, x, y) => `${x(at).toFixed(1)},${y(Math.min(Math.max(value, 0), 10)).toFixed(1)}`;

/** @param {number[]} values @param {number[]} shown @param {Scale} x @param {Scale} y */
const line = (values, shown, x, y) => "M" + shown.map((at) => point(at, values[at], x, y)).join("L");

/** @param {Level} level @param {number[]} shown @param {Scale} x @param {Scale} y */
function band({ low, high }, shown, x, y) {
  const back = [...shown].reverse();
  const points = [...shown.map((at) => point(at, high[at], x, y)), ...back.map((at) => point(at, low[at], x, y))];
  return `M${points.join("L")}z`;
}

/** @param {number} from @param {number} count */
const ticks = (from, count) => (count - from < 3 ? [from] : [from, Math.round((from + count - 1) / 2), count - 1]);

/** @param {number} at @param {number} from @param {number} count */
function anchor(at, from, count) {
  if (at === from) return "start";
  return at === count - 1 ? "end" : "middle";
}
