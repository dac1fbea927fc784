// On a small phone nothing scrolls sideways and no text is cut or covered: not
// as it comes, not with letters twice the size, not with wide text spacing.
import { test } from 'node:test';
import { open, restyle } from './lib/browser.mjs';
import { expectNone, where } from './lib/findings.mjs';
import { types } from './lib/pages.mjs';

const ways = {
  'as it comes': '',
  'letters twice the size': 'html { font-size: 200% !important }',
  // WCAG 1.4.12: what readers with dyslexia or low vision set for themselves.
  'wide text spacing': `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
    p { margin-block-end: 2em !important }`,
};

for (const at of types) {
  test(`nothing is cut or covered at 320 px on: ${at.name}`, async () => {
    await open({ at, width: 320, height: 640 }, async (page) => {
      const faults = [];
      for (const [way, css] of Object.entries(ways)) {
        await restyle(page, css);
        const found = await page.evaluate(() => [...look.cut(), ...look.piled()]);
        for (const fault of found) faults.push(`${way}: ${fault}`);
      }
      expectNone(where(at, '320 px'), faults);
    });
  });
}
