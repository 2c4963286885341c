// Keep the lines of a round up to date while it goes on.
const round = document.querySelector("[data-round]");
const tags = document.getElementById("tags").content;
const stalled = round.querySelector(".stalled");

function draw(now) {
  for (const line of now.lines) {
    const row = round.querySelector(`[data-source="${line.id}"]`);
    if (!row || row.dataset.state === line.state) continue;
    row.dataset.state = line.state;
    const tag = tags.querySelector(`[data-state="${line.state}"] > .tag`);
    row.querySelector(".line-state").replaceChildren(tag.cloneNode(true));
    const problem = row.querySelector(".line-problem:last-child");
    problem.textContent = line.problem ?? "";
    problem.hidden = !line.problem;
  }
  round.querySelector("[data-done]").textContent = now.done;
  round.querySelector("progress").value = now.done;
  stalled.hidden = !now.isStalled;
}

async function poll(pause) {
  await new Promise((resolve) => setTimeout(resolve, pause));
  try {
    const answer = await fetch(round.dataset.round, { headers: { Accept: "application/json" } });
    if (!answer.ok || answer.redirected) return location.reload();
    const now = await answer.json();
    draw(now);
    if (now.isOver) return location.reload();
  } catch { /* the server may be restarting: ask again later */ }
  return poll(Math.min(pause * 1.15, 5000));
}

poll(600);
