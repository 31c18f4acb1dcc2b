// Calendar days where the person is, as "2026-11-23", and moments with their time zone.

const MS_A_DAY = 86_400_000;
/** @param {number} number */
const two = (number) => String(number).padStart(2, "0");

/** @param {Date} moment */
export const dayOf = (moment) =>
  `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;

let turn = 3; // the hour at which a day begins, unless the person set another

/** The hour at which a day begins, as the person set it. @param {string | number} hour */
export function beginDaysAt(hour) {
  turn = Number(hour);
}

/** The day that it is: what is told after midnight still belongs to the evening. */
export function today() {
  const now = new Date();
  return now.getHours() < turn ? plus(dayOf(now), -1) : dayOf(now);
}

/** @param {string} day */
const utc = (day) => Date.parse(`${day}T00:00:00Z`);

/** The day so many days later. @param {string} day @param {number} days */
export const plus = (day, days) => new Date(utc(day) + days * MS_A_DAY).toISOString().slice(0, 10);

/** The days from one day to another. @param {string} from @param {string} to */
export const between = (from, to) => Math.round((utc(to) - utc(from)) / MS_A_DAY);

/** This moment with its offset: "2026-11-23T06:41:00.123+01:00". */
export function nowWithZone() {
  const moment = new Date();
  const offset = -moment.getTimezoneOffset();
  const clock = new Date(moment.getTime() + offset * 60_000).toISOString().slice(0, -1);
  const size = Math.abs(offset);
  return `${clock}${offset < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** @param {Intl.DateTimeFormatOptions} options @returns {(day: string) => string} */
const format = (options) => {
  const language = globalThis.document?.documentElement.lang; // without a page, the machine's own
  const formatter = new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" });
  return (day) => formatter.format(utc(day));
};

export const longDay = format({ weekday: "long", day: "numeric", month: "long" });
export const shortDay = format({ weekday: "short", day: "numeric", month: "short" });
export const month = format({ month: "long", year: "numeric" });
const fullDay = format({ day: "numeric", month: "short", year: "numeric" });

/** A sentence in which "2026-11-23" is said as the language of the page says it. @param {string} text */
export const dayInWords = (text) => text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, fullDay);

export const weekday = { long: format({ weekday: "long" }), short: format({ weekday: "short" }) };
export const tinyDay = format({ day: "numeric", month: "short" });
