// Light or dark: the system's choice until a person makes another. Runs before the page is drawn, so it is no module.
(() => {
  const root = document.documentElement;
  const choices = ["system", "light", "dark"];
  const kept = () => { try { return localStorage.getItem("theme") ?? "system"; } catch { return "system"; } };
  const show = (choice) => {
    if (choice === "system") root.removeAttribute("data-bs-theme");
    else root.setAttribute("data-bs-theme", choice);
    const button = document.getElementById("theme");
    if (button) {
      button.setAttribute("aria-label", `Theme: ${choice}. Change it`);
      button.title = `Theme: ${choice}`;
    }
  };
  root.classList.add("js");
  show(kept());
  document.addEventListener("DOMContentLoaded", () => {
    show(kept());
    document.getElementById("theme")?.addEventListener("click", () => {
      const next = choices[(choices.indexOf(kept()) + 1) % choices.length];
      try { localStorage.setItem("theme", next); } catch { /* a browser that keeps nothing: until the next page */ }
      show(next);
    });
  });
})();
