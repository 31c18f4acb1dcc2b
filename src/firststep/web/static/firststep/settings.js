// Settings work without a script. With one, the time zone is known, and an address can be copied.

const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
for (const field of document.querySelectorAll("input[data-zone]")) field.value = timeZone ?? field.value;

for (const button of document.querySelectorAll("button[data-copy]")) {
  button.hidden = !navigator.clipboard; // only over a secure connection; else it can be copied by hand
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).value);
    button.nextElementSibling.textContent = button.dataset.said;
  });
}
