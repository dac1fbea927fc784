// The form for editors: it speaks to nobody, loses nothing of what it opens, and
// what is filled in there is what `check` wants.
import { after, test } from 'node:test';
import { browser } from './lib/browser.mjs';
import { expect, expectNone } from './lib/findings.mjs';
import { files, kept, lend, startForm } from './lib/form.mjs';
import { lacking } from './lib/tools.mjs';

const skip = lacking('chromium');
const form = skip ? null : await startForm();
after(() => form?.close());

// opened is the form with the site's own content to work on, and a log of whom
// it asked: what the policy stopped was never sent.
async function opened() {
  const context = await (await browser()).newContext({ viewport: { width: 1280, height: 2400 } });
  const page = await context.newPage();
  const log = { sent: [], thrown: [] };
  page.on('request', (request) => log.sent.push(request));
  page.on('pageerror', (error) => log.thrown.push(error.message));
  await page.goto(`${form.origin}/pages/about/`);
  const texts = Object.entries(files(form.site)).filter(([path]) => /^content\/\w+\/[^/]+\.md$/.test(path));
  await lend(page, Object.fromEntries(texts.map(([path]) => [path, form.read(path)])));
  await page.goto(`${form.origin}/admin/`);
  await page.getByRole('button', { name: /Local Repository/ }).click();
  await page.getByRole('row').first().waitFor(); // the list of activities
  return { page, log, close: () => context.close() };
}

// save presses Save and takes what was written from the browser's folder into
// the site's. The form goes back to the list once a file is whole.
async function save(page, path) {
  await page.getByRole('button', { name: 'Save' }).click();
  await page.waitForURL((url) => !/entries|new/.test(url.hash));
  const text = await kept(page, path);
  expect(text, `the form is to write ${path}`);
  form.write(path, text);
  return text;
}

// One entry of each kind, and those with most in them: a masked address, a
// contact that config.toml states once, the accessibility statement with its lists.
const named = 'activities/short-break-grant-scheme';
const entries = [
  'activities/saturday-stay-and-play', 'activities/saturday-day-breaks', named, 'providers/harbour-play', 'guides/direct-payments',
  'journeys/money', 'comments/a-warm-therapy-pool', 'pages/accessibility', 'terms/ehc-plan',
];

test('the form loses nothing, and asks nobody', { skip }, async () => {
  const short = form.read(`content/${named}.md`);
  form.write(`content/${named}.md`, short.replace('contact: short-breaks-team', 'contact: {team: short-breaks-team}')); // as check asks
  const before = form.built();
  const { page, log, close } = await opened();
  for (const entry of entries) {
    await page.goto(`${form.origin}/admin/#/collections/${entry.replace('/', '/entries/')}`);
    const owner = page.getByRole('textbox', { name: 'Who keeps this page right' });
    await owner.waitFor();
    const was = await owner.inputValue();
    await owner.fill('Another team');
    const text = await save(page, `content/${entry}.md`);
    expect(text.includes('\nowner: Another team\n'), `${entry}: what was typed is to be saved`);
    form.write(`content/${entry}.md`, text.replace('Another team', was));
  }
  const abroad = [];
  for (const request of log.sent) {
    const own = request.url().startsWith(form.origin) || /^(blob|data):/.test(request.url());
    if (!own && request.failure()?.errorText !== 'csp') abroad.push(request.url());
  }
  await close();
  const built = form.built();
  const paths = [...new Set([...Object.keys(before), ...Object.keys(built)])];
  expectNone('/admin/', [
    ...log.thrown,
    ...abroad.map((url) => `asks another site: ${url}`),
    ...paths.filter((path) => path !== 'build.json' && before[path] !== built[path]).map((path) => `${path} says something else`),
  ]);
});

test('a new activity that is filled in there checks clean', { skip }, async () => {
  const { page, log, close } = await opened();
  await page.goto(`${form.origin}/admin/#/collections/activities/new`);
  const words = {
    Title: "Lego & Trains: parents' club", Summary: 'Building with bricks and trains in a quiet room.', Ages: '5-11',
    'Who can go': 'Children who live in Medway.', 'Who keeps this page right': 'Family information team',
  };
  for (const [name, text] of Object.entries(words)) await page.getByRole('textbox', { name, exact: true }).fill(text);
  for (const name of ['Club', 'Ask or register', 'Book a place']) await page.getByRole('radio', { name, exact: true }).click();
  for (const [name, choice] of Object.entries({
    'Who runs it': 'Harbour Play', 'What it is': 'Clubs and groups', "Your child's needs": 'All needs are welcome', Where: 'Chatham',
  })) {
    await page.getByRole('combobox', { name, exact: true }).click();
    await page.getByRole('option', { name: choice, exact: true }).click();
  }
  await page.getByRole('textbox', { name: 'Checked on' }).fill('2026-11-20');
  await page.getByRole('button', { name: /^Add .Prices/ }).click();
  await page.getByRole('textbox', { name: 'Pounds' }).fill('3.50');
  const text = await save(page, 'content/activities/lego-trains-parents-club.md');
  await close();
  expectNone('/admin/', log.thrown);
  expect(text.includes('\nprovider: harbour-play\n'), 'the provider is to be its file name');
  expect(!/: (''|null|\[\]|\{\})?$/m.test(text.replace(/:\n +/g, ': x\n')), `what was not filled in is to be left out:\n${text}`);
  expect(/(^|\n)no problems\n$/.test(form.check()), 'the new activity is to check clean');
});
