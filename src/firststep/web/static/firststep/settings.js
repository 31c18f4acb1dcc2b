// Settings work without a script. With one, the time zone is known, and an address can be copied.

const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
for (const field of inputs("input[data-zone]")) field.value = timeZone ?? field.value;

/** @type {NodeListOf<HTMLButtonElement>} */
const buttons = document.querySelectorAll("button[data-copy]");
for (const button of buttons) {
  button.hidden = !navigator.clipboard; // only over a secure connection; else it can be copied by hand
  button.addEventListener("click", async () => {
    const [address] = inputs(`#${button.dataset.copy}`);
    await navigator.clipboard.writeText(address.value);
    if (button.nextElementSibling) button.nextElementSibling.textContent = button.dataset.said ?? "";
  });
}

/** @param {string} which @returns {NodeListOf<HTMLInputElement>} */
function inputs(which) {
  return document.querySelectorAll(which);
}
