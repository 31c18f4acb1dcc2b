// The document, asked: what counts on a day, what a technique is called, what is planned.
// What was told here and is not confirmed yet counts too.

import { between } from "./days.js";
import { capital } from "./dom.js";

/** @import { Answers, Day, FootDocument, LivedDay, PlannedDay, Told } from "../../types.js" */

export class Diary {
  /** @param {FootDocument} document @param {Told[]} unsent */
  constructor(document, unsent) {
    this.document = { ...document, settings: { ...document.settings } };
    this.unsent = unsent.filter((event) => event.foot === document.foot || event.kind === "setting");
    this.words = document.words;
    this.names = new Map(document.techniques.map((technique) => [technique.id, technique.name]));
    for (const event of this.unsent) this.#count(event);
  }

  /** What was told and is not confirmed yet, as far as it can be known here. @param {Told} told */
  #count({ kind, on, what }) {
    if (kind === "screening") this.#check(what.answers);
    if (kind === "go-on") this.#rest(what.technique, null);
    if (kind === "stop") this.#rest(what.technique, on, what.why);
    if (kind === "set-aside" || (kind === "again" && !what.again)) this.#rest(what.technique, on);
    if (kind === "comparing") this.document.comparing = what;
    if (kind === "setting") this.document.settings[what.name] = what.value;
    if (kind === "remembered") this.document.remembered = { on, pain: what.pain };
  }

  /**
   * What follows from answers that are not confirmed yet is not known here: nothing is started meanwhile.
   * @param {Answers} answers
   */
  #check(answers) {
    this.document.clear = null;
    this.document.safety = { ...this.document.safety, answers, result: null, again: [], waiting: true };
  }

  /** @param {string} technique @param {Day | null} on @param {string | null} why of a stop */
  #rest(technique, on, why = null) {
    const others = this.resting.filter((one) => one.technique !== technique);
    const cause = why ? "stopped" : "aside";
    const first = this.words.rests[cause].replace("{name}", capital(this.name(technique))); // a {day} stays
    const says = why ? [first, this.words.resting[why]] : [first];
    this.document.resting = on ? [...others, { technique, on, says, cause, may_go_on: true }] : others;
  }

  /**
   * What counts of a day; every field is there, also before the first day and after the last.
   * @param {Day} on
   */
  day(on) {
    const { days } = this.document;
    const at = days ? between(days.start, on) : -1;
    const has = days !== null && at >= 0 && at < days.pain.length;
    /** @type {LivedDay} */
    const day = {
      on,
      pain: has ? days.pain[at] : null,
      skipped: has && days.skipped[at],
      late: has && days.late[at],
      told: has && days.told[at], // whether anything was said of the doing, "not told" too
      did: has ? days.did[at] : null, // null: not told; []: nothing
      drawn: has ? days.drawn[at] : null, // null: nothing was shown; "": a rest day
      unsaved: { morning: false, doing: false },
    };
    for (const { kind, on: about, what } of this.unsent) {
      if (about !== on) continue;
      if (kind === "morning") Object.assign(day, { pain: what.pain, skipped: what.pain === null });
      if (kind === "doing") Object.assign(day, { did: what.did, told: true });
      if (kind === "morning" || kind === "doing") day.unsaved[kind] = true;
    }
    return day;
  }

  get start() {
    return this.document.days?.start ?? null;
  }

  /**
   * The line of a day in the plan, with what was put off or swapped and is not confirmed yet.
   * @param {Day} on
   */
  planned(on) {
    const found = this.document.plan?.days.find((day) => day.on === on) ?? null;
    return found && this.unsent.filter((event) => event.on === on).reduce(changed, found);
  }

  /** What of the comparison rests just now, and why. */
  get resting() {
    return this.document.resting;
  }

  /** @param {string} technique */
  rests(technique) {
    return this.resting.some((one) => one.technique === technique);
  }

  get compared() {
    return this.document.comparing?.techniques ?? [];
  }

  /** @param {string} id */
  name(id) {
    return this.names.get(id) ?? this.words.so_far.other;
  }

  /** @param {string[] | null} did */
  doing(did) {
    if (did === null) return this.words.so_far.untold;
    return did.length ? did.map((id) => this.name(id)).join(", ") : this.words.so_far.nothing;
  }
}

/**
 * A line of the plan after an event of its day.
 * @param {PlannedDay} line
 * @param {Told} told
 * @returns {PlannedDay}
 */
function changed(line, { kind, what }) {
  if (kind === "skipped" && what.technique === line.technique) return { ...line, skipped: true };
  if (kind !== "swapped" || what.technique !== line.technique || !line.swap) return line;
  return { ...line, ...line.swap, swapped: true, swap: null };
}
