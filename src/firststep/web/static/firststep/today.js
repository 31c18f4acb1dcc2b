// Today: the first steps, what to do and why, and what was really done.

import { longDay, plus, today } from "./days.js";
import { drawDoing } from "./doing.js";
import { el, say } from "./dom.js";
import { drawMeasures } from "./measures.js";
import { drawLate, drawMorning, isTold } from "./morning.js";
import { drawPlan, drawStart } from "./plan.js";
import { drawResting } from "./resting.js";
import { drawWaiting, drawWhom, toSomebody } from "./safety.js";

/** @import { App, Child, Day, Diary, Words } from "../../types.js" */

/** @param {App} app @returns {Child[]} */
export function drawToday(app) {
  const on = today();
  const { diary } = app;
  const { clear, comparing, foot, safety } = diary.document;
  const words = diary.words.today;
  const title = el("h1", {}, diary.words.app.today, " ", el("small", {}, longDay(on)));
  if (!foot) return [title, drawStart(words)];
  const morning = isTold(diary, on);
  const now = morning || begunToday(diary, on); // on the first day nothing waits for a morning
  return [
    title,
    drawFeet(app, words),
    clear === false && seeSomeone(app, words),
    isFirstEvening(app, on) ? drawRemembered(app, words) : drawMorning(app, words, on),
    app.other && drawMorning(app, words, on, { diary: app.other, first: false }),
    safety.waiting && drawWaiting(app)[0],
    comparing && clear !== false && drawAgain(app, words),
    clear !== false && drawGraduation(app, words),
    now && clear !== false && !safety.waiting && drawPlan(app, words, on),
    now && comparing && clear === true && drawResting(app, on),
    now && comparing && drawDoing(app, words, on, expected(diary, on)),
    clear === true && drawOffer(app, words, on),
    morning && drawMeasures(app, on),
    !app.open.late && drawYesterday(app, words, plus(on, -1)),
    comparing && drawLate(app, words, on),
  ];
}

/** What is to be done today: null on a rest day, undefined where nothing is expected. @param {Diary} diary @param {Day} on */
function expected(diary, on) {
  const line = diary.planned(on);
  return line?.skipped ? undefined : line?.technique;
}

/**
 * Where both heels are asked about: whose diary this is, and a way to the other.
 * @param {App} app
 * @param {Words} words
 */
function drawFeet(app, words) {
  const { foot, settings } = app.diary.document;
  if (settings.feet !== "both") return null;
  const other = foot === "left" ? "right" : "left";
  const go = () => app.look(other, "feet");
  return el(
    "p",
    { id: "feet", class: "feet" },
    el("strong", {}, say(words.heel, { foot: words[`foot_${foot}`] })),
    " ",
    el("button", { class: "plain", onclick: go }, say(words.show_foot, { foot: words[`foot_${other}`] })),
  );
}

/**
 * A warning takes the place of the draw: whom to see stands in it, and what to say there.
 * @param {App} app
 * @param {Words} words
 */
function seeSomeone(app, words) {
  const { result } = app.diary.document.safety;
  const grave = result?.because.filter(({ outcome }) => outcome === result.outcome) ?? [];
  return el(
    "section",
    { class: "card warning" },
    result && el("h2", {}, result.title),
    el("p", {}, result?.lead ?? words.see_someone),
    grave.map(drawWhom),
    el("p", {}, toSomebody(app.diary.words.safety)),
    el("p", {}, toCheck(app.diary.words.safety.answer_again)),
  );
}

/** @param {string} words */
const toCheck = (words) => el("a", { href: "../compare/" }, words);

/** One quiet line: why the check is to be answered again. @param {App} app @param {Words} words */
function drawAgain(app, words) {
  const { again } = app.diary.document.safety;
  if (!again.length) return null;
  return el("p", { class: "help", id: "again" }, again[0], " ", app.diary.words.safety.again, " ", toCheck(words.to_check));
}

/** Whether the comparison began today, with no morning before. @param {Diary} diary @param {Day} on */
const begunToday = ({ document: { days, remembered } }, on) => !days || days.start === on || remembered?.on === on;

/** Whether the first steps were told from memory, and the count begins with the next. @param {App} app @param {Day} on */
const isFirstEvening = ({ diary, open }, on) =>
  diary.document.remembered?.on === on && !isTold(diary, on) && !open.morning;

/** The first evening: a score from memory is noted; the count begins tomorrow. @param {App} app @param {Words} words */
function drawRemembered(app, words) {
  const again = () => {
    app.open.morning = true;
    app.redraw("morning-ask");
  };
  return el(
    "section",
    { class: "card", id: "remembered" },
    el("p", {}, words.first_evening),
    el("p", { class: "help" }, say(words.remembered, { pain: app.diary.document.remembered?.pain })),
    el("button", { class: "plain", onclick: again }, words.just_now),
  );
}

/**
 * An answer is in, or mornings have been easy: what that means, and fewer questions.
 * @param {App} app
 * @param {Words} words
 */
function drawGraduation(app, words) {
  const { graduation } = app.diary.document;
  if (!graduation?.says.length) return null;
  /** @param {"on" | "off"} value */
  const set = (value) => () =>
    app.tell("setting", today(), { name: "taper", value }, { focus: "graduation" });
  return el(
    "section",
    { class: "card", id: "graduation" },
    graduation.says.map((sentence) => el("p", {}, sentence)),
    ["answered", "easy"].includes(graduation.stage) && [
      el("button", { onclick: set("on") }, words.taper),
      el("button", { class: "plain", onclick: set("off") }, words.every_morning),
    ],
    ["tapering", "relapse"].includes(graduation.stage) &&
      el("button", { class: "plain", onclick: set("off") }, words.every_morning),
  );
}

/**
 * Some days were skipped: shorter, fewer or none are just as fine.
 * @param {App} app
 * @param {Words} words
 * @param {Day} on
 */
function drawOffer(app, words, on) {
  const { comparing, offer } = app.diary.document;
  if (!offer || !comparing) return null;
  /** @type {Record<string, string>} */
  const ways = { shorter: "../library/", fewer: "../compare/" };
  /** @param {string} name */
  const choice = (name) =>
    ways[name]
      ? el("a", { class: "button quiet", href: ways[name] }, words[`offer_${name}`])
      : el("button", { class: "quiet", onclick: () => none(app, on) }, words[`offer_${name}`]);
  return el(
    "section",
    { class: "card", id: "offer" },
    offer.says.map((sentence) => el("p", {}, sentence)),
    el("div", { class: "ways" }, offer.choices.map(choice)),
    el("button", { class: "plain", onclick: () => app.tell("comparing", on, comparing, { focus: "plan" }) }, words.offer_keep),
  );
}

/**
 * Only mornings from now on: everything rests until it is taken up again.
 * @param {App} app
 * @param {Day} on
 */
const none = (app, on) =>
  app.tellAll(
    app.diary.compared
      .filter((technique) => !app.diary.rests(technique))
      .map((technique) => ({ kind: "set-aside", on, what: { technique } })),
    { focus: "plan" },
  );

/** @param {App} app @param {Words} words @param {Day} on */
function drawYesterday(app, words, on) {
  const { diary } = app;
  const day = diary.day(on);
  if (!diary.document.comparing || !diary.start || on < diary.start) return null;
  if (day.told && !app.open.yesterday) return null;
  const drawn = day.drawn === null ? undefined : day.drawn;
  return drawDoing(app, words, on, drawn, {
    id: "yesterday",
    heading: say(words.what_did_then, { day: longDay(on) }),
    late: true,
  });
}
