// Where a player is in a session: the same rules as care/sessions/clock.py, in values that never change.

/** @import { Step } from "../../../types.js" */
/** @typedef {{steps: Step[], at: number, passed: number, paused: boolean}} Playing */

/** @param {Step[]} steps @param {number} at @returns {Playing} */
export const start = (steps, at = 0) => ({ steps, at: Math.min(at, steps.length), passed: 0, paused: false });

/** @param {Playing} playing */
export const isOver = ({ at, steps }) => at === steps.length;

/**
 * After so many seconds. It stops at a step that waits, and at the end.
 * @param {Playing} playing
 * @param {number} seconds
 */
export function tick(playing, seconds) {
  const { steps, paused } = playing;
  let { at, passed } = playing;
  if (paused || isOver(playing) || steps[at].waits) return playing;
  passed += Math.max(seconds, 0);
  while (at < steps.length && !steps[at].waits && passed >= steps[at].seconds) passed -= steps[at++].seconds;
  if (at === steps.length || steps[at].waits) passed = 0;
  return { ...playing, at, passed };
}

/** @param {Playing} playing */
export const pause = (playing) =>
  isOver(playing) || playing.steps[playing.at].waits ? playing : { ...playing, paused: true };

/** End a pause; leave a step that waits. @param {Playing} playing */
export const goOn = (playing) =>
  !isOver(playing) && playing.steps[playing.at].waits ? moved(playing, 1) : { ...playing, paused: false };

/** To the next step; one that is not skippable stays. @param {Playing} playing */
export const skip = (playing) => (isOver(playing) || !playing.steps[playing.at].skippable ? playing : moved(playing, 1));

/** @param {Playing} playing */
export const back = (playing) => moved(playing, -1);

/** @param {Playing} playing */
export const repeat = (playing) => moved(playing, 0);

/** @param {Playing} playing */
export const stepLeft = (playing) => (isOver(playing) ? 0 : playing.steps[playing.at].seconds - playing.passed);

/** @param {Playing} playing */
export const allLeft = (playing) =>
  stepLeft(playing) + playing.steps.slice(playing.at + 1).reduce((sum, step) => sum + step.seconds, 0);

/** @param {Playing} playing @param {number} by @returns {Playing} */
const moved = (playing, by) => ({
  ...playing,
  at: Math.min(Math.max(playing.at + by, 0), playing.steps.length),
  passed: 0,
  paused: false,
});
