// Keeping a page on the phone, and doing things there without a line. Every page works without this file.
"use strict";

const OWNER = "owner",
  KEPT = "kept",
  TOKENS = new Set(["csrfmiddlewaretoken", "form_token"]);
const canKeep =
  isSecureContext &&
  "serviceWorker" in navigator &&
  "caches" in window &&
  "indexedDB" in window &&
  "randomUUID" in crypto;
// A page from the network says whose it is; one that is kept says nothing.
const shownTo = document.documentElement.dataset.owner;
const owner = () => localStorage.getItem(OWNER);
const piecesOf = (text) =>
  [...new DOMParser().parseFromString(text, "text/html").querySelectorAll("main img[src]")].map((img) =>
    img.getAttribute("src"),
  );
const fieldsOf = (form, submitter) =>
  [...new FormData(form, submitter)].filter(([name, value]) => !TOKENS.has(name) && typeof value === "string");

function say(words, { kind = "plain", link = "", label = "" } = {}) {
  const place = document.querySelector("[data-phone-said]");
  if (!place) return;
  const text = document.createElement("p");
  text.textContent = words;
  if (link.startsWith("/")) {
    const way = document.createElement("a");
    [way.href, way.textContent] = [link, label];
    text.append(" ", way);
  }
  const inner = document.createElement("div");
  inner.append(text);
  place.className = `notice ${kind}`;
  place.replaceChildren(inner);
  place.hidden = false;
}

async function forgetIfNotTheirs() {
  if (shownTo === undefined || !owner() || shownTo === owner()) return;
  await caches.delete(KEPT);
  if (!shownTo) return; // the session is over: what waits is sent when the same person signs in again
  await Waiting.forget();
  localStorage.removeItem(OWNER);
}

const readyWorker = async () => {
  await navigator.serviceWorker.register("/worker.js");
  return navigator.serviceWorker.ready;
};

async function keep(path) {
  await readyWorker();
  const fresh = await fetch(path, { cache: "no-store" });
  if (!fresh.ok || fresh.redirected) throw new Error("not kept");
  localStorage.setItem(OWNER, shownTo);
  const store = await caches.open(KEPT),
    copy = fresh.clone();
  await store.put(path, fresh);
  for (const piece of piecesOf(await copy.text())) await store.add(piece).catch(() => undefined);
}

async function drop(path) {
  const store = await caches.open(KEPT),
    page = await store.match(path);
  if (page) for (const piece of piecesOf(await page.text())) await store.delete(piece);
  await store.delete(path);
}

async function showKeepButton(button) {
  const path = button.dataset.keep,
    said = document.querySelector(`[data-kept-said="${path}"]`);
  if (!canKeep || !shownTo) {
    button.hidden = true;
    return;
  }
  const show = async () => {
    const isKept = Boolean(await (await caches.open(KEPT)).match(path));
    button.textContent = isKept ? "Take it off my phone" : button.dataset.label;
    if (said) said.hidden = !isKept;
    return isKept;
  };
  button.dataset.label = button.textContent;
  let isKept = await show();
  button.addEventListener("click", async () => {
    button.setAttribute("aria-busy", "true");
    try {
      await (isKept ? drop(path) : keep(path));
      isKept = await show();
      say(isKept ? "It is on this phone now. It opens without a line too." : "It is off this phone.", {
        kind: "good",
        link: "/phone/",
        label: "What is kept here",
      });
    } catch {
      say("It could not be kept just now. Try again where the line is better.", { kind: "wait" });
    }
    button.removeAttribute("aria-busy");
  });
}

const waitingWords = (count) =>
  `${count} ${count === 1 ? "thing waits" : "things wait"} on this phone. It is sent as soon as you are online and signed in.`;

function tell(done) {
  document.dispatchEvent(new CustomEvent("phone:sent", { detail: done }));
  const last = done.at(-1);
  if (!last) return;
  const words =
    done.length === 1
      ? `Sent: ${last.title}. ${last.words}`
      : `${done.length} things were sent. The last one: ${last.title}. ${last.words}`;
  const several = done.length > 1 || !last.link;
  say(words, {
    kind: done.every((one) => one.state === "sent") ? "good" : "wait",
    link: several ? "/phone/" : last.link,
    label: several ? "See them all" : "Look at it",
  });
}

