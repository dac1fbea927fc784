// A person who cannot use a mouse gets everywhere, and always sees where they are.
import { test } from 'node:test';
import { open } from './lib/browser.mjs';
import { expect, expectNone, where } from './lib/findings.mjs';
import { type } from './lib/pages.mjs';

const pathOf = (page) => new URL(page.url()).pathname;
const focused = (page) => page.evaluate(() => document.activeElement.id);

for (const name of ['home', 'activity, current', 'browse', 'journey']) {
  for (const scheme of ['light', 'dark']) {
    test(`every stop of the Tab key can be seen: ${name}, ${scheme}`, async () => {
      const at = type(name);
      await open({ at, width: 640, height: 700, scheme }, async (page) => {
        expectNone(where(at, scheme), await walk(page));
      });
    });
  }
}

// walk presses Tab from the top to the bottom and tells what is wrong at each stop.
async function walk(page) {
  const faults = [];
  const links = await page.locator('a[href]').count();
  let stops = 0;
  for (; stops <= links + 5; stops++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const last = window.lastStop;
      window.firstStop ??= document.activeElement;
      window.lastStop = document.activeElement;
      const back = last && last.compareDocumentPosition(window.lastStop) & Node.DOCUMENT_POSITION_PRECEDING;
      const shown = look.focus();
      return shown && { ...shown, back: Boolean(back), again: Boolean(last) && document.activeElement === window.firstStop };
    });
    if (!stop || stop.again) break; // past the end of the page, or round to its top
    if (stop.width < 2) faults.push(`${stop.name}: outline of ${stop.width} px, wanted 2 px`);
    else if (stop.contrast < 3) faults.push(`${stop.name}: outline at ${stop.contrast.toFixed(2)}:1 to what is behind it, wanted 3:1`);
    if (!stop.inView) faults.push(`${stop.name}: out of view`);
    else if (!stop.onTop) faults.push(`${stop.name}: covered by ${stop.over}`);
    if (stop.back) faults.push(`${stop.name}: comes earlier in the document than the stop before it`);
  }
  if (stops < links) faults.push(`${stops} stops for ${links} links`);
  return faults;
}

test('the first stop skips to the main part', async () => {
  await open({ at: type('home') }, async (page) => {
    await page.keyboard.press('Tab');
    const first = await page.evaluate(() => ({ ...look.focus(), seen: look.seen(document.activeElement) }));
    expect(first.name.startsWith('a.skip'), `the first stop is the skip link, not ${first.name}`);
    expect(first.seen && first.inView && first.onTop, 'the skip link shows itself when it is reached');
    await page.keyboard.press('Enter');
    expect(await focused(page) === 'main', 'Enter on the skip link moves to the main part');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement.closest('main')), 'the next stop is inside the main part');
  });
});

test('one key leads from the top of an activity to somebody to talk to', async () => {
  await open({ at: type('activity, current') }, async (page) => {
    await tabTo(page, 'a[href="#help"]');
    await page.keyboard.press('Enter');
    expect(await focused(page) === 'help', '“Talk to someone” moves to the way to reach us');
  });
});

test('the keyboard alone walks from home to a worry, to an activity and back', async () => {
  await open({ at: type('home') }, async (page) => {
    await tabTo(page, 'main .doors a');
    await follow(page);
    const worry = pathOf(page);
    expect(/^\/journeys\/.+/.test(worry), `a worry on the home page leads to its journey, not ${worry}`);

    await tabTo(page, 'main .card h3 a[href^="/activities/"]');
    await follow(page);
    expect(/^\/activities\/.+/.test(pathOf(page)), `a card leads to its activity, not ${pathOf(page)}`);

    await back(page);
    expect(pathOf(page) === worry, `back leads to ${worry}, not ${pathOf(page)}`);
    await back(page);
    expect(pathOf(page) === '/', `back again leads home, not to ${pathOf(page)}`);
  });
});

async function tabTo(page, selector) {
  for (let stops = 0; stops < 200; stops++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return;
  }
  expect(false, `${pathOf(page)}: 200 presses of Tab do not reach ${selector}`);
}

async function follow(page) {
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
}

// The keys for Back belong to the browser's window, and here it has none.
const back = (page) => page.goBack();
