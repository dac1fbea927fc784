// A first visit is light: slow lines and small allowances are common here.
import { test } from 'node:test';
import { readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { open, settle } from './lib/browser.mjs';
import { expect, expectNone, where } from './lib/findings.mjs';
import { types } from './lib/pages.mjs';
import { built, site } from './lib/site.mjs';

const kilobyte = 1024;
const css = built('style.css');
const packed = (text) => gzipSync(text).length;

// scripts are what a page asks for beside its style sheet, packed.
const scripts = (html) => [...html.matchAll(/<script type="module" src="\/([^"?]+)/g)].reduce((sum, [, name]) => sum + packed(built(name)), 0);

test('the style sheet is under 15 KB, as it is', () => {
  const bytes = Buffer.byteLength(css);
  expect(bytes > 0 && bytes < 15 * kilobyte, `style.css is ${bytes} bytes, wanted under ${15 * kilobyte}`);
});

// pictures are what an Easy Read page shows beside its words, each a request of
// its own that the words do not wait for.
const pictures = (html) => [...html.matchAll(/<img src="\/([^"]+)/g)].reduce((sum, [, name]) => sum + packed(built(name)), 0);

// The search page has a budget of its own: its scripts and what they read.
for (const at of types.filter((page) => !page.path.endsWith('/search/'))) {
  test(`a first visit is at most 20 KB and 4 requests: ${at.name}`, async () => {
    const bytes = packed(at.html) + packed(css) + scripts(at.html) + pictures(at.html);
    const asked = await open({ at }, async (page, log) => {
      await settle(page, log);
      // Each once: the icon of the page before may be asked for late.
      return [...new Set(log.asked)].filter((url) => !url.includes('/pictures/'));
    });
    expectNone(where(at), [
      ...(bytes > 20 * kilobyte ? [`HTML, CSS and script are ${bytes} bytes compressed, wanted at most ${20 * kilobyte}`] : []),
      ...(asked.length > 4 ? [`${asked.length} requests, wanted at most 4: ${asked.join(' ')}`] : []),
    ]);
  });
}

test('the script of a page with a date is under 1.5 KB, as it is', () => {
  const bytes = Buffer.byteLength(built('today.js'));
  expect(bytes > 0 && bytes < 1.5 * kilobyte, `today.js is ${bytes} bytes, wanted under ${1.5 * kilobyte}`);
});

test('the search page brings at most 15 KB of script', async () => {
  const names = readdirSync(new URL('search', `file://${site.folder}/`)).filter((name) => name.endsWith('.js'));
  const bytes = names.reduce((sum, name) => sum + packed(built(`search/${name}`)), 0);
  expect(names.length > 0 && bytes <= 15 * kilobyte, `the scripts are ${bytes} bytes compressed, wanted at most ${15 * kilobyte}`);
});
