// The screen stays on. A phone takes that back whenever the page is hidden: it is asked for again.

/** @type {WakeLockSentinel | null} */
let lock = null;
let wanted = false;

async function ask() {
  if (!wanted || !navigator.wakeLock || lock?.released === false || document.visibilityState !== "visible") return;
  lock = await navigator.wakeLock.request("screen").catch(() => null); // refused where the battery is low
  if (!wanted) letGo(); // it was over before the answer came
}

function letGo() {
  lock?.release().catch(() => {});
  lock = null;
}

/** Whether the screen has to stay on from now. @param {boolean} on */
export function keepAwake(on) {
  wanted = on;
  if (on) ask();
  else letGo();
}

document.addEventListener("visibilitychange", ask);
