// All text stands out from what is behind it by 7:1, in light and in dark.
import { test } from 'node:test';
import { open } from './lib/browser.mjs';
import { expectNone, where } from './lib/findings.mjs';
import { types } from './lib/pages.mjs';

for (const at of types) {
  test(`all text has 7:1 contrast on: ${at.name}`, async () => {
    const faint = [];
    await open({ at }, async (page) => {
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        for (const fault of await page.evaluate(() => look.faint(7))) faint.push(`${colorScheme}: ${fault}`);
      }
    });
    expectNone(where(at), faint);
  });
}
