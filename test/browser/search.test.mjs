// Searching, as families do it: typing, going back, sharing, taking a filter off.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { open } from './lib/browser.mjs';
import { expect } from './lib/findings.mjs';
import { type } from './lib/pages.mjs';
import { asOf } from './lib/serve.mjs';
import { site } from './lib/site.mjs';

const at = type('search');
const words = (page) => page.locator('[role=status]').textContent();
const address = (page) => page.evaluate(() => location.pathname + location.search + location.hash);
const hrefs = (page) => page.$$eval('ol#results > li', (items) => items.map((li) => li.querySelector('a').getAttribute('href')));
const focused = (page) => page.evaluate(() => document.activeElement.textContent || document.activeElement.id);
const total = async (page) => Number((await words(page)).match(/^(\d+) results?\b/)?.[1] ?? 0);
const chip = (page, text) => page.locator('.chosen a', { hasText: text });

// search opens the page afresh: going to another # of the same page would not.
const search = (hash, use, how = {}) => open({ at, ...how }, async (page, log) => {
  await page.clock.setFixedTime(`${asOf}T10:00:00`); // a Saturday
  await page.goto('about:blank');
  await page.goto(site.origin + '/search/' + hash);
  if (hash) await said(page, /./);
  return use(page, log);
});

// said waits for the status to fit.
async function said(page, pattern) {
  await page.waitForFunction(({ source, flags }) => new RegExp(source, flags).test(document.querySelector('[role=status]').textContent),
    { source: pattern.source, flags: pattern.flags }, { timeout: 5000 }).catch(() => {});
  const now = await words(page);
  expect(pattern.test(now), `the status is to fit ${pattern}, not “${now}”`);
}

async function typed(page, text) {
  await changed(page, () => page.fill('input[name=q]', text));
  await said(page, new RegExp(`“${text}”`));
}

// changed does something and waits for what it changes: each search is
// announced anew, whatever its words.
async function changed(page, act) {
  await page.evaluate(() => { window.before = document.querySelector('[role=status]').firstChild; });
  await act();
  await page.waitForFunction(() => {
    const now = document.querySelector('[role=status]').firstChild;
    return now !== window.before && (now || document.querySelector('.found').hidden);
  }, null, { timeout: 5000 });
}

async function unfold(page, title) {
  await page.locator('.filter-box > summary').click();
  await page.locator('.filter-box details', { hasText: title }).first().locator('> summary').click();
}

test('results come 300 to 500 ms after the last key, and are announced once', () => search('', async (page) => {
  await page.evaluate(() => {
    window.heard = [];
    const status = document.querySelector('[role=status]');
    new MutationObserver(() => window.heard.push(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true });
  });
  await page.clock.pauseAt(`${asOf}T11:00:00`);
  await page.focus('input[name=q]');
  for (const part of ['qui', 'et swim', 'ming']) {
    await page.keyboard.type(part);
    await page.clock.runFor(299);
    expect(await address(page) === '/search/', '299 ms after a key nothing is searched yet');
  }
  await page.clock.runFor(201);
  await page.clock.resume();
  await page.waitForFunction(() => location.hash, null, { timeout: 1000, polling: 10 }).catch(() => expect(false, '500 ms after the last key the search begins'));
  await said(page, /results for “quiet swimming”/);
  expect(await page.evaluate(() => document.activeElement.name) === 'q', 'the focus stays in the box');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(300);
  const heard = await page.evaluate(() => window.heard);
  expect(heard.length === 1, `one announcement, not ${heard.length}: ${heard.join(' | ')}`);
}));

test('the button searches at once', () => search('', async (page) => {
  await page.fill('input[name=q]', 'hoist');
  await page.click('form[role=search] button');
  expect(await address(page) === '/search/#q=hoist' || (await said(page, /hoist/), await address(page) === '/search/#q=hoist'), 'the search is in the address');
  await said(page, /for “hoist”/);
}));

