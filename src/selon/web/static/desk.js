// Jumping by keyboard: "/" to the search, "n" and "p" to the next and previous statement of an article.
"use strict";
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
  if (event.key === "/") {
    event.preventDefault();
    const field = document.getElementById("q");
    if (field) field.focus();
    else location.assign("/search");
  } else if (event.key === "n" || event.key === "p") {
    const notes = [...document.querySelectorAll(".par aside li a")];
    if (!notes.length) return;
    const at = notes.indexOf(document.activeElement);
    const to = at < 0 ? 0 : (at + (event.key === "n" ? 1 : notes.length - 1)) % notes.length;
    notes[to].focus();
  }
});
