// How much a search fetches and how long it takes, beside Pagefind on the same
// entries: make bench-search. Machines are noisy: trust medians and ratios.
//   node run.mjs [SIZE...] [ours] [-v]    ours leaves Pagefind out; -v tells of each query
import { chromium } from 'playwright-core';
import { launch } from '../browser/lib/chromium.mjs';
import { cold, warm } from './measure.mjs';
import { first, queries } from './queries.mjs';
import { serve } from './serve.mjs';
import { build, peer, program } from './sites.mjs';

const asked = process.argv.slice(2);
const numbers = asked.map(Number).filter(Boolean);
const sizes = numbers.length ? numbers : [1000, 10000];
const alone = asked.includes('ours');
const rounds = 3; // of the further searches, of which the quickest counts
const began = Date.now();
const say = (what) => process.stderr.write(`${String(Math.round((Date.now() - began) / 1000)).padStart(4)} s  ${what}\n`);
const budgets = { 1000: 60, 10000: 100 };

const sorted = (list) => [...list].sort((a, b) => a - b);
const median = (list) => sorted(list)[list.length >> 1];
const both = (list, digits = 0) => `${median(list).toFixed(digits)} (${Math.max(...list).toFixed(digits)})`;
const kb = (list) => both(list.map((n) => n / 1000), 1);

async function look(browser, folder, path, rounds) {
  say(`asking ${path}`);
  const how = { delay: 50 };
  const server = await serve(folder, how);
  const firsts = [];
  for (const words of queries) firsts.push(await cold(browser, server.origin + path, words));
  how.delay = 0;
  const times = [];
  for (let i = 0; i < rounds; i++) times.push(await warm(browser, server.origin + path, queries, first));
  server.close();
  // What else the machine does only ever adds: the quickest is nearest the truth.
  const quickest = (name) => queries.map((_, i) => Math.min(...times.map((t) => t[name][i])));
  return { firsts, fresh: quickest('fresh'), again: quickest('again') };
}

function lines({ firsts, fresh, again }) {
  return {
    'first search: scripts and index, KB': kb(firsts.map((f) => f.bytes)),
    '… with the page and its styles, KB': kb(firsts.map((f) => f.bytes + f.page)),
    '… requests for scripts and index': both(firsts.map((f) => f.requests)),
    '… round trips after the HTML': both(firsts.map((f) => f.trips)),
    '… of them after scripts and root': both(firsts.map((f) => f.trips - 1)),
    'further search, new words, ms': both(fresh),
    'further search, read before, ms': both(again),
    'queries that find nothing': String(firsts.filter((f) => f.found === 0).length),
  };
}

const price = (list) => `${median(list.map((c) => c.cpu)).toFixed(1)} CPU s, ${median(list.map((c) => c.seconds)).toFixed(1)} s, ${median(list.map((c) => c.memory)).toFixed(0)} MB`;

function table(columns) {
  const rows = Object.keys(columns[0].rows);
  const widths = columns.map((c) => Math.max(c.name.length, ...rows.map((r) => c.rows[r].length)));
  const line = (head, cells) => console.log(`| ${head.padEnd(36)} | ${cells.map((c, i) => c.padStart(widths[i])).join(' | ')} |`);
  line('median (worst)', columns.map((c) => c.name));
  console.log(`|${'-'.repeat(38)}|${widths.map((w) => `${'-'.repeat(w + 1)}:`).join('|')}|`);
  for (const r of rows) line(r, columns.map((c) => c.rows[r]));
}

function budget(entries, ours) {
  const verdict = (what, got, most) => console.log(`${got <= most ? 'kept  ' : 'MISSED'}  ${what}: ${got}, budget ${most}`);
  const worst = (list) => Math.max(...list);
  verdict('first search, scripts and index, worst, KB', +(worst(ours.firsts.map((f) => f.bytes)) / 1000).toFixed(1), budgets[entries]);
  verdict('first search, page and styles too, worst, KB', +(worst(ours.firsts.map((f) => f.bytes + f.page)) / 1000).toFixed(1), budgets[entries]);
  verdict('round trips after the page, its scripts and the root, median', median(ours.firsts.map((f) => f.trips - 1)), 2);
  verdict('further search, 4 times slower, read before, worst, ms', Math.round(worst(ours.again)), 50);
  verdict('further search, 4 times slower, new words, median, ms', Math.round(median(ours.fresh)), 50);
  verdict('further search, 4 times slower, new words, worst, ms', Math.round(worst(ours.fresh)), 50);
}

// What each query took, for whoever looks for the reason.
function details(name, { firsts, fresh, again }) {
  console.log(`\n${name}: results, KB, requests, round trips, ms with new words, ms when read before`);
  firsts.forEach((f, i) => {
    console.log(`  ${f.words.padEnd(44)} ${String(f.found).padStart(2)} ${(f.bytes / 1000).toFixed(1).padStart(6)} ${String(f.requests).padStart(3)} ${f.trips} ${fresh[i].toFixed(0).padStart(4)} ${again[i].toFixed(0).padStart(4)}`);
    if (asked.includes('-vv')) f.waves.forEach((w, n) => console.log(`      ${n}: ${w.map((r) => `${r.name.split('/').pop()} ${r.bytes}`).join(', ')}`));
  });
}

function tell(entries, columns, costs) {
  console.log(`\n${entries} activities, ${queries.length} queries`);
  table(columns.map(([name, found]) => ({ name, rows: lines(found) })));
  for (const [what, list] of costs) console.log(`${what}: ${price(list)}`);
  const own = columns[0][1];
  if (budgets[entries]) budget(entries, own);
  if (asked.some((a) => a.startsWith('-v'))) columns.forEach(([name, found]) => details(name, found));
}

say('building the program');
program();
const browser = await chromium.launch(launch);
for (const entries of sizes) {
  say(`building ${entries} activities${alone ? '' : ', and an index of Pagefind'}`);
  const times = entries > 1000 ? 1 : 3;
  const ours = build(entries, times);
  const columns = [['localoffer', await look(browser, ours.folder, '/search/', rounds)]];
  const costs = [['localoffer, the whole site built', ours.costs]];
  if (!alone) {
    const theirs = peer(ours.folder, entries, times);
    columns.push(['Pagefind', await look(browser, theirs.folder, '/pagefind.html', 1)]);
    columns.push(['with its filters', await look(browser, theirs.folder, '/pagefind.html?filters', 1)]); // its counts take seconds
    costs.push([`Pagefind, its index of the same ${theirs.pages} pages alone`, theirs.costs]);
  }
  tell(entries, columns, costs);
}
await browser.close();
say('done');
