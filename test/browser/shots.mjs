// Pictures of every type of page, to look at by eye: `make shots`.
import { mkdirSync, rmSync } from 'node:fs';
import { test } from 'node:test';
import { open } from './lib/browser.mjs';
import { types } from './lib/pages.mjs';

const folder = new URL('shots/', import.meta.url).pathname;
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);

for (const at of types) {
  test(at.name, async () => {
    for (const width of [320, 768, 1280]) {
      for (const scheme of ['light', 'dark']) {
        const file = `${at.name.replace(/\W+/g, '-').toLowerCase()}-${width}-${scheme}.png`;
        await open({ at, width, scheme }, (page) => page.screenshot({ path: folder + file, fullPage: true }));
      }
    }
  });
}
