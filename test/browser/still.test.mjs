// A page keeps to itself: it says nothing in the console, breaks no rule of the
// site's policy, calls nobody, and leaves nothing behind.
import { test } from 'node:test';
import { open, settle } from './lib/browser.mjs';
import { expectNone, where } from './lib/findings.mjs';
import { types } from './lib/pages.mjs';

for (const at of types) {
  test(`nothing is said, sent or stored by: ${at.name}`, async () => {
    await open({ at }, async (page, log) => {
      await settle(page, log);
      const { cookies } = await page.context().storageState();
      const stored = await page.evaluate(takeStock);
      await page.context().clearCookies();
      expectNone(where(at), [
        ...log.said.map((words) => `the console is to stay empty, but: ${words}`),
        ...log.abroad.map((url) => `asks another site: ${url}`),
        ...cookies.map(({ name }) => `sets a cookie: ${name}`),
        ...Object.entries(stored).filter(([, n]) => n).map(([place, n]) => `leaves ${n} in ${place}`),
      ]);
    });
  });
}

// takeStock counts what is stored, and clears what it can, so that the next
// page is not blamed for it.
async function takeStock() {
  const stock = {
    localStorage: localStorage.length,
    sessionStorage: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  };
  localStorage.clear();
  sessionStorage.clear();
  return stock;
}
