// One search page in Chromium, looked at from outside: what it fetches for a
// first search, and how long a further one takes.
import { extname } from 'node:path';

const hash = (words) => `#${new URLSearchParams({ q: words })}`;
const answered = () => !!document.querySelector('[role=status]')?.textContent;

// cold opens the page in a browser that has never seen it. It gives the bytes
// (with headers) and requests of scripts and index, how many bytes the page and
// its styles are, and what each round trip after the page itself brought.
export async function cold(browser, url, words) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const seen = [];
  page.on('request', (request) => seen.push({ request, start: Date.now(), end: Infinity }));
  page.on('requestfinished', (request) => { seen.find((s) => s.request === request).end = Date.now(); });
  await page.goto(url + hash(words), { waitUntil: 'commit' });
  await page.waitForFunction(answered, null, { polling: 20 });
  while (seen.some((s) => s.end === Infinity)) await page.waitForTimeout(10);
  const all = await Promise.all(seen.map(weigh));
  const found = await page.locator('#results > li').count();
  await context.close();
  const own = all.filter((r) => r.part === 'search');
  const sum = (list) => list.reduce((n, r) => n + r.bytes, 0);
  const waves = inWaves(all.filter((r) => r.part !== 'icon'));
  return { words, found, bytes: sum(own), page: sum(all.filter((r) => r.part === 'page')), requests: own.length, trips: waves.length - 1, waves };
}

async function weigh({ request, start, end }) {
  const { responseBodySize, responseHeadersSize } = await request.sizes();
  const name = new URL(request.url()).pathname;
  const kind = extname(name);
  const part = kind === '.svg' ? 'icon' : kind === '' || kind === '.html' || kind === '.css' ? 'page' : 'search';
  return { name, part, start, end, bytes: responseBodySize + responseHeadersSize };
}

// inWaves puts the requests in the round trips they took: what began after
// another had ended waited for it, and comes in a later one. The page itself is
// number 0, and all else comes after it.
function inWaves(all) {
  const waves = [];
  all.sort((a, b) => a.start - b.start).forEach((r, i) => {
    const before = all.slice(0, i).filter((s) => s.end <= r.start).map((s) => s.wave);
    r.wave = Math.max(Math.min(i, 1), ...before.map((wave) => wave + 1));
    waves[r.wave] ??= [];
    waves[r.wave].push(r);
  });
  return waves;
}

// warm asks one question after another of one page on a slow processor, then
// all of them again. It gives the milliseconds to the results of each: when its
// words are new to the page, and when it has read their files already.
export async function warm(browser, url, list, first) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url + hash(first));
  await page.waitForFunction(answered);
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const round = async () => {
    const times = [];
    for (const words of list) times.push(await page.evaluate(time, hash(words)));
    return times;
  };
  const times = { fresh: await round(), again: await round() };
  await context.close();
  return times;
}

// time runs in the page: from the new address to the results.
function time(fragment) {
  return new Promise((done) => {
    const start = performance.now();
    const observer = new MutationObserver(() => { observer.disconnect(); done(performance.now() - start); });
    for (const css of ['#results', '[role=status]']) observer.observe(document.querySelector(css), { childList: true });
    location.hash = fragment;
  });
}
