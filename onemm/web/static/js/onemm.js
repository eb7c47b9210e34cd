// Every page works without this file. It only saves a second click, counts letters and closes the menu.
"use strict";

function free(form) {
  delete form.dataset.sent;
  for (const button of form.querySelectorAll("button[aria-disabled]")) button.removeAttribute("aria-disabled");
}

// A second press of a button must not send a form twice; the button stays enabled so that its name and value are sent.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method === "get") return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  // A form that answers with a file leaves the page where it is, and may be wanted again.
  setTimeout(() => free(form), 8000);
  event.submitter?.setAttribute("aria-disabled", "true");
});

// A page that comes back from the browser's memory can be sent again.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) free(form);
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) window.print();
  const all = event.target.closest("[data-check-all]");
  if (!all) return;
  for (const box of all.closest("form").querySelectorAll("tbody input[type=checkbox], .proposal input[type=checkbox]"))
    box.checked = all.checked;
});

document.addEventListener("keydown", (event) => {
  const open = event.key === "Escape" && document.querySelector(".menu[open]");
  if (!open) return;
  open.open = false;
  open.querySelector("summary").focus();
});

function countLetters(area) {
  const counter = document.createElement("p");
  counter.className = "counter";
  const show = () => {
    const left = area.maxLength - area.value.length;
    counter.textContent = `${left} ${left === 1 ? "letter" : "letters"} left`;
  };
  area.addEventListener("input", show);
  area.after(counter);
  show();
}

for (const area of document.querySelectorAll("textarea[maxlength]")) countLetters(area);

// What only this file can do is not shown without it; parts of a page that arrive later have such things too.
function reveal() {
  for (const piece of document.querySelectorAll("[data-scripted][hidden]")) piece.hidden = false;
}

reveal();
document.addEventListener("htmx:load", reveal);

// The summary of errors takes the focus, so that it is the first thing read out.
document.querySelector(".error-summary")?.focus();
