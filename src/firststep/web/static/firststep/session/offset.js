// How far the clock of the sound is from the clock of the page. It goes in jumps of some milliseconds, and
// falls behind where a device is too busy to make sound in time: the last readings tell both apart.

const READINGS = 10; // that are looked at: two seconds of them
const APART = 0.04; // seconds that are heard as another time

export class Offset {
  /** @type {number[]} */
  #readings = [];
  /** @type {number | null} */
  #planned = null; // the offset that tones were planned by

  /** Seconds of the sound at a time of the page. @param {number} wall */
  at(wall) {
    this.#planned ??= this.#now;
    return wall + this.#planned;
  }

  /**
   * Read both clocks; tells whether they have parted since something was planned. What is planned from then on
   * goes by how they are now.
   * @param {number} audio
   * @param {number} wall
   */
  read(audio, wall) {
    this.#readings = [...this.#readings, audio - wall].slice(-READINGS);
    if (this.#planned === null || Math.abs(this.#now - this.#planned) < APART) return false;
    this.#planned = null;
    return true;
  }

  /** It is read after its jump as often as before: the latest it was is the nearest to the truth. */
  get #now() {
    return Math.max(...this.#readings);
  }
}
