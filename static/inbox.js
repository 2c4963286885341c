// The inbox by keyboard: j and k move, o opens, x ticks, a accepts. Everything also works without it.
const form = document.getElementById("changes");
const rows = [...(form?.querySelectorAll("tbody tr") ?? [])];
const all = document.getElementById("tick-all");
const ticked = document.getElementById("ticked");
let current = -1;

const box = (row) => row.querySelector("input[name=change]");

function count() {
  const number = rows.filter((row) => box(row).checked).length;
  ticked.textContent = number ? `With the ${number} ticked:` : "With the ticked:";
  all.checked = number === rows.length;
  all.indeterminate = number > 0 && number < rows.length;
}

function moveTo(index) {
  rows[current]?.classList.remove("is-current");
  current = Math.max(0, Math.min(index, rows.length - 1));
  const row = rows[current];
  row.classList.add("is-current");
  row.querySelector("th a").focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

function accept() {
  if (!rows.some((row) => box(row).checked)) box(rows[current]).checked = true;
  form.requestSubmit(form.querySelector("button[value=accepted]"));
}

// The row that was current stays so after a decision, though the page is loaded anew.
const place = {
  keep() { try { sessionStorage.setItem("inbox-row", String(current)); } catch { /* nothing is kept */ } },
  take() {
    try {
      const kept = sessionStorage.getItem("inbox-row");
      sessionStorage.removeItem("inbox-row");
      return kept === null ? -1 : Number(kept);
    } catch { return -1; }
  },
};

const keys = {
  j: () => moveTo(current + 1),
  k: () => moveTo(current - 1),
  o: () => current >= 0 && window.location.assign(rows[current].dataset.href),
  x: () => { if (current >= 0) { box(rows[current]).click(); } },
  a: () => current >= 0 && form.querySelector("button[value=accepted]") && accept(),
};

if (rows.length) {
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("select, textarea, input:not([type=checkbox])");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
  all.addEventListener("change", () => {
    for (const row of rows) box(row).checked = all.checked;
    count();
  });
  form.addEventListener("change", count);
  form.addEventListener("submit", () => place.keep());
  count();
  const kept = place.take();
  if (kept >= 0) moveTo(kept);
  form.dataset.listens = "";
}
