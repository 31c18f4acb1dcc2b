// A shorter session, for whoever hurts before it begins: half of the work, and all that makes it safe.

/** @import { Session, Step } from "../../../types.js" */

const AROUND = ["ready", "count", "feel", "dry", "away", "done"];
const HALF = 0.5;

/** @param {Step} step */
const isWork = ({ kind }) => !AROUND.includes(kind);

/** The same session with the first half of its work. @param {Session} script @returns {Session} */
export function lighter(script) {
  const whole = script.steps.filter(isWork).reduce((sum, { seconds }) => sum + seconds, 0);
  let worked = 0;
  const steps = script.steps.filter((step) => {
    if (!isWork(step)) return true;
    const fits = worked < whole * HALF;
    worked += step.seconds;
    return fits;
  });
  return { ...script, steps, seconds: steps.reduce((sum, { seconds }) => sum + seconds, 0) };
}
