// An editor sees each save in the page that is open, and what is wrong, in words.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, test } from 'node:test';
import { open, settle } from './lib/browser.mjs';
import { expect, expectNone } from './lib/findings.mjs';
import { startPreview } from './lib/preview.mjs';
import { lacking } from './lib/tools.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const skip = lacking('chromium');
const preview = skip ? undefined : await startPreview();
after(() => preview?.close());

const guide = 'content/guides/direct-payments.md';
const guidePage = '/guides/direct-payments/';
const bar = 'localoffer-preview >> section';

// show opens a page of the preview, and waits for its bar. It is left before the
// next test, or it would load itself again in the middle of that.
const show = (path, how, use) =>
  open({ at: { path, missing: how.wrong }, origin: preview.origin, ...how }, async (page, log) => {
    try {
      await page.locator(bar).waitFor();
      await use(page, log);
    } finally {
      await page.goto('about:blank');
    }
  });

// mended puts a file back as it was, whatever a test does to it.
async function mended(name, use) {
  const text = preview.read(name);
  try {
    await use(text);
  } finally {
    preview.write(name, text);
  }
}

const scrolled = (page) => page.evaluate(() => Math.round(scrollY));

test('a save shows in the open page, which stays where it was scrolled to', { skip }, () => mended(guide, async (text) => {
  await show(guidePage, { width: 640, height: 500 }, async (page, log) => {
    await page.evaluate(() => scrollTo({ top: 700, behavior: 'instant' }));
    const before = await scrolled(page);
    expect(before > 600, `the page can be scrolled, to ${before}`);
    for (const [way, word] of [['write', 'Frogs'], ['saveAside', 'Toads']]) {
      preview[way](guide, text + `\n${word} are new here.\n`);
      await page.getByText(`${word} are new here.`).waitFor();
      await page.locator(bar).waitFor();
      const now = await scrolled(page);
      expect(Math.abs(now - before) < 3, `after ${way}, it is scrolled to ${now}, and was to ${before}`);
    }
    expectNone('the console', log.said);
    expectNone('asked elsewhere', log.abroad);
  });
}));

test('a save elsewhere leaves the page alone', { skip }, () => mended('content/terms/bsl.md', async (text) => {
  await show(guidePage, {}, async (page) => {
    await page.evaluate(() => { window.same = true; });
    preview.write('content/terms/bsl.md', text.replace('title: BSL', 'titel: BSL'));
    await page.locator(bar).getByRole('link', { name: /problem/ }).filter({ hasText: /^\d/ }).waitFor();
    expect(await page.evaluate(() => window.same), 'the page is the one that was opened');
  });
}));

test('the place in the address is kept', { skip }, () => mended(guide, async (text) => {
  await show(guidePage, { height: 500 }, async (page) => {
    const id = await page.locator('main h2[id]').nth(1).getAttribute('id');
    await page.goto(`${preview.origin}${guidePage}#${id}`);
    await page.locator(bar).waitFor();
    preview.write(guide, text + '\nFrogs are new here.\n');
    await page.getByText('Frogs are new here.').waitFor();
    expect(new URL(page.url()).hash === `#${id}`, `it is still at #${id}, not ${page.url()}`);
  });
}));

test('what was just written is found', { skip }, () => mended(guide, async (text) => {
  await show('/search/#q=axolotl', {}, async (page) => {
    preview.write(guide, text + '\nAn axolotl is an animal.\n');
    await page.locator('ol#results > li a').first().waitFor();
    const found = await page.locator('ol#results > li a').first().getAttribute('href');
    expect(found === guidePage, `it finds ${guidePage}, not ${found}`);
    expect(page.url().endsWith('#q=axolotl'), `the question is still there: ${page.url()}`);
  });
}));

test('a file with a problem says so in place of its page, and leads to the page as it was', { skip }, () => mended(guide, async (text) => {
  await show(guidePage, { wrong: true }, async (page) => {
    const title = await page.locator('h1').textContent();
    preview.write(guide, text.replace('\nsummary: ', '\nsummry: '));
    await page.getByRole('heading', { name: 'Something to mend' }).waitFor();
    await page.getByText('There is no field called summry in a guide', { exact: false }).waitFor();
    await page.getByRole('link', { name: 'See this page as it was before' }).click();
    await page.locator(bar).getByRole('link', { name: 'See it now' }).waitFor();
    expect(await page.locator('h1').textContent() === title, 'the page as it was has its title');
    preview.write(guide, text);
    await page.waitForURL(preview.origin + guidePage);
  });
}));

