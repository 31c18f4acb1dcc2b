// The page after a diary was deleted: nothing of it stays in this browser.

import { forget } from "./forget.js";

forget(document.querySelector("[data-gone]")?.getAttribute("data-gone") ?? "", { unsent: true });
