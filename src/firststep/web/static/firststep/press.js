// A tap is a press and a release on one element: nothing is drawn anew in between.

let pressed = false;
/** @type {(() => void) | null} */
let then = null;

/**
 * Whether something is pressed just now; then `what` is done once it is released, and its tap was heard.
 * @param {() => void} what
 */
export function afterPress(what) {
  if (pressed) then = what;
  return pressed;
}

const press = () => {
  pressed = true;
};

/** The tap itself is heard right after the release, and before the timer. */
const release = () =>
  setTimeout(() => {
    pressed = false;
    const what = then;
    then = null;
    what?.();
  });

if (globalThis.window) {
  for (const name of ["pointerdown", "keydown"]) window.addEventListener(name, press, true);
  for (const name of ["pointerup", "pointercancel", "keyup", "blur"]) window.addEventListener(name, release, true);
}