test('a day is picked in the bar, and the page is shown for it', { skip }, async () => {
  await show('/activities/sunday-swim/?from=here#at-when', {}, async (page) => {
    const before = page.url();
    await page.locator('localoffer-preview >> summary').click();
    await page.locator('localoffer-preview >> input[type=date]').fill('2029-01-31');
    await page.locator('localoffer-preview >> text=Show').last().click();
    await page.locator('localoffer-preview >> summary', { hasText: 'As of 31 January 2029' }).waitFor();
    expect(page.url() === before, `it is at ${before}, not ${page.url()}`);
    expect(await page.getByText('Please ring first').count(), 'what is overdue by then says so');
    await page.locator('localoffer-preview >> summary').click();
    await page.locator('localoffer-preview >> text=Today').last().click();
    await page.locator('localoffer-preview >> summary', { hasText: 'As of today' }).waitFor();
  });
});

test('the bar is not on paper', { skip }, async () => {
  await show(guidePage, {}, async (page) => {
    await page.emulateMedia({ media: 'print' });
    expect(!(await page.locator(bar).isVisible()), 'the bar is hidden in print');
  });
});

test('the keyboard reaches the bar, and never ends up behind it', { skip }, async () => {
  await show(guidePage, { width: 640, height: 500 }, async (page) => {
    const faults = [];
    for (let stops = 0; stops < 200; stops++) {
      await page.keyboard.press('Tab');
      const stop = await page.evaluate(() => {
        const at = document.activeElement;
        const inBar = at.localName === 'localoffer-preview';
        const edge = document.querySelector('localoffer-preview').getBoundingClientRect().top;
        return { inBar, name: look.name(at), hidden: !inBar && at.getBoundingClientRect().bottom > edge + 1 };
      });
      if (stop.inBar) return expectNone('behind the bar', faults);
      if (stop.hidden) faults.push(stop.name);
    }
    expect(false, '200 presses of Tab do not reach the bar');
  });
});

// The preview's own pages, and its bar on others, are as easy to read as the
// website. They are looked at when every page was read back, for then they change.
const broken = () => preview.write(guide, preview.read(guide).replace('\nsummary: ', '\nsummry: ').replace('## ', '# '));
for (const [name, path, wrong] of [['a problem', guidePage, true], ['all problems', '/_preview/problems'], ['nothing', '/_preview/nothing', true], ['a page with the bar', '/browse/']]) {
  test(`axe finds nothing, and nothing is cut or faint: ${name}`, { skip }, () => mended(guide, async () => {
    broken();
    await show(path, { wrong }, async (page, log) => {
      await page.locator(bar).getByText('so far').waitFor({ state: 'detached' });
      await settle(page, log);
      await page.locator('localoffer-preview >> summary').click();
      expectNone('the console', log.said);
      await page.evaluate(axe); // which sets styles of its own, against the policy
      const faults = new Set();
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 2400 }); // nothing is behind the bar
        for (const colorScheme of ['light', 'dark']) {
          await page.emulateMedia({ colorScheme });
          for (const fault of await judge(page)) faults.add(`${fault}: ${width} px, ${colorScheme}`);
        }
      }
      expectNone(path, [...faults]);
    });
  }));
}

async function judge(page) {
  const { violations } = await page.evaluate(
    (values) => window.axe.run({ runOnly: { type: 'tag', values }, resultTypes: ['violations'] }), rules);
  const seen = await page.evaluate(() => {
    const small = [...document.querySelector('localoffer-preview').shadowRoot.querySelectorAll('a, summary, input, button'), ...document.querySelectorAll('main .ways a, main form input:not([type=hidden]), main form button')]
      .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 43.5);
    return [...look.cut(), ...look.faint(7), ...small.map((element) => `${look.name(element)} is ${element.getBoundingClientRect().height} px high, wanted 44`)];
  });
  return [...seen, ...violations.flatMap(({ id, help, nodes }) => nodes.slice(0, 2).map(({ target }) => `${target.join(' ')}: ${help} (${id})`))];
}
