// The days in the sentences of a page from the server, said as the language of the page says them.

import { dayInWords } from "./days.js";

const main = /** @type {HTMLElement} */ (document.getElementById("main"));
const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
for (let text = walker.nextNode(); text; text = walker.nextNode()) {
  text.nodeValue = dayInWords(text.nodeValue ?? "");
}
