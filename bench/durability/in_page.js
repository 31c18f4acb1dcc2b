// What the interleavings do and look at within a page, by the page's own modules. It runs before
// the page's scripts, and changes nothing: it only notices which event a tap became.

const own = (name) => import(`/static/firststep/${name}.js`);
const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const PATIENCE_MS = 5_000;

const expected = []; // who waits to hear what is kept
const add = IDBObjectStore.prototype.add;
IDBObjectStore.prototype.add = function (...given) {
  const { event } = given[0];
  if (this.name === "outbox" && event.kind !== "seen") {
    this.transaction.addEventListener("complete", () => expected.shift()?.(event));
  }
  return add.apply(this, given);
};

/** Tell one thing as the page would, and do not wait for the server. */
async function tell([kind, on, what]) {
  const { event, keep, flush } = await own("outbox");
  const told = event(kind, "right", on, what);
  await keep(told);
  flush().catch(() => {});
  return told;
}

/** Tap a button that is there, of a group that is drawn by lot; answers the event that it became, if any. */
async function tap([group, at]) {
  const { words } = (await (await own("documents")).keptDocument("right")) ?? {};
  const groups = [".score", ".told button", ".answers button:not([aria-expanded])", "#morning > button"]
    .map((all) => [...document.querySelectorAll("#morning, #doing, #yesterday")].flatMap((card) => [...card.querySelectorAll(all)]))
    .filter((buttons) => buttons.length);
  if (!words || !groups.length) return null; // nothing is drawn yet
  const buttons = groups[group % groups.length];
  const button = buttons[at % buttons.length];
  if ([words.today.change, words.today.leave].includes(button.textContent)) return button.click();
  const kept = new Promise((resolve) => expected.push(resolve));
  button.click();
  return Promise.race([kept, newDay(words.app.new_day)]);
}

/** A page of yesterday is drawn anew, and tells nothing. */
async function newDay(said) {
  for (let waited = 0; waited < PATIENCE_MS; waited += 50) {
    await wait(50);
    if (document.getElementById("status").textContent === said) break;
  }
  expected.length = 0;
  return null;
}

/** Send until nothing waits; answers how much still does. */
async function flushed() {
  const { flush, unsent } = await own("outbox");
  let left = [];
  for (let waited = 0; waited < PATIENCE_MS; waited += 50) {
    await flush().catch(() => {});
    left = await unsent();
    if (!left.length) return 0;
    await wait(50);
  }
  return left.length;
}

/** Whether the page has these scores by day, and shows today's; answers what is wrong, or "". */
async function shows([told, score]) {
  const { keptDocument } = await own("documents");
  const { between } = await own("days");
  window.dispatchEvent(new Event("online"));
  let wrong = "";
  for (let waited = 0; waited < 2 * PATIENCE_MS; waited += 50) {
    const { days } = await keptDocument("right");
    const other = Object.entries(told).filter(([day, pain]) => (days?.pain[between(days.start, day)] ?? null) !== pain);
    const card = document.getElementById("morning");
    const chosen = card?.querySelector("[aria-pressed=true]")?.firstChild.textContent;
    const said = card?.textContent.includes(`First steps today: ${score}`) || chosen === String(score);
    if (!other.length && (score === null || said)) return "";
    wrong = `kept otherwise: ${JSON.stringify(other)}; on the screen, instead of ${score}: ${card?.textContent}`;
    await wait(50);
  }
  return wrong;
}

window.proof = { tell, tap, flushed, shows };
