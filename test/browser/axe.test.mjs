// axe finds nothing: no fault by WCAG 2.2 AA, none by its own best practice.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { open } from './lib/browser.mjs';
import { expectNone, where } from './lib/findings.mjs';
import { types } from './lib/pages.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

for (const at of types) {
  test(`axe finds nothing on: ${at.name}`, async () => {
    const faults = new Map(); // what is wrong, and where it was
    await open({ at }, async (page) => {
      await page.evaluate(axe);
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 900 });
        for (const colorScheme of ['light', 'dark']) {
          await page.emulateMedia({ colorScheme });
          for (const fault of await judge(page)) {
            faults.set(fault, [...(faults.get(fault) ?? []), `${width} px ${colorScheme}`]);
          }
        }
      }
    });
    expectNone(where(at), [...faults].map(([fault, looks]) => `${fault}: ${looks.join(', ')}`));
  });
}

async function judge(page) {
  const { violations } = await page.evaluate(
    (values) => window.axe.run({ runOnly: { type: 'tag', values }, resultTypes: ['violations'] }), rules);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.slice(0, 2).map(({ target }) => `${target.join(' ')}: ${help} (${id})`));
}
