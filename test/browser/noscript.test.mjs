// With JavaScript switched off, everything can still be found.
import { test } from 'node:test';
import { open } from './lib/browser.mjs';
import { expect, expectNone } from './lib/findings.mjs';
import { all, type } from './lib/pages.mjs';

test('without script the home page shows its doors', async () => {
  await open({ at: type('home'), script: false }, async (page) => {
    for (const href of ['/journeys/', '/browse/', '/guides/']) {
      expect(await page.locator(`nav a[href="${href}"]`).first().isVisible(), `${href} is among the main links of /`);
    }
    expect(await page.locator('main a[href^="/journeys/"]').count() > 5, 'the worries are on the home page');
  });
});

test('without script a link leads on', async () => {
  await open({ at: type('home'), script: false }, async (page) => {
    const link = page.locator('main a[href^="/journeys/"]').first();
    const to = await link.getAttribute('href');
    await link.click();
    expect(new URL(page.url()).pathname === to, `the first worry of / leads to ${to}, not ${page.url()}`);
    expect(await page.locator('h1').isVisible(), `${to} shows its heading`);
  });
});

test('every live entry is within 3 links of the home page', () => {
  const links = new Map(all.map(({ path, html }) => [path, linksOf(html)]));
  const near = new Set(['/']);
  let edge = ['/'];
  for (let step = 1; step <= 3; step++) {
    edge = edge.flatMap((path) => links.get(path) ?? []).filter((path) => !near.has(path) && near.add(path));
  }
  const entries = all.filter(({ path, listed }) => listed && /^\/(activities|guides|journeys)\/[^/]+\/$/.test(path));
  expect(entries.length > 60, 'the demonstration has entries');
  expectNone('more than 3 links from /', entries.map(({ path }) => path).filter((path) => !near.has(path)));
});

const linksOf = (html) => [...html.matchAll(/<a [^>]*href="(\/[^"#?]*)/g)].map(([, href]) => href);