test('each search is one entry of the history; back, forward and reload are exact', () => search('', async (page) => {
  const before = await page.evaluate(() => history.length);
  const entries = async () => (await page.evaluate(() => history.length)) - before;
  await typed(page, 'swimming');
  const swimming = await hrefs(page);
  expect(await entries() === 1, `the first search is one entry, not ${await entries()}`);
  await typed(page, 'swimming quiet');
  expect(await entries() === 1, `typing on makes no other, but there are ${await entries()}`);
  const quiet = await hrefs(page);
  expect(quiet.join() !== swimming.join(), 'another search finds other things');
  await page.press('input[name=q]', 'Enter');
  await page.fill('input[name=q]', 'respite');
  await page.press('input[name=q]', 'Enter');
  await said(page, /“respite”/);
  expect(await entries() === 2, `a search after Enter is a second, not ${await entries()}`);
  await unfold(page, 'What to show');
  await changed(page, () => page.getByLabel(/^Guides/).check());
  expect(await entries() === 3, `a filter is a third, not ${await entries()}`);
  const guides = await hrefs(page);
  expect(guides.length && guides.every((href) => href.startsWith('/guides/')), `guides only, not ${guides}`);

  const back = () => changed(page, () => page.goBack());
  const forward = () => changed(page, () => page.goForward());
  await back();
  expect(!(await page.getByLabel(/^Guides/).isChecked()), 'back takes the tick off');
  await back();
  expect((await hrefs(page)).join() === quiet.join(), 'back shows what the search before found');
  expect(await page.inputValue('input[name=q]') === 'swimming quiet', 'back puts the words in the box');
  await forward();
  await forward();
  expect((await hrefs(page)).join() === guides.join(), 'forward shows it again');
  await page.reload();
  await said(page, /“respite”/);
  expect((await hrefs(page)).join() === guides.join(), 'a reload finds the same');
  await back();
  await back();
  await back();
  expect(await page.locator('.found').isHidden(), 'at the beginning nothing is shown');
  expect(await page.inputValue('input[name=q]') === '', 'at the beginning the box is empty');
}));

test('a shared link shows the same to somebody else', async () => {
  let link, first;
  await search('', async (page) => {
    await typed(page, 'club for 9 year old in gillingham');
    await changed(page, () => chip(page, 'Age 9').click());
    [link, first] = [(await address(page)).slice('/search/'.length), await hrefs(page)];
  });
  await search(link, async (page) => {
    expect(first.length > 1 && (await hrefs(page)).join() === first.join(), `${link} finds the same`);
    expect(await chip(page, 'Gillingham').count() === 1 && await chip(page, 'Age').count() === 0, 'with the same filters on');
  });
  await search('#q=quiet+swimming&need=autism&age=7', async (page) => {
    expect(await chip(page, 'Autism').count() === 1 && await chip(page, 'Age 7').count() === 1, 'the filters of the address are on');
    expect(await page.inputValue('#age') === '7', 'the age is in its box');
  });
});

test('a question in the query of an address moves behind the #', () => search('?q=hoist', async (page) => {
  expect(await address(page) === '/search/#q=hoist', `not ${await address(page)}`);
}));

test('the focus stays on the box that was ticked, and counts come true', () => search('#q=club', async (page) => {
  const all = await total(page);
  await unfold(page, 'Your child');
  const box = page.getByLabel(/^Autism/);
  const count = Number((await box.locator('..').textContent()).match(/\((\d+)\)/)[1]);
  await box.focus();
  await changed(page, () => page.keyboard.press('Space'));
  expect(await box.evaluate((node) => node === document.activeElement && node.checked), 'the focus is on the ticked box');
  expect(await page.locator('#results > li').count() > 0 && await total(page) >= count && await total(page) < all, `${count} were promised of ${all}, ${await total(page)} came`);
  await changed(page, () => page.keyboard.press('Space'));
  expect(await address(page) === '/search/#q=club' && await total(page) === all, 'taken off again, the address and the results are as before');
}));

test('of a day, a place or a kind any one will do', () => search('#day=saturday', async (page) => {
  const saturday = await total(page);
  await unfold(page, 'More filters');
  await page.locator('details details summary', { hasText: /^Day/ }).click();
  const sunday = page.getByLabel(/^Sunday/);
  await page.waitForFunction(() => [...document.querySelectorAll('label')].some((l) => /^Sunday \(\d+\)/.test(l.textContent)));
  expect(!/\(0\)/.test(await sunday.locator('..').textContent()), 'another day has a count of its own');
  await changed(page, () => sunday.check());
  expect(await total(page) > saturday, `Saturday or Sunday is more than ${saturday}, not ${await total(page)}`);
}));

