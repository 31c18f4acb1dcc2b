// What stands in a field can be copied with one press.

/** @type {NodeListOf<HTMLButtonElement>} */
const buttons = document.querySelectorAll("button[data-copy]");
for (const button of buttons) {
  button.hidden = !navigator.clipboard; // only over a secure connection; else it can be copied by hand
  button.addEventListener("click", async () => {
    const field = document.getElementById(button.dataset.copy ?? "");
    if (!(field instanceof HTMLInputElement)) return;
    await navigator.clipboard.writeText(field.value);
    if (button.nextElementSibling) button.nextElementSibling.textContent = button.dataset.said ?? "";
  });
}
