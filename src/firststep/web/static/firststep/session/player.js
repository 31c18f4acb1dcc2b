// Plays a script: what time it is in it, what is heard and said meanwhile. It draws nothing.

import { tonesAhead, wordsOf } from "./cues.js";
import { allLeft, isOver, pause, start, tick } from "./playing.js";
import { keepAwake } from "./awake.js";
import { hush, now, plan, rest, slipped, wake } from "./sounds.js";
import { quiet, speak } from "./voice.js";

/** @import { Session } from "../../../types.js" */
/** @import { Playing } from "./playing.js" */

const BEAT_MS = 200;
const AHEAD = 75; // seconds of tones that are planned: hidden pages are called once a minute
const AWAY = 20; // seconds without a beat: the page was put away, and nobody heard what to do

/** @typedef {"voice" | "tones" | "silent"} Sound */
/**
 * @typedef {{at: number, passed: number, lived: number}} Place Where it is, and the seconds really played.
 * @typedef {{soon: string, language: string, sound: () => Sound, aloud: (texts: string[], how: {begins: boolean}) => void,
 *   onStep: (how: {tapped: boolean}) => void, onTime: () => void, onOver: () => void, onAway: () => void}} Around
 */

export class Player {
  /** @type {Playing} */
  playing;
  lived = 0;
  #beating = 0;
  #last = 0;
  /** @type {ReturnType<typeof wordsOf>} */
  #words = [];
  /** @type {Set<string>} */
  #planned = new Set();

  /** @param {Session} script @param {Around} around @param {Place | null} [place] where it is taken up again */
  constructor(script, around, place = null) {
    this.script = script;
    this.around = around;
    this.playing = start(script.steps, place?.at);
    if (!place) return;
    this.lived = place.lived;
    if (!this.isOver && !this.step.waits) this.playing = { ...this.playing, passed: place.passed, paused: true };
  }

  get isOver() {
    return isOver(this.playing);
  }

  /** The step that is going on; there is one until it is over. */
  get step() {
    return this.playing.steps[this.playing.at];
  }

  get next() {
    return this.playing.steps[this.playing.at + 1] ?? null;
  }

  /** Seconds of this step that are gone, to the moment. */
  get passed() {
    const { paused, passed } = this.playing;
    const runs = this.#beating && !paused && !this.step.waits;
    return runs ? Math.min(passed + now() - this.#last, this.step.seconds) : passed;
  }

  /** @returns {Place} */
  get place() {
    return { at: this.playing.at, passed: this.passed, lived: this.lived };
  }

  /** Do something, in a tap: from then on it may sound. @param {(playing: Playing) => Playing} how */
  act(how) {
    this.#catchUp();
    const before = this.playing;
    this.playing = how(before);
    this.#silence();
    if (this.isOver) return this.#finish();
    this.#wake();
    const began = before.at !== this.playing.at || this.playing.passed === 0;
    this.#sayFrom(began ? 0 : this.playing.passed, { inTap: true });
    keepAwake(!this.playing.paused);
    this.#last = now();
    this.#beatOn();
    this.around.onStep({ tapped: true });
  }

  /** Stop where it is: nothing sounds, and the screen may go dark. */
  stop() {
    this.#catchUp();
    this.playing = pause(this.playing);
    this.#silence();
    clearTimeout(this.#beating);
    this.#beating = 0;
    keepAwake(false);
    rest();
  }

  /** In a tap: sound begins at once where it can. */
  async #wake() {
    if (this.around.sound() === "silent") return;
    await wake();
    if (this.#beating && !this.isOver) this.#tones();
  }

  /** The next beat: soon, or right as the step ends. */
  #beatOn() {
    clearTimeout(this.#beating);
    const { paused, passed } = this.playing;
    const left = paused || this.step.waits ? Infinity : (this.step.seconds - passed) * 1000;
    this.#beating = setTimeout(() => this.#beat(), Math.min(BEAT_MS, left + 1));
  }

  #beat() {
    if (now() - this.#last > AWAY) {
      this.#putAway();
      return this.#beatOn();
    }
    const before = this.playing.at;
    this.#catchUp();
    if (this.isOver) return this.#finish();
    if (this.playing.at !== before) {
      this.#sayFrom(0);
      this.around.onStep({ tapped: false });
    }
    this.#hear();
    this.around.onTime();
    this.#beatOn();
  }

  /** Nobody was there: it waits where it was, and is not gone on without them. */
  #putAway() {
    this.#last = now();
    if (this.playing.paused || this.step.waits) return;
    this.playing = pause(this.playing);
    this.#silence();
    keepAwake(false);
    this.around.onAway();
  }

  /** Count the time since the last beat; not where it is paused, or waits. */
  #catchUp() {
    const read = now();
    const passed = this.#beating ? read - this.#last : 0;
    this.#last = read;
    if (this.isOver || this.playing.paused || this.step.waits) return;
    this.lived += Math.min(passed, allLeft(this.playing));
    this.playing = tick(this.playing, passed);
  }

  /** Plan the tones that are near, and say what is due. */
  #hear() {
    if (this.around.sound() !== "silent") this.#tones();
    while (this.#words.length && this.#words[0].after <= this.playing.passed && !this.playing.paused) {
      this.#say(/** @type {{after: number, say: string[]}} */ (this.#words.shift()).say, { begins: false });
    }
  }

  #tones() {
    const gone = now() - this.#last; // since the last beat
    const ahead = tonesAhead(this.playing, AHEAD);
    if (slipped()) {
      hush({ later: true });
      for (const { key, wait } of ahead) if (wait > gone) this.#planned.delete(key);
    }
    for (const { key, wait, tone } of ahead) {
      if (this.#planned.has(key) || !plan(tone, Math.max(wait - gone, 0))) continue;
      this.#planned.add(key);
    }
  }

  /** What is still to be said of this step, from a second of it on. @param {number} passed @param {{inTap?: boolean}} [how] */
  #sayFrom(passed, { inTap = false } = {}) {
    this.#words = wordsOf(this.playing.steps, this.playing.at, this.around.soon).filter(({ after }) => after >= passed);
    if (this.playing.paused || passed > 0) return;
    const first = this.#words[0]?.after === 0 ? this.#words.shift() : null;
    this.#say(first?.say ?? [], { begins: true, inTap });
  }

  /** By the voice, or by what reads the page aloud: never by both. @param {string[]} texts @param {{begins: boolean, inTap?: boolean}} how `begins`: a step does */
  #say(texts, how) {
    if (this.around.sound() === "voice") speak(texts, this.around.language, how);
    else this.around.aloud(texts, how);
  }

  #silence() {
    hush();
    quiet();
    this.#planned.clear();
  }

  #finish() {
    this.stop();
    this.around.onOver();
  }
}
