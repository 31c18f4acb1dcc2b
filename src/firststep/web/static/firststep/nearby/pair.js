// A scanned code stands behind the # of the address, which no server is ever sent. It is filled in
// here and taken out of the address; whoever scanned it still says "go on".

const field = /** @type {HTMLInputElement} */ (document.getElementById("code"));
const scanned = decodeURIComponent(location.hash.slice(1));

if (/^[\w-]{8,40}$/.test(scanned) && !field.value) {
  field.value = scanned;
  history.replaceState(null, "", location.pathname);
  field.form?.querySelector("button")?.focus();
}
