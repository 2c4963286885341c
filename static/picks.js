// Filter the catalogue while a name is typed, and count what is ticked.
const form = document.querySelector("[data-picks]");
const field = form.querySelector("[type=search]");
const rows = [...form.querySelectorAll("[data-words]")];
const count = form.querySelector("[data-count]");
const none = form.querySelector("[data-none]");

function filter() {
  const wanted = field.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const row of rows) {
    const fits = wanted.every((word) => row.dataset.words.includes(word)) || row.querySelector("input").checked;
    row.hidden = !fits;
    shown += fits;
  }
  none.hidden = shown > 0;
}

function tell() {
  const ticked = rows.filter((row) => row.querySelector("input").checked).length;
  count.textContent = ticked ? `${ticked} ticked` : "";
}

if (!field.value) {  // a search made on the server holds only what it found: leave that to the server
  form.querySelector("[data-search]").hidden = true;
  field.addEventListener("input", filter);
  field.addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
}
form.addEventListener("change", tell);
tell();
