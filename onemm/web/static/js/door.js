// The list at the door of a workshop: each tick is written down on the phone at once, and sent when there is a line.
"use strict";

const tickList = document.querySelector("form[data-ticks]");

async function showTicksSince() {
  const drawn = Date.parse(tickList.dataset.drawn);
  for (const one of await Waiting.all()) {
    if (one.to !== tickList.dataset.ticks || !one.shows || one.at < drawn) continue;
    const box = document.getElementById(`here-${one.shows.booking}`);
    if (box) box.checked = one.shows.here;
  }
}

function tick(box) {
  const here = box.checked,
    booking = box.value;
  return wait(
    tickList,
    [
      ["booking", booking],
      ["here", here ? "yes" : "no"],
    ],
    { shows: { booking, here } },
  );
}

function tickByCode(typed) {
  const code = typed.toLowerCase().replace(/\s/g, ""),
    box = code && tickList.querySelector(`[data-code="${CSS.escape(code.slice(0, 6))}"]`);
  if (!box) {
    say("Nobody on this list has this code. Look for the name, or add them as somebody who walked in.", {
      kind: "late",
    });
    return;
  }
  box.checked = true;
  tick(box).then(() => box.focus());
}

function takeOver() {
  for (const piece of document.querySelectorAll("[data-sends-itself]")) piece.hidden = true;
  tickList.addEventListener("change", (event) => tick(event.target));
  const door = document.querySelector("form[data-by-code]");
  document.addEventListener(
    "submit",
    (event) => {
      if (event.target !== door) return;
      event.preventDefault();
      tickByCode(door.elements.code.value);
      door.reset();
    },
    true,
  );
  // A code on somebody's phone opens this list by the phone's own camera, also without a line.
  const scanned = new URLSearchParams(location.search).get("code");
  if (scanned) door.elements.code.value = scanned.slice(0, 6);
  showTicksSince();
}

if (tickList && canKeep && owner()) takeOver();
