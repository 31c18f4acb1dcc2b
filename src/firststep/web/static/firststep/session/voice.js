// The voice of the device. Only voices that live on the device are used: others send what they say
// to somebody, and need a net.

const PAUSE_MS = 80; // some browsers lose what is said right after they were told to stop

let waiting = 0;

/** @returns {SpeechSynthesis | undefined} */
const speech = () => globalThis.speechSynthesis;

/** The voice for a language, if the device has one of its own. @param {string} language */
export function voiceFor(language) {
  const own = (speech()?.getVoices() ?? []).filter(({ localService, lang }) => localService && lang.replace("_", "-").startsWith(language.slice(0, 2)));
  return own.find((voice) => voice.default) ?? own[0] ?? null;
}

/** Tells when the voices of the device are known: some browsers find them late. @param {() => void} then */
export function onVoices(then) {
  speech()?.addEventListener?.("voiceschanged", then);
}

/**
 * Say texts one after the other, in place of what is being said. In a tap nothing may come between: only
 * then do phones let a page speak.
 * @param {string[]} texts
 * @param {string} language
 * @param {{inTap?: boolean}} [how]
 */
export function speak(texts, language, { inTap = false } = {}) {
  const voice = voiceFor(language);
  if (!voice || !texts.length) return;
  const say = () => {
    for (const text of texts) {
      const said = new SpeechSynthesisUtterance(text);
      said.voice = voice;
      said.lang = voice.lang;
      speech()?.speak(said);
    }
  };
  const busy = speech()?.speaking || speech()?.pending;
  quiet();
  if (inTap || !busy) say();
  else waiting = setTimeout(say, PAUSE_MS);
}

/** Stop speaking. */
export function quiet() {
  clearTimeout(waiting);
  speech()?.cancel();
}