test('what was understood can be taken off, and the focus is not lost', () => search('#q=swimming+for+autistic+7+year+old+in+gillingham', async (page) => {
  for (const label of ['Gillingham', 'Autism', 'Age 7']) {
    const before = await total(page);
    await chip(page, label).focus();
    await changed(page, () => page.keyboard.press('Enter'));
    expect(await chip(page, label).count() === 0, `${label} is off`);
    expect(await total(page) >= before, `without ${label} there are no fewer than ${before}`);
    expect(/^Remove|^Results/.test(await focused(page)), `the focus is on the next of them, not on “${await focused(page)}”`);
  }
  expect(await page.inputValue('input[name=q]') === 'swimming for autistic 7 year old in gillingham', 'the words stay as they were');
}));

test('ten are shown at a time, and the focus goes to the first new one', () => search('#q=club', async (page) => {
  await page.evaluate(() => { window.node = document.querySelector('[role=status]').firstChild; });
  expect((await hrefs(page)).length === 10, 'ten at first');
  await page.getByRole('button', { name: 'Show 10 more' }).click();
  await page.waitForFunction(() => document.querySelectorAll('#results > li').length === 20);
  const eleventh = (await hrefs(page))[10];
  expect(await page.evaluate(() => document.activeElement.getAttribute('href')) === eleventh, 'the focus is on the eleventh');
  expect(await page.evaluate(() => window.node === document.querySelector('[role=status]').firstChild), 'nothing is announced again');
  await page.locator('#results > li a').nth(12).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/search'));
  await page.goBack();
  await page.waitForFunction(() => document.querySelectorAll('#results > li').length === 20);
  const thirteenth = (await hrefs(page))[12];
  expect(await page.evaluate(() => document.activeElement.getAttribute('href')) === thirteenth, 'back from a result, the focus is on it');
}));

test('where nothing is found, the filter in the way is named, and what is close is shown', () => search('#q=swimming&kind=activity', async (page) => {
  await page.locator('.filter-box > summary').click();
  await page.waitForFunction(() => document.querySelector('.filters .filter-box label .count').textContent);
  await page.evaluate(() => [...document.querySelectorAll('.filters details details ~ details label')].find((label) => label.textContent.endsWith('(0)')).click());
  await said(page, /^Nothing matches “swimming”/);
  const ways = await page.$$eval('.chosen a', (links) => links.map((a) => [a.textContent.replace('Remove: ', ''), a.getAttribute('href')]));
  const button = page.locator('.empty a.button');
  const [, label, n] = (await button.textContent()).match(/^Search without “(.+)”: (\d+) found$/);
  expect(await page.locator('.empty li.card').count() > 0, 'what is close is shown');
  expect(await page.locator('.empty a[href="/browse/"]').count() === 1, 'there is a way to look through everything');
  const here = await address(page);
  await page.locator('.empty a[href="#help"]').click();
  expect(await page.evaluate(() => document.activeElement.id) === 'help', 'somebody to ring is one press away');
  expect(await address(page) === here, 'and the search stays in the address');
  await changed(page, () => button.click());
  expect(await total(page) === Number(n), `${n} were promised, ${await total(page)} came`);
  for (const [other, href] of ways.filter(([name]) => name !== label)) {
    await changed(page, () => page.evaluate((hash) => { location.hash = hash; }, href));
    expect(await total(page) <= n, `without “${other}” there are ${await total(page)}, more than the ${n} without “${label}”`);
  }
}));

test('one word that nothing has is named, and somebody to ring is at hand', () => search('#q=xyzzy+club', async (page) => {
  expect(/We found nothing for “xyzzy”/.test(await words(page)), `the word is named, but: ${await words(page)}`);
  expect(await page.locator('.empty a[href="#help"]').isVisible(), 'there is somebody to ring');
  expect(await page.locator('.empty a[href="/browse/"]').isVisible(), 'there are other ways');
}));

test('the counts of filters are fetched when they are looked at', () => search('#q=club', async (page, log) => {
  const before = log.asked.length;
  expect(!(await page.locator('.filter-box label .count').allTextContents()).some(Boolean), 'there are none yet');
  await page.locator('.filter-box > summary').click();
  await page.waitForFunction(() => document.querySelector('.filter-box label .count').textContent);
  expect(log.asked.length > before, 'their columns are read');
}));

