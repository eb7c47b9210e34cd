// What waits on this phone to be sent, each thing under a key of its own: pages and the worker share this file.
// The server takes a key once, so that sending twice (two pages, a lost answer, the worker) has one effect.
"use strict";

const Waiting = (() => {
  const BASE = "onemm",
    KEEP_SENT_FOR = 7 * 24 * 3600 * 1000;
  // The server remembers keys for sixty days.
  const LONGEST_WAIT = 50 * 24 * 3600 * 1000;
  // Once more later, rather than never: signed out, not allowed just now, too slow, too many.
  const AGAIN = new Set([401, 403, 408, 425, 429]);

  const open = () =>
    new Promise((resolve, reject) => {
      const asked = indexedDB.open(BASE, 1);
      asked.onupgradeneeded = () => {
        asked.result.createObjectStore("waiting", { keyPath: "key" });
        asked.result.createObjectStore("drafts", { keyPath: "page" });
      };
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });

  async function inside(store, mode, work) {
    const base = await open();
    try {
      return await new Promise((resolve, reject) => {
        const step = base.transaction(store, mode);
        const asked = work(step.objectStore(store));
        step.oncomplete = () => resolve(asked.result);
        step.onerror = step.onabort = () => reject(step.error);
      });
    } finally {
      base.close();
    }
  }

  const put = (one) => inside("waiting", "readwrite", (store) => store.put(one));

  async function all() {
    const found = await inside("waiting", "readonly", (store) => store.getAll());
    return found.sort((a, b) => a.at - b.at);
  }

  async function verdict(answer) {
    if (answer.redirected || AGAIN.has(answer.status) || answer.status >= 500) return null;
    if (answer.ok && (answer.headers.get("Content-Type") || "").includes("json")) return answer.json();
    return {
      counts: false,
      words: "We could not take this in. Open the page while you are online, and do it once more.",
      link: "",
    };
  }

  async function sendAll() {
    const left = (await all()).filter((one) => one.state === "waiting");
    const done = [];
    if (!left.length) return done;
    const me = await (await fetch("/phone/me/", { cache: "no-store" })).json();
    for (const one of left) {
      if (one.owner !== me.owner) continue;
      if (Date.now() - one.at > LONGEST_WAIT) {
        await put({
          ...one,
          fields: [],
          state: "refused",
          words: "It waited too long, so it was not sent.",
          link: "",
          sent: Date.now(),
        });
        continue;
      }
      const body = new URLSearchParams([...one.fields, ["form_token", one.key]]);
      const told = await verdict(
        await fetch(one.to, { method: "POST", body, headers: { "X-CSRFToken": me.csrf }, cache: "no-store" }),
      );
      if (!told) continue;
      // What was sent is no longer needed here: only what came of it is kept, for a week.
      const after = {
        ...one,
        fields: [],
        state: told.counts ? "sent" : "refused",
        words: told.words,
        link: told.link,
        sent: Date.now(),
      };
      await put(after);
      done.push(after);
    }
    return done;
  }

  async function tidy() {
    for (const one of await all()) {
      const isOver = one.until && Date.parse(one.until) < Date.now();
      if (one.sent && (isOver || Date.now() - one.sent > KEEP_SENT_FOR))
        await inside("waiting", "readwrite", (store) => store.delete(one.key));
    }
  }

  return {
    all,
    add: (one) => put({ ...one, state: "waiting", at: Date.now() }),
    // One at a time among all pages and the worker, where the browser can promise that.
    send: () => (navigator.locks ? navigator.locks.request("onemm-send", sendAll) : sendAll()),
    tidy,
    draft: (page) => inside("drafts", "readonly", (store) => store.get(page)),
    keepDraft: (page, fields) => inside("drafts", "readwrite", (store) => store.put({ page, fields })),
    dropDraft: (page) => inside("drafts", "readwrite", (store) => store.delete(page)),
    forget: () =>
      new Promise((resolve) => {
        const asked = indexedDB.deleteDatabase(BASE);
        asked.onsuccess = asked.onerror = asked.onblocked = () => resolve();
      }),
  };
})();
