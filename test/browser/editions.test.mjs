// A page in another language is found, read and searched in that language.
import { test } from 'node:test';
import { open, settle } from './lib/browser.mjs';
import { expect, expectNone } from './lib/findings.mjs';
import { type } from './lib/pages.mjs';

test('from any page one comes to the same page in Urdu, and on to its search', async () => {
  await open({ at: type('home') }, async (page, log) => {
    await page.goto(new URL('/activities/sunday-swim/', page.url()).href);
    await page.click('.top a[hreflang=en-GB-simple]');
    await settle(page, log);
    expect(new URL(page.url()).pathname === '/easy-read/activities/sunday-swim/', `the header led to ${page.url()}`);
    await page.click('main a[hreflang=ur]');
    await settle(page, log);
    expect(new URL(page.url()).pathname === '/ur/activities/sunday-swim/', `it led to ${page.url()}`);
    const html = await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir, getComputedStyle(document.querySelector('h1')).direction]);
    expect(html.join() === 'ur,rtl,rtl', `the page is ${html}`);
    await page.click('.top a[href$="/ur/search/"]');
    await page.fill('input[name=q]', 'تیراکی');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#results li');
    const found = await page.$$eval('#results li > h3 > a, #results li a:first-of-type', (links) => links.map((a) => a.getAttribute('href')));
    expect(found.length > 0 && found.every((href) => href.startsWith('/ur/')), `it found ${found}`);
    const status = await page.textContent('[role=status]');
    expect(!/[a-z]/i.test(status.replace('تیراکی', '')), `the count is told as “${status}”`);
  });
});

test('what is said by the search page is said in its language', async () => {
  await open({ at: type('Urdu, search') }, async (page) => {
    for (const query of ['تیراکی', 'xyzzy', '7', 'chatham']) {
      await page.fill('input[name=q]', query);
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => document.querySelector('[role=status]').textContent !== '');
      await page.waitForTimeout(300);
      await page.evaluate(() => document.querySelectorAll('details').forEach((d) => { d.open = true; }));
      const english = await page.$$eval('main :is(summary, button, legend, label, .status, .empty, .order, .why)', (all) => all
        .map((el) => el.textContent).filter((text) => /\b(the|your|results?|filters?|show|search|first|order|found|age)\b/i.test(text)));
      expectNone(`“${query}”`, english);
    }
  });
});

test('a page from right to left is in one line with what is in English on it', async () => {
  await open({ at: type('home'), width: 320 }, async (page, log) => {
    await page.goto(new URL('/ur/activities/sunday-swim/', page.url()).href);
    await settle(page, log);
    const crooked = await page.$$eval('.card', (cards) => cards.flatMap((card) => [...card.querySelectorAll('h3, p:not(.warning)')].filter((el) => {
      const words = document.createRange();
      words.selectNodeContents(el);
      return Math.abs(words.getBoundingClientRect().right - el.getBoundingClientRect().right) > 3;
    }).map((el) => el.textContent)));
    expectNone('cards', crooked);
    const high = await page.$eval('.talk', (el) => el.getBoundingClientRect().height);
    expect(high < 80, `“Talk to someone” is ${high} px high`);
  });
});

test('an Easy Read picture stands beside its words, also on a narrow phone', async () => {
  for (const width of [320, 1280]) {
    await open({ at: type('Easy Read, activity'), width }, async (page) => {
      const rows = await page.evaluate(() => [...document.querySelectorAll('.prose p:has(img)')].map((p) => {
        const picture = p.querySelector('img').getBoundingClientRect();
        const words = p.nextElementSibling.getBoundingClientRect();
        return { beside: words.left >= picture.right, level: Math.abs(words.top - picture.top) < picture.height };
      }));
      expect(rows.length > 3 && rows.every((row) => row.beside && row.level), `at ${width} px: ${JSON.stringify(rows)}`);
    });
  }
});

test('what cannot wait puts help first in every language', async () => {
  await open({ at: type('Urdu, search') }, async (page) => {
    await page.fill('input[name=q]', 'خودکشی');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.urgent:not([hidden])');
    expect(await page.isVisible('.urgent a[href*="/ur/journeys/"]'), 'it leads to what to do now, in Urdu');
  });
});
