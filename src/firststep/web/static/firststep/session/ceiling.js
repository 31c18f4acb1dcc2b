// Pain above the ceiling of a technique: the same two rules as care/sessions/ceiling.py.

/**
 * Whether it hurts too much to begin as usual: lighter, or not today. Not told is not too much.
 * @param {number | null} before
 * @param {number} ceiling
 */
export const beginsAbove = (before, ceiling) => before !== null && before > ceiling;

/**
 * Whether a technique rests at once: afterwards it hurts above the ceiling, and more than before.
 * @param {number | null} before
 * @param {number | null} after
 * @param {number} ceiling
 */
export const restsAfter = (before, after, ceiling) =>
  after !== null && after > ceiling && (before === null || after > before);