test('words that nothing has lead on to other ways', () => search('#q=zzyzx', async (page) => {
  expect(/^Nothing matches/.test(await words(page)), `nothing is found, but: ${await words(page)}`);
  expect(await page.locator('.empty a').count() >= 2, 'there are other ways');
}));

test('what cannot wait puts help first, even where the index cannot be read', () => search('', async (page) => {
  await page.route('**/*.bin', (route) => route.abort());
  await page.evaluate(() => { location.hash = '#q=self+harm'; });
  await page.locator('.urgent').waitFor({ state: 'visible' });
  await page.unroute('**/*.bin');
  await page.reload();
  await said(page, /ring 999.*results/);
  const order = await page.evaluate(() => document.querySelector('.urgent').compareDocumentPosition(document.querySelector('#results')));
  expect(order === 4 && await page.locator('.urgent a').isVisible(), 'help stands before the results');
  await page.evaluate(() => { location.hash = '#q=swimming'; });
  await said(page, /“swimming”/);
  expect(await page.locator('.urgent').isHidden(), 'other words need no alarm');
}));

test('a short form that can mean two things is offered, not guessed', () => search('#q=cp+support', async (page) => {
  expect(/can mean cerebral palsy or child protection/.test(await words(page)), `the status says so: ${await words(page)}`);
  await page.getByRole('link', { name: 'Search for cerebral palsy' }).click();
  await said(page, /“cerebral palsy support”/);
}));

const miles = (page) => page.$$eval('#results > li', (items) => items.map((li) =>
  (/In or near/.test(li.textContent) ? 0 : Number(li.textContent.match(/About (\d+) miles? from/)?.[1] ?? 9999))));

test('a postcode puts what is nearest first, in miles', () => search('#q=club+ME1', async (page) => {
  const far = await miles(page);
  expect(far[0] < 3 && new Set(far).size > 1, `the first is near: ${far}`);
  expect(far.join() === far.toSorted((a, b) => a - b).join(), `nearest first: ${far}`);
  await page.locator('.order summary').click();
  await changed(page, () => page.getByRole('link', { name: 'Best match first' }).click());
  expect((await miles(page)).every((m) => m === 9999), 'best match first says nothing of miles');
}));

test('a town can be the place, and the results then go by miles', () => search('#q=club+in+rochester&sort=near', async (page) => {
  expect((await miles(page))[0] === 0, 'what is in the town is first');
}));

test('the device is asked where it is only on a press, and only the town is used', () => search('#q=club+near+me', async (page, log) => {
  await page.context().grantPermissions(['geolocation'], { origin: site.origin });
  await page.context().setGeolocation({ latitude: 51.36234, longitude: 0.59512 });
  await page.reload(); // a page that asks unbidden would now be told
  await said(page, /results/);
  await page.waitForTimeout(300);
  expect(await address(page) === '/search/#q=club+near+me', 'nothing is asked before the press');
  await changed(page, () => page.getByRole('button', { name: 'Use where I am now' }).click());
  expect(/near=Rainham/.test(await address(page)), 'the nearest town is Rainham');
  expect((await miles(page))[0] === 0, 'what is in Rainham is first');
  await page.waitForTimeout(50);
  expect(await focused(page) === 'Nearest to Rainham first', `the focus is on what the press chose, not on ${await focused(page)}`);
  expect(!(await address(page)).includes('51.') && !log.asked.some((url) => /51\.|0\.59|Rainham/.test(url)), 'where the device is goes nowhere');
  await page.context().clearPermissions();
}));

test('a device that will not say where it is does no harm', () => search('#q=club+near+me', async (page) => {
  await page.context().clearPermissions();
  await page.getByRole('button', { name: 'Use where I am now' }).click();
  await said(page, /could not tell where you are/);
  expect((await hrefs(page)).length === 10, 'the results stay');
}));

