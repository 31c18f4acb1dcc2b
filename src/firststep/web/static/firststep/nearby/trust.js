// Tells whether this phone trusts the computer now: a question over the secure line is answered, or is not.

const card = /** @type {HTMLElement} */ (document.getElementById("check"));
const said = /** @type {HTMLElement} */ (card.querySelector("[role=status]"));
const again = /** @type {HTMLButtonElement} */ (card.querySelector("button"));

async function look() {
  let trusted = true;
  try {
    await fetch(card.dataset.ask ?? "", { mode: "no-cors", cache: "no-store", credentials: "omit" });
  } catch {
    trusted = false;
  }
  said.textContent = (trusted ? card.dataset.yes : card.dataset.notYet) ?? "";
  card.classList.toggle("trusted", trusted);
}

card.hidden = false;
again.addEventListener("click", look);
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && look());
look();
