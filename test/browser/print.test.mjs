// An activity or a provider prints on one sheet, to put on the fridge.
import { test } from 'node:test';
import { open } from './lib/browser.mjs';
import { expectNone, where } from './lib/findings.mjs';
import { type } from './lib/pages.mjs';

const sheet = { format: 'A4', margin: { top: '10mm', right: '10mm', bottom: '10mm', left: '10mm' } };

// A PDF has one object of the type Page for each sheet, and one Pages above them.
const sheets = (pdf) => pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

const telephone = /\b0\d{4} \d{6}\b/;
const postcode = /\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b/;

const printed = {
  'activity, current': [telephone, postcode],
  'activity, overdue': [telephone],
  'activity at a masked venue': [telephone],
  provider: [telephone],
};

for (const [name, needed] of Object.entries(printed)) {
  test(`prints on one sheet with how to reach them: ${name}`, async () => {
    const at = type(name);
    await open({ at, media: 'print', scheme: 'dark' }, async (page) => {
      const used = sheets(await page.pdf(sheet));
      const text = await page.locator('main').innerText();
      const hidden = await page.locator('header.top nav, nav.crumbs, .skip, footer').evaluateAll(
        (parts) => parts.filter(look.seen).map(look.name));
      const faint = await page.evaluate(() => look.faint(7));
      expectNone(where(at, 'printed, from a dark screen'), [
        ...(used === 1 ? [] : [`${used} sheets of A4, wanted 1`]),
        ...needed.filter((pattern) => !pattern.test(text)).map((pattern) => `nothing in its text like ${pattern}`),
        ...hidden.map((part) => `${part}: only of use on a screen, wanted left out`),
        ...faint,
      ]);
    });
  });
}
