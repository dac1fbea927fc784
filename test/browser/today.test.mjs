// A page that has outlived its build brings itself to the reader's day: in the
// reader's browser it says what a build of that day would have said.
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { open } from './lib/browser.mjs';
import { expect } from './lib/findings.mjs';
import { type } from './lib/pages.mjs';
import { asOf } from './lib/serve.mjs';

const script = readFileSync(new URL('../../static/today.js', import.meta.url), 'utf8');
const { ago, dayOf, due } = await import(`data:text/javascript,${encodeURIComponent(script)}`);

const equal = (what, got, wanted) => expect(got === wanted, `${what}: got “${got}”, wanted “${wanted}”`);

test('the last note whose day has come counts', () => {
  const notes = [{ from: '2026-12-05' }, { from: '2027-01-10' }];
  for (const [today, wanted] of [['2026-12-04', undefined], ['2026-12-05', notes[0]], ['2027-01-09', notes[0]], ['2027-01-10', notes[1]], ['2031-01-01', notes[1]]]) {
    equal(today, due(notes, today), wanted);
  }
  equal('no notes', due([], '2027-01-01'), undefined);
});

test('how long ago a day was, as people say it', () => {
  const wanted = {
    '2027-03-01': 'today', '2027-02-28': 'yesterday', '2027-02-27': '2 days ago', '2027-02-16': '13 days ago', '2027-02-15': '2 weeks ago',
    '2027-02-08': '3 weeks ago', '2027-01-01': '8 weeks ago', '2026-12-31': '2 months ago', '2026-03-01': '12 months ago', '2025-03-02': '24 months ago', '2025-03-01': '2 years ago',
    '2020-03-02': '7 years ago', '2027-03-02': '', 'not a day': '',
  };
  for (const [day, words] of Object.entries(wanted)) equal(day, ago(day, '2027-03-01', 'en-GB'), words);
  equal('in Welsh', ago('2027-02-08', '2027-03-01', 'cy'), new Intl.RelativeTimeFormat('cy').format(-3, 'week'));
});

test('the reader’s day is that of the place where the reader is', () => {
  const moment = (offset) => Object.assign(new Date('2027-03-31T23:30:00Z'), { getTimezoneOffset: () => offset });
  equal('in winter', dayOf(moment(0)), '2027-03-31');
  equal('in summer', dayOf(moment(-60)), '2027-04-01');
  equal('in America', dayOf(moment(300)), '2027-03-31');
});

// on opens a type of page as on a day, and gives what it says first.
const on = (day, name, use) => open({ at: type(name), day }, use);
const warnings = (page) => page.locator('main .title > .warning:visible').allTextContents();
const checked = (page) => page.locator('.checked p').first().textContent();

test('a page that was made in time says nothing more', () => on(asOf, 'activity, current', async (page) => {
  equal('warnings', (await warnings(page)).join(), '');
  expect(/ on \d+ \w+ 2026 \((today|yesterday|\d+ (day|week|month)s? ago)\) by the /.test(await checked(page)), `it says how long ago it was checked: ${await checked(page)}`);
}));

test('a check that ran out since is told, in the words of a build of that day', () => on('2031-01-01', 'activity, current', async (page) => {
  const [said, ...more] = await warnings(page);
  expect(/^We last checked this in \w+ 2026\. Please ring first\.$/.test(said) && !more.length, `the warning is “${said}”, and ${more.length} more`);
  equal('the strong words', await page.locator('.title > .warning:visible > strong').textContent(), said);
}));

test('what has started since does not say that it will', () => on('2031-01-01', 'activity, not yet started', async (page) => {
  expect(!(await warnings(page)).some((words) => words.startsWith('Starts on')), `it says ${await warnings(page)}`);
}));

test('a clock that runs behind changes nothing', () => on('2001-01-01', 'activity, overdue', async (page) => {
  const said = await warnings(page);
  expect(said.length === 1 && /ring first/.test(said[0]), `the warning stands as it was: ${said}`);
  expect(!/ago|today/.test(await checked(page)), `no day is said to be so long ago: ${await checked(page)}`);
}));

test('nothing is announced, and nothing takes the focus', () => on('2031-01-01', 'activity, current', async (page) => {
  equal('live regions', await page.locator('[aria-live], [role=status], [role=alert]').count(), 0);
  equal('focus', await page.evaluate(() => document.activeElement.localName), 'body');
}));

test('without script the printed dates stay', () => open({ at: type('activity, current'), script: false }, async (page) => {
  equal('warnings', (await warnings(page)).join(), '');
  expect(/ on \d+ \w+ 2026 by the /.test(await checked(page)), `it says when it was checked: ${await checked(page)}`);
}));
