// The big list of naughty strings in every field of every kind: whatever of it
// becomes a page, no script runs in it and nobody else is asked for anything.
import { after, test } from 'node:test';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fresh } from './lib/browser.mjs';
import { expect, expectNone } from './lib/findings.mjs';
import { asOf, run, startSite } from './lib/serve.mjs';

const list = new URL('../../../shared/data/nasty/blns.json', import.meta.url);
const skip = !existsSync(list) && 'the naughty strings are not here';

const reviewed = { on: '2026-10-03', by: 'Family information team', how: 'phone' };
const common = { owner: 'Family information team', reviewed };

// Each kind: what it needs besides, and the fields that take any words.
const kinds = {
  activities: [{ provider: 'example-play', type: 'club', category: 'clubs-and-groups', tier: 'universal', ages: '5-11', needs: 'all', areas: 'all', 'way-in': 'book' },
    ['title', 'summary', 'eligibility', 'not-for', 'who-decides', 'evidence', 'appeal', 'while-waiting', 'transport', 'sensory', 'also', 'owner']],
  providers: [{ type: 'charity', areas: 'all', contact: { email: 'play@example.org' } }, ['title', 'summary', 'also']],
  guides: [{ needs: 'all', topic: 'breaks' }, ['title', 'summary', 'also']],
  journeys: [{}, ['title', 'summary', 'worry']],
  comments: [{ received: '2026-09-01', responded: '2026-10-01', by: 'Family information team', outcome: 'done', about: ['example-play'] }, ['title', 'summary', 'said']],
  pages: [{}, ['title', 'summary']],
  terms: [{}, ['title', 'summary', 'full']],
};

// write puts the strings into a site, some to a field and each in every field.
function write(folder, strings) {
  const together = 12;
  const groups = [];
  for (let i = 0; i < strings.length; i += together) groups.push(strings.slice(i, i + together).join(' ~ '));
  for (const [kind, [needs, fields]] of Object.entries(kinds)) {
    groups.forEach((_, i) => {
      const words = (n) => groups[(i + n) % groups.length];
      const matter = { ...common, ...needs, ...Object.fromEntries(fields.map((field, n) => [field, field === 'also' ? [words(n)] : words(n)])) };
      const file = (name, body) => writeFileSync(join(folder, 'content', kind, `nasty-${name}.md`), `${JSON.stringify(matter, null, 1)}\n\n${body}\n`);
      file(i, 'Plain words.');
      file(`body-${i}`, words(fields.length)); // HTML in a body is refused, and takes its fields with it
    });
  }
  return groups.length * Object.keys(kinds).length * 2;
}

// mend takes out the files with problems, as their editors would until they are mended.
function mend(folder) {
  for (let turn = 0; turn < 5; turn++) {
    const { stdout } = run('check', '--site', folder, '--as-of', asOf, '--format', 'json');
    const wrong = new Set(JSON.parse(stdout).filter((p) => p.severity === 'error').map((p) => p.file));
    if (!wrong.size) return;
    for (const file of wrong) rmSync(join(folder, file), { force: true });
  }
}

test('naughty strings in every field run no script and ask nobody', { skip }, async () => {
  const scratch = mkdtempSync(join(tmpdir(), 'localoffer-nasty-'));
  after(() => rmSync(scratch, { recursive: true, force: true }));
  const folder = join(scratch, 'site');
  expect(run('new', 'site', folder, '--as-of', '2026-10-03').status === 0, 'a new site is made');
  const written = write(folder, JSON.parse(readFileSync(list, 'utf8')).filter(Boolean));
  mend(folder);
  const left = Object.keys(kinds).flatMap((kind) => readdirSync(join(folder, 'content', kind))).filter((name) => name.startsWith('nasty-')).length;
  expect(left * 2 > written, `${left} of ${written} files became pages`);
  const own = await startSite(folder);
  const page = await fresh();
  const found = [];
  let at = '';
  page.on('dialog', (dialog) => { found.push(`${at}: a dialog said ${dialog.message()}`); dialog.dismiss(); });
  page.on('console', (message) => found.push(`${at}: ${message.text()}`));
  page.on('pageerror', (error) => found.push(`${at}: ${error.message}`));
  page.on('request', (request) => { if (!request.url().startsWith(own.origin)) found.push(`${at}: asked ${request.url()}`); });
  const paths = readdirSync(own.folder, { recursive: true }).filter((name) => name.endsWith('index.html')).map((name) => `/${name.slice(0, -'index.html'.length)}`);
  for (const path of [...paths, ...['script', 'alert', 'img', 'javascript'].map((q) => `/search/#q=${q}`)]) {
    at = path;
    await page.goto(own.origin + path);
    if (path.includes('#')) await page.waitForFunction(() => document.querySelector('[role=status]').textContent);
  }
  await page.context().close();
  own.close();
  expect(paths.length > left, `${paths.length} pages were opened`);
  expectNone('nasty pages', found);
});
