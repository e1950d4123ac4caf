// Choosing days: what says on which days it was said (data-days, ISO 8601) shows only where these touch the days chosen.
// Without this script the fields stay hidden, and the page shows all days. It asks for nothing and keeps nothing.
"use strict";
(() => {
  const form = document.getElementById("days");
  if (!form) return;
  const [from, to] = form.querySelectorAll("input");
  const times = new Map([...document.querySelectorAll("[data-days]")].map((row) => [row, read(row.dataset.days)]));
  const known = [...times.values()].flat(2).sort();
  if (!known.length) return;
  const rows = [...times.keys()].filter((row) => !inside(row).length && row.localName !== "a");
  const folds = new Map(); // those that are closed when no days are chosen
  const parts = new Map(); // what is empty without its rows: tables, groups, folds, headings of what follows them
  for (const part of document.querySelectorAll("main .group, main table, main .more, main figure")) {
    if (inside(part).length) parts.set(part, inside(part));
  }
  for (const heading of document.querySelectorAll("main .sub")) {
    const below = [];
    for (let next = heading.nextElementSibling; next && !next.matches(".sub"); next = next.nextElementSibling) {
      below.push(...(times.has(next) ? [next] : []), ...inside(next));
    }
    if (below.length) parts.set(heading, below);
  }
  for (const section of document.querySelectorAll("main > .section")) {
    if (!inside(section).length) continue;
    const nothing = document.createElement("p");
    nothing.className = "note nothing";
    nothing.textContent = form.dataset.nothing;
    section.lastElementChild.prepend(nothing);
  }

  function read(days) {
    // `..` is open: at the latest, or at the earliest. Such a time counts on the day that is known.
    return days.split(" ").filter(Boolean).map((one) => {
      const [low, high = low] = one.split("/");
      return [low === ".." ? high : low, high === ".." ? low : high];
    });
  }
  function inside(element) {
    return [...element.querySelectorAll("[data-days]")];
  }
  function shown(row) {
    return !row.closest(".off");
  }
  function choose() {
    const chosen = Boolean(from.value || to.value);
    const [low, high] = from.value && to.value ? [from.value, to.value].sort() : [from.value, to.value];
    const fits = ([first, last]) => (!high || first <= high) && low <= last;
    for (const [row, spans] of times) row.classList.toggle("off", chosen && !spans.some(fits));
    for (const part of parts.keys()) part.classList.remove("off");
    for (const [part, held] of parts) part.classList.toggle("off", !held.some(shown));
    for (const section of document.querySelectorAll("main > .section")) {
      section.classList.toggle("empty", chosen && inside(section).length > 0 && !inside(section).some(shown));
    }
    unfold(chosen);
    form.classList.toggle("chosen", chosen);
    form.querySelector("button").hidden = !chosen;
    const counts = [rows.filter(shown), rows, rows.filter((row) => !times.get(row).length)].map((some) => some.length);
    const words = form.dataset.told.replace(/\d/g, (n) => counts[n].toLocaleString(document.documentElement.lang));
    form.querySelector("output").textContent = chosen ? words : "";
    carry(chosen);
  }
  function unfold(chosen) {
    // What is folded for its rank is opened for its days, and folded again with them.
    for (const [fold, held] of parts) {
      if (fold.localName !== "details") continue;
      if (!folds.has(fold)) folds.set(fold, fold.open);
      fold.open = chosen ? held.some(shown) : folds.get(fold);
      if (!chosen) folds.delete(fold);
    }
  }
  function carry(chosen) {
    // The days go along to the other pages of the dossier, and come back with the reader.
    const query = chosen ? `?${new URLSearchParams({ since: from.value, until: to.value })}` : "";
    for (const link of document.querySelectorAll(".go a, .bar li a, .top .note a")) {
      const there = new URL(link.href);
      if (there.pathname !== location.pathname) link.href = Object.assign(there, { search: query });
    }
    try {
      history.replaceState(null, "", location.pathname + query + location.hash);
    } catch {
      // Some browsers let no page of a disk change its address. The days are chosen all the same.
    }
  }

  const asked = new URLSearchParams(location.search);
  for (const [field, name] of [[from, "since"], [to, "until"]]) {
    [field.min, field.max] = [known[0], known.at(-1)];
    field.value = asked.get(name) ?? "";
    field.addEventListener("change", choose);
  }
  form.querySelector("button").addEventListener("click", () => {
    from.value = to.value = "";
    choose();
    from.focus();
  });
  form.hidden = false;
  if (from.value || to.value) choose();
})();
