// The page that says what is on this phone: what is kept, what waits, and what was sent.
"use strict";

const line = (place, words, state, link, act) => {
  const item = document.createElement("li");
  const text = link ? document.createElement("a") : document.createElement("b");
  text.textContent = words;
  if (link) text.href = link;
  item.append(text);
  if (state) {
    const small = document.createElement("small");
    small.textContent = ` ${state}`;
    item.append(small);
  }
  if (act) {
    const button = document.createElement("button");
    [button.type, button.className, button.textContent] = ["button", "button quiet small", act.label];
    button.setAttribute("aria-label", `${act.label}: ${words}`);
    button.addEventListener("click", () => act.work().then(draw));
    item.append(" ", button);
  }
  place.append(item);
};

async function drawKept(place) {
  const store = await caches.open(KEPT);
  for (const { url } of await store.keys()) {
    const page = await store.match(url);
    if (!(page.headers.get("Content-Type") || "").includes("html")) continue;
    const until = page.headers.get("X-Keep-Until"),
      path = new URL(url).pathname;
    if (until && Date.parse(until) < Date.now()) {
      await drop(path);
      continue;
    }
    const heading = new DOMParser().parseFromString(await page.text(), "text/html").querySelector("h1");
    line(place, heading ? heading.textContent.trim() : path, until ? "Gone after its day." : "", path, {
      label: "Take it off",
      work: () => drop(path),
    });
  }
}

async function draw() {
  // Drawn aside and shown at once: two draws at the same time must not show everything twice.
  const lists = ["kept", "waiting", "sent"].map((name) => [name, document.createElement("ul")]);
  const [kept, waits, sent] = lists.map(([, list]) => list);
  if (canKeep && owner()) {
    await drawKept(kept);
    for (const one of await Waiting.all()) {
      if (one.owner !== owner()) continue;
      if (one.state === "waiting")
        line(
          waits,
          one.title,
          `since ${new Date(one.at).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" })}`,
        );
      else line(sent, one.title, one.words, one.link);
    }
  }
  for (const [name, list] of lists) {
    document.getElementById(name).replaceChildren(...list.children);
    document.querySelector(`[data-none="${name}"]`).hidden = document.getElementById(name).childElementCount > 0;
  }
}

document.addEventListener("phone:sent", draw);
draw();
