// An activity answers in the order in which a parent asks, on the page and on
// the screen alike.
import { test } from 'node:test';
import { open } from './lib/browser.mjs';
import { expect, expectNone } from './lib/findings.mjs';
import { all, type } from './lib/pages.mjs';

const order = [
  'Who it is for', 'Will they take my child?', 'How to get in', 'When', 'Where',
  'Getting in and around', 'Cost', 'Contact', 'When we last checked this',
];
const ended = /^This (ended|closed) on/;

test('every activity answers in the same order', () => {
  const activities = all.filter(({ path, body, warning, lang }) => body === 'activity' && !lang && path !== '/activities/' && !ended.test(warning));
  expect(activities.length > 50, 'the demonstration has activities');
  expectNone('the order of headings', activities.flatMap(({ path, html }) => {
    const got = [...html.matchAll(/<h2[^>]*>([^<]*)</g)].map(([, text]) => text).filter((text) => order.includes(text));
    const right = order.filter((text) => got.includes(text));
    return got.join() === right.join() && got.at(-1) === order.at(-1) ? [] : [`${path}: ${got.join(' · ')}`];
  }));
});

test('a current activity answers every question', () => {
  const { path, html } = type('activity, current');
  const missing = order.filter((text) => !html.includes(`>${text}<`));
  expectNone(path, missing.map((text) => `no heading “${text}”`));
});

for (const name of ['activity, current', 'provider', 'journey', 'guide', 'home']) {
  test(`headings come down the screen as they come in the document: ${name}`, async () => {
    await open({ at: type(name), width: 320 }, async (page) => {
      const tops = await page.evaluate(() => [...document.querySelectorAll('h1, h2, h3')].filter(look.seen)
        .map((heading) => ({ name: look.name(heading), top: heading.getBoundingClientRect().top })));
      const above = tops.filter(({ top }, i) => i && top < tops[i - 1].top);
      expectNone(type(name).path, above.map((heading) => `${heading.name} stands above the heading before it`));
    });
  });
}
