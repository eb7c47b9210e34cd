// The worker behind the pages: shows what was chosen to be kept when there is no line, and sends what waits when there is one.
// Its address (/worker.js) names HOUSE: the release, the shell and the few addresses that matter here.
"use strict";

const SHELL = `shell-${HOUSE.release}`,
  KEPT = "kept",
  PATIENCE = 4000;

// A kept page was written in an earlier release; its style sheet is the same but for the mark in its name.
const unmarked = (path) => path.replace(/\.[0-9a-f]{12}(?=\.\w+$)/, "");
const SHELF = new Map(HOUSE.shell.map((path) => [unmarked(path), path]));

self.addEventListener("install", (event) => {
  const fresh = HOUSE.shell.map((path) => new Request(path, { cache: "reload" }));
  event.waitUntil(
    caches
      .open(SHELL)
      .then((shell) => shell.addAll(fresh))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys())
        if (name.startsWith("shell-") && name !== SHELL) await caches.delete(name);
      await self.clients.claim();
    })(),
  );
});

async function keptAt(path) {
  const store = await caches.open(KEPT),
    found = await store.match(path);
  const until = found && found.headers.get("X-Keep-Until");
  if (!until || Date.parse(until) > Date.now()) return found;
  await store.delete(path);
  return undefined;
}

function within(milliseconds, work) {
  return Promise.race([
    work,
    new Promise((_, reject) => {
      setTimeout(() => reject(new Error("slow line")), milliseconds);
    }),
  ]);
}

async function page(request) {
  const path = new URL(request.url).pathname,
    mine = await keptAt(path);
  try {
    const fresh = await (mine ? within(PATIENCE, fetch(request)) : fetch(request));
    if (mine && fresh.ok) await (await caches.open(KEPT)).put(path, fresh.clone());
    // It is not theirs any more, or is gone: then it does not stay on the phone either.
    if (mine && [403, 404, 410].includes(fresh.status)) await (await caches.open(KEPT)).delete(path);
    return fresh;
  } catch {
    // A code at the door, scanned without a line: the kept list takes it.
    return (
      mine ||
      (await keptAt(path.replace(/\/check-in\/$/, "/door/"))) ||
      (await caches.match(HOUSE.phone)) ||
      Response.error()
    );
  }
}

async function piece(request) {
  try {
    return await fetch(request);
  } catch {
    const path = new URL(request.url).pathname,
      shelved = SHELF.get(unmarked(path));
    return (shelved && (await caches.match(shelved))) || (await keptAt(path)) || Response.error();
  }
}

async function forget() {
  await caches.delete(KEPT);
  await Waiting.forget();
}

async function signOut(request) {
  const answer = await fetch(request);
  if (answer.type === "opaqueredirect" || answer.redirected) await forget();
  return answer;
}

self.addEventListener("fetch", (event) => {
  const { request } = event,
    url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  if (request.method === "POST" && url.pathname === HOUSE.sign_out) event.respondWith(signOut(request));
  if (request.method !== "GET") return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (["style", "font", "script", "image"].includes(request.destination)) event.respondWith(piece(request));
});

self.addEventListener("sync", (event) => {
  if (event.tag !== "waiting") return;
  event.waitUntil(
    (async () => {
      const done = await Waiting.send();
      for (const client of await self.clients.matchAll()) client.postMessage({ done });
      if ((await Waiting.all()).some((one) => one.state === "waiting")) throw new Error("something still waits");
    })(),
  );
});