test('the soonest day is counted from today', () => search('#q=club&sort=next&kind=activity', async (page) => {
  const ahead = (from) => page.$$eval('#results > li', (items, today) => items.map((li) => {
    const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
    const text = li.querySelector('.glance').textContent;
    return Math.min(...days.map((day, i) => (text.includes(day) ? (i - today + 7) % 7 : 9)));
  }), from);
  const saturday = (await ahead(5)).filter((n) => n < 9);
  expect(saturday[0] === 0 && saturday.length > 3, `today is first: ${saturday}`);
  expect(saturday.join() === saturday.toSorted().join(), `day by day: ${saturday}`);
  const first = await hrefs(page);
  await page.clock.setFixedTime('2026-11-24T10:00:00'); // a Tuesday
  await page.reload();
  await said(page, /results/);
  expect((await ahead(1))[0] === 0 && (await hrefs(page)).join() !== first.join(), 'on another day others are first');
}));

test('where the index cannot be read, the page says so and recovers', () => search('', async (page) => {
  await page.route('**/*.bin', (route) => route.abort());
  await page.reload();
  await page.fill('input[name=q]', 'swimming');
  await said(page, /not working/);
  expect(await page.locator('[role=status] a[href="/browse/"]').count() === 1, 'with another way to look');
  await page.unroute('**/*.bin');
  await page.click('form[role=search] button');
  await said(page, /results for “swimming”/);
}));

test('without script the form leads to every way to browse', () => open({ at, script: false }, async (page) => {
  await page.fill('input[name=q]', 'x');
  await page.click('form[role=search] button');
  expect(new URL(page.url()).pathname === '/browse/', `not to ${page.url()}`);
  expect(await page.locator('main a').count() > 30, 'with links to lists');
}));

test('the front page leads to the box, ready to type', () => open({ at: type('home') }, async (page) => {
  await page.locator('main a[href^="/search/"]').first().click();
  await page.waitForURL(/\/search\//);
  await page.waitForFunction(() => document.activeElement.id === 'q');
  await page.keyboard.type('hoist');
  await said(page, /“hoist”/);
}));

test('the words go to nobody, and nothing is kept', () => search('', async (page, log) => {
  await typed(page, 'bedwetting zebra in ME7');
  await page.fill('input[name=q]', 'club autistic');
  await page.press('input[name=q]', 'Enter');
  await said(page, /“club autistic”/);
  await page.locator('#results a').first().click();
  await page.waitForLoadState();
  const told = log.asked.filter((url) => /zebra|bedwetting|autistic|ME7|q=/i.test(url));
  expect(log.asked.length > 10 && !told.length, `no request tells what was typed: ${told}`);
  expect(!log.abroad.length, `no other site is asked: ${log.abroad}`);
  expect(!log.said.length, `the console stays empty: ${log.said}`);
  const { cookies } = await page.context().storageState();
  const kept = await page.evaluate(async () => localStorage.length + sessionStorage.length + (await caches.keys()).length + (await indexedDB.databases()).length);
  expect(!cookies.length && kept === 0, `nothing is stored, but ${cookies.length} cookies and ${kept} more`);
}));

const run = promisify(execFile);

test('the command finds the same, in the same order', async () => {
  const queries = ['quiet swimming for a 7 year old in Chatham', 'respite', 'club ME4', 'ehcp', 'wheelchair friendly park', 'saturday or sunday club',
    'my son is autistic and will not sleep', 'free things to do', 'swiming lesons', 'cp'];
  const where = { cwd: new URL('../..', import.meta.url).pathname };
  const program = join(mkdtempSync(join(tmpdir(), 'localoffer-')), 'localoffer');
  await run('go', ['build', '-o', program, './cmd/localoffer'], where); // once: go run would link it ten times
  const command = (query) => run(program, ['search', query, '--format', 'json', '--as-of', asOf], where);
  await search('', async (page) => {
    for (const query of queries) {
      const hash = `#${new URLSearchParams({ q: query })}`;
      const [{ stdout }] = await Promise.all([command(query), changed(page, () => page.evaluate((to) => { location.hash = to; }, hash))]);
      const answer = JSON.parse(stdout);
      const [here, there] = [await hrefs(page), answer.results.map((r) => r.url)];
      expect(there.length > 0 && here.join() === there.join(), `${query}: the page finds ${here}, the command ${there}`);
      expect(await total(page) === answer.total, `${query}: ${await total(page)} on the page, ${answer.total} by the command`);
    }
  });
  rmSync(dirname(program), { recursive: true });
});
