// One Chromium for the whole run. What a page says in it, and whom it calls, is
// written down.
import { after } from 'node:test';
import { chromium } from 'playwright-core';
import { launch } from './chromium.mjs';
import { look } from './look.mjs';
import { asOf } from './serve.mjs';
import { site } from './site.mjs';

let shared;

// browser joins the run's Chromium, or starts one for a test file run by itself.
export function browser() {
  const address = process.env.LOCALOFFER_TEST_BROWSER;
  shared ??= address ? chromium.connect(address) : chromium.launch(launch);
  return shared;
}

after(async () => (await shared)?.close());

// One page shows one address after another: a new one for each would take
// longer than the tests. Another does the same with JavaScript switched off.
const kept = new Map();

function pageFor(script) {
  if (!kept.has(script)) kept.set(script, newPage(script));
  return kept.get(script);
}

// fresh is a page of its own, for another site than the one of the run.
export async function fresh() {
  return (await (await browser()).newContext({ reducedMotion: 'reduce' })).newPage();
}

async function newPage(script) {
  const context = await (await browser()).newContext({ reducedMotion: 'reduce', javaScriptEnabled: script });
  if (script) await context.addInitScript(look);
  return context.newPage();
}

// open shows a page to `use`, with a log of what it says and whom it asks.
// `origin` is another server than that of the built site; `scheme` is light or
// dark, `media` screen or print; `script: false` switches JavaScript off; `day`
// is the reader's, else that of the build.
export async function open({ at, origin = site.origin, width = 1280, height = 900, scheme = 'light', media = 'screen', script = true, day = asOf }, use) {
  const page = await pageFor(script);
  const log = { said: [], abroad: [], asked: [] };
  const stop = listen(page, origin, at, log);
  try {
    if (script) await page.clock.setFixedTime(`${day}T10:00:00`);
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: scheme, media });
    if (at.redirect) await hold(page, at);
    await page.goto(origin + at.path);
    return await use(page, log);
  } finally {
    stop();
    await page.unrouteAll();
  }
}

// listen keeps everything a silent page would not do, until it is told to stop.
function listen(page, origin, at, log) {
  const heard = {
    console(message) {
      // Chromium itself remarks on the page for a wrong address, which is right to be a 404.
      const remark = at.missing && message.location().url === origin + at.path;
      if (!remark) log.said.push(`${message.type()}: ${message.text()}`);
    },
    pageerror: (error) => log.said.push(`uncaught: ${error.message}`),
    request(request) {
      log.asked.push(request.url());
      if (new URL(request.url()).origin !== origin) log.abroad.push(request.url());
    },
  };
  for (const [event, note] of Object.entries(heard)) page.on(event, note);
  return () => Object.entries(heard).forEach(([event, note]) => page.off(event, note));
}

// hold keeps a redirect still, so that it can be looked at: some visitors'
// browsers do not follow one by themselves.
async function hold(page, at) {
  await page.route(site.origin + at.path, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(/<meta http-equiv="refresh"[^>]*>/, '');
    await route.fulfill({ response, body });
  });
}

// settle waits for what a page asks for after it has loaded.
export async function settle(page, log) {
  for (let before = -1; before < log.asked.length; ) {
    before = log.asked.length;
    await page.waitForTimeout(100);
  }
}

// restyle lays rules over the page's own. A constructed style sheet is allowed
// under the site's policy, where a style element is not.
export const restyle = (page, css) =>
  page.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [sheet];
  }, css);
