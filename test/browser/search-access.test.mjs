// The search page with results on it is as good to everybody as the pages that
// never change: to those who use a keyboard, big letters, few colours or a
// screen reader.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { open, restyle } from './lib/browser.mjs';
import { expect, expectNone } from './lib/findings.mjs';
import { type } from './lib/pages.mjs';
import { site } from './lib/site.mjs';

const at = type('search');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// What a search can look like: most of what the page can ever show.
const looks = {
  'results, with the filters open': { hash: '#q=club+ME4+autistic+7+year+old', unfold: true },
  'nothing found': { hash: '#q=zzyzx+in+strood' },
  'urgent words, and a short form': { hash: '#q=crisis+cp+near+me' },
};

async function shown(page, { hash, unfold }) {
  await page.goto('about:blank');
  await page.goto(site.origin + '/search/' + hash);
  await page.waitForFunction(() => document.querySelector('[role=status]').textContent);
  if (unfold) await page.evaluate(() => document.querySelectorAll('.found details').forEach((details) => { details.open = true; }));
  await page.waitForTimeout(100);
}

for (const [name, look] of Object.entries(looks)) {
  test(`axe finds nothing, and all text is 7:1: ${name}`, () => open({ at }, async (page) => {
    await shown(page, look);
    await page.evaluate(axe);
    const faults = [];
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 });
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        const { violations } = await page.evaluate((values) => window.axe.run({ runOnly: { type: 'tag', values }, resultTypes: ['violations'] }), rules);
        const faint = await page.evaluate(() => window.look.faint(7));
        for (const fault of [...violations.map(({ id, nodes }) => `${id}: ${nodes[0].target}`), ...faint]) faults.push(`${width} px ${colorScheme}: ${fault}`);
      }
    }
    expectNone(name, faults);
  }));

  test(`nothing is cut, covered or too small at 320 px: ${name}`, () => open({ at, width: 320, height: 640 }, async (page) => {
    await shown(page, look);
    const faults = [];
    const targets = (await page.evaluate(() => window.look.targets())).filter((target) => !target.inSentence);
    for (const { name: what, width, height } of targets) if (Math.min(width, height) < 43.5) faults.push(`${what}: ${width.toFixed()} × ${height.toFixed()}, wanted 44 × 44`);
    for (const [way, css] of Object.entries({
      'as it comes': '',
      'letters twice the size': 'html { font-size: 200% !important }',
      'wide text spacing': '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }',
    })) {
      await restyle(page, css);
      for (const fault of await page.evaluate(() => [...window.look.cut(), ...window.look.piled()])) faults.push(`${way}: ${fault}`);
    }
    expectNone(name, faults);
  }));
}

test('the keyboard alone searches, filters, reads a result and comes back', () => open({ at, width: 640, height: 700 }, async (page) => {
  await page.goto('about:blank');
  await page.goto(site.origin + '/search/');
  const tab = async (fits, most) => {
    for (let presses = 1; presses <= most; presses++) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(() => window.look.focus());
      expect(stop.width >= 2 && stop.contrast >= 3 && stop.inView && stop.onTop, `the focus can be seen on ${stop.name}`);
      if (await page.evaluate((css) => document.activeElement.matches(css), fits)) return;
    }
    expect(false, `${most} presses of Tab do not reach ${fits}`);
  };
  await tab('input[name=q]', 13);
  await page.keyboard.type('club autistic');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => /“club autistic”/.test(document.querySelector('[role=status]').textContent));
  expect(await page.evaluate(() => document.activeElement.id) === 'q', 'the focus stays in the box');
  await tab('.chosen a', 2);
  await tab('.filter-box > summary', 3);
  await page.keyboard.press('Enter');
  await tab('.filter-box details > summary', 2);
  await page.keyboard.press('Enter');
  await tab('.filter-box input[type=checkbox]', 1);
  await page.keyboard.press('Space');
  await page.waitForURL(/kind=activity/);
  await tab('.filter-box > p > button', 30);
  await page.keyboard.press('Enter');
  const first = await page.evaluate(() => document.activeElement.getAttribute('href'));
  expect(first === await page.locator('#results a').first().getAttribute('href'), 'the button for the results leads to the first of them');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === first);
  await page.goBack();
  await page.waitForFunction((href) => document.activeElement.getAttribute('href') === href, first, { timeout: 3000 });
}));

test('in forced colours what is on is still told apart, and the focus shows', () => open({ at }, async (page) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await shown(page, looks['results, with the filters open']);
  const [on, off] = await page.$$eval('.order a[href]', (links) => [...links].sort((a) => (a.hasAttribute('aria-current') ? -1 : 1))
    .map((a) => getComputedStyle(a).borderTopWidth + getComputedStyle(a).fontWeight));
  expect(on !== off, `what is on has another edge and weight: ${on}, ${off}`);
  await page.focus('#results a');
  await page.keyboard.press('Shift+Tab');
  const stop = await page.evaluate(() => window.look.focus());
  expect(stop.width >= 2, `${stop.name} has an outline of ${stop.width} px`);
  await page.emulateMedia({ forcedColors: 'none' });
}));

test('a screen reader is given the parts of the page in order, by name', () => open({ at }, async (page) => {
  await shown(page, looks['results, with the filters open']);
  const tree = await page.locator('main').ariaSnapshot();
  const order = [/heading "Search" \[level=1\]/, /search:/, /searchbox "What are you looking for\? Use your own words\."/, /button "Search"/, /status:/,
    /list "Filters that are on"/, /link "Remove: Autism"/, /group "Your child's needs"/, /checkbox .*Autism.*\[checked\]/, /heading "Results" \[level=2\]/, /\[level=3\]/];
  for (let rest = tree, at = 0; at < order.length; at++) {
    const found = rest.search(order[at]);
    expect(found >= 0, `${order[at]} comes next in:\n${rest.slice(0, 600)}`);
    rest = rest.slice(found);
  }
}));
