// What was really done on a day.

export { drawDoing } from "./today.js";