async function sendNow() {
  if (!owner()) return;
  try {
    tell(await Waiting.send());
  } catch {
    // No line: it stays where it is.
  }
  const left = (await Waiting.all()).filter((one) => one.state === "waiting" && one.owner === owner());
  if (left.length) say(waitingWords(left.length), { kind: "wait", link: "/phone/", label: "What is kept here" });
  for (const warning of document.querySelectorAll("[data-if-waiting]")) warning.hidden = !left.length;
}

// Written down first and sent second, so that a line that breaks in between loses nothing.
async function wait(form, fields, more = {}) {
  const { wait: to = form.dataset.ticks, title, until } = form.dataset;
  await Waiting.add({
    key: crypto.randomUUID(),
    owner: owner(),
    to,
    title,
    until,
    fields: [...fields, ["at", new Date().toISOString()]],
    ...more,
  });
  const registration = await navigator.serviceWorker.getRegistration();
  await registration?.sync?.register("waiting").catch(() => undefined);
  await sendNow();
}

function unanswered(form) {
  const given = new Set(fieldsOf(form).map(([name]) => name));
  return [...form.querySelectorAll("input[type=radio]")].find((choice) => !given.has(choice.name));
}

function onSubmit(event) {
  const form = event.target;
  if (!canKeep || !owner()) return;
  if (form.dataset.draft !== undefined && !navigator.onLine) {
    event.preventDefault();
    say("There is no line just now. What you chose is kept here. Press again when you are back online.", {
      kind: "wait",
    });
    return;
  }
  if (form.dataset.wait === undefined) return;
  event.preventDefault();
  const missing = unanswered(form) || [...form.elements].find((one) => one.type === "email" && !one.value.trim());
  if (missing || !form.checkValidity()) {
    say(
      missing && missing.type === "radio"
        ? "Choose an answer to every question first."
        : "Fill this in first, as it is written.",
      { kind: "late" },
    );
    (missing || form.querySelector(":invalid")).focus();
    return;
  }
  wait(form, fieldsOf(form, event.submitter)).then(async () => {
    await Waiting.dropDraft(location.pathname);
    form.dispatchEvent(new CustomEvent("phone:waits", { bubbles: true }));
    form.reset();
    document.querySelector("[data-phone-said]")?.scrollIntoView();
  });
}

async function bringBackDraft(form) {
  // Listens before it looks for what was chosen earlier: whoever is quicker than the storage loses nothing.
  const chosen = new Set();
  form.addEventListener("change", async (event) => {
    chosen.add(event.target.name);
    delete form.dataset.draftKept;
    if (!owner() && shownTo) localStorage.setItem(OWNER, shownTo);
    if (!owner()) return;
    await Waiting.keepDraft(location.pathname, fieldsOf(form));
    form.dataset.draftKept = "yes";
  });
  const draft = await Waiting.draft(location.pathname);
  for (const [name, value] of draft ? draft.fields : []) {
    if (chosen.has(name)) continue;
    const field = [...form.elements].find((one) => one.name === name && (one.type !== "radio" || one.value === value));
    if (field && field.type === "radio") field.checked = true;
  }
}

async function begin() {
  for (const button of document.querySelectorAll("[data-keep]")) showKeepButton(button);
  if (!canKeep) return;
  await forgetIfNotTheirs();
  for (const form of document.querySelectorAll("form[data-wait], form[data-draft]")) bringBackDraft(form);
  const over = document.querySelector("[data-draft-done]");
  if (over && owner()) await Waiting.dropDraft(over.dataset.draftDone);
  if (!owner()) return;
  await Waiting.tidy();
  await sendNow();
}

document.addEventListener("submit", onSubmit, true);
window.addEventListener("online", sendNow);
navigator.serviceWorker?.addEventListener("message", (event) => tell(event.data.done || []));
begin();
