// How sessions are heard here: by the voice of the device, by tones, or not at all.

import { el } from "../dom.js";
import { SOUNDS, keepSound, soundKept } from "./keeping.js";
import { onVoices, voiceFor } from "./voice.js";

/** @import { App } from "../../../types.js" */
/** @import { Sound } from "./player.js" */

/** @type {Sound | null} */
let chosen = null;

export const language = () => document.documentElement.lang;

/** A voice was chosen and none is there: tones. @returns {Sound} */
export function sound() {
  const wished = chosen ?? "voice";
  return wished === "voice" && !voiceFor(language()) ? "tones" : wished;
}

/** Read what was chosen before, and draw again as soon as the voices are known. @param {() => void} redraw */
export async function readSound(redraw) {
  onVoices(redraw);
  chosen = await soundKept();
  if (chosen) redraw();
}

/** @param {App} app @param {() => void} changed */
export function drawSound(app, changed) {
  const { player: words } = app.diary.words;
  const now = sound();
  /** @param {Sound} one */
  const choose = (one) => {
    chosen = one;
    keepSound(one);
    changed();
  };
  const without = !voiceFor(language());
  return el(
    "fieldset",
    { class: "sound" },
    el("legend", {}, words.sound),
    el(
      "div",
      { class: "ways" },
      SOUNDS.map((one) => el("button", { class: "quiet", type: "button", "aria-pressed": String(one === now), disabled: one === "voice" && without, onclick: () => choose(one) }, words[`sound_${one}`])),
    ),
    el("p", { class: "help" }, without ? words.sound_none : words.sound_reader),
  );
}
