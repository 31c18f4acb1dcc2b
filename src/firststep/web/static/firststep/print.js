// A page of the library as a hand-out on paper: everything open, nothing of the frame.

const button = /** @type {HTMLButtonElement | null} */ (document.getElementById("print"));
if (button) {
  button.hidden = false;
  button.addEventListener("click", () => {
    for (const details of document.querySelectorAll("details")) details.open = true;
    window.print();
  });
}
