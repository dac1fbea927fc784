// The search page: reads the address, asks the index, shows what was found.
import { isUrgent } from './core.js';
import { index } from './load.js';
import { isEmpty, read, write } from './state.js';
import { filterForm } from './filters.js';
import { orderRow } from './order.js';
import { chosen, helpful, nothing, partly, sentence } from './draw.js';
import { el, fill } from './dom.js';
import { say, speak } from './say.js';

const PAUSE = 400; // milliseconds after the last key
const STEP = 10; // results at a time
const NEAR = 3; // results that almost match
const SLOW = 1000; // milliseconds until we say that we are looking

const at = (/** @type {string} */ css) => /** @type {HTMLElement} */ (document.querySelector(css));
const form = /** @type {HTMLFormElement} */ (at('form[role=search]'));
const input = /** @type {HTMLInputElement} */ (form.elements.namedItem('q'));
const status = at('[role=status]');
const browse = form.getAttribute('action') || '';
const found = at('.found');
const list = at('#results');
speak(JSON.parse(form.dataset.phrases || '{}'));
const { open, current, ask, results } = index(form.dataset, (root) => filters.counted(root));

/** @typedef {import('./state.js').State} State @typedef {import('./draw.js').Found} Found */

// Words that cannot wait, of the language that the page is in.
const urgent = (form.dataset.urgent || '').split('|').filter(Boolean);
const cannotWait = (/** @type {string} */ said) => isUrgent(said) || urgent.some((word) => said.toLowerCase().includes(word));

let turn = 0;
let drawn = ''; // the address that is on show
let typing = false; // what is on top of the history is still being typed

/** Changes what is asked: the address first, then the page. One search is one
 * entry of the history, however many pauses its typing had.
 * @param {State} state */
function set(state, typed = false) {
  if (write(state) !== write(current())) {
    const url = location.pathname + write(state);
    if (typed && typing) history.replaceState(null, '', url); else history.pushState(null, '', url);
  }
  typing = typed;
  return show();
}

async function show() {
  const mine = ++turn;
  at('.urgent').hidden = !cannotWait(read(location.hash, []).q);
  const slow = window.setTimeout(() => { at('.wait').hidden = false; }, SLOW);
  try {
    await open();
    const state = current();
    const shown = history.state?.shown || STEP;
    if (drawn === `${shown}${write(state)}`) return;
    if (isEmpty(state)) return clear();
    const f = await ask(state);
    const cards = await results(f, shown);
    const near = f.a.total === 0 && f.a.without ? await almost(f) : [];
    if (mine === turn) draw(f, cards, near);
  } catch {
    if (mine === turn) fail();
  } finally {
    clearTimeout(slow);
    at('.wait').hidden = true;
  }
}

/** What would be found without the filter that is in the way. */
async function almost(f) {
  return results(await ask(/** @type {any} */ (helpful(f)).without), NEAR);
}

function clear() {
  drawn = '';
  fill(status, []);
  found.hidden = true;
}

function fail() {
  clear();
  fill(status, [say('Search is not working just now. Try again later.'), ' ', el('a', { href: browse }, say('Look through everything there is'))]);
}

/** @param {Found} f @param {HTMLElement[]} cards @param {HTMLElement[]} near */
function draw(f, cards, near) {
  const { state, q, a } = f;
  const before = drawn;
  drawn = `${cards.length > STEP ? history.state.shown : STEP}${write(state)}`;
  found.hidden = false;
  if (before.replace(/^\d+/, '') !== write(state)) {
    fill(status, [cannotWait(state.q) && el('span', { class: 'out-of-sight' }, `${say('If someone is in danger now, ring 999.')} `), sentence(f)]);
    refill(at('.chosen'), chosen(f));
    refill(at('.empty'), a.total === 0 ? nothing(f, browse, near) : partly(f, browse));
    filters.update(f);
    order.update(f);
  }
  at('#results-title').hidden = a.total === 0;
  fill(list, cards);
  const left = a.total - cards.length;
  fill(at('.more'), left > 0 ? [el('button', { type: 'button', class: 'button', onclick: next }, say('Show {1} more', Math.min(STEP, left))), el('span', { class: 'note' }, say('{1} of {2} are shown', cards.length, a.total))] : []);
  comeBack();
}

/** Fills a box; where the focus was in it, it stays as near as it can. */
function refill(box, nodes) {
  const place = [...box.querySelectorAll('a')].indexOf(/** @type {any} */ (document.activeElement));
  fill(box, nodes);
  if (place < 0) return;
  const left = box.querySelectorAll('a');
  (left[Math.min(place, left.length - 1)] || at('#results-title')).focus();
}

async function next() {
  const first = list.children.length;
  history.replaceState({ shown: first + STEP }, '');
  await show();
  list.children[first]?.querySelector('a')?.focus();
}

/** Whoever comes back from a result finds it again, and goes on from there. */
function comeBack() {
  const left = history.state?.left;
  if (left === undefined) return;
  history.replaceState({ shown: history.state.shown }, '');
  list.children[left]?.querySelector('a')?.focus();
}

list.addEventListener('click', (e) => {
  const link = /** @type {Element} */ (e.target).closest('a');
  if (link) history.replaceState({ ...history.state, left: [...list.children].indexOf(/** @type {Element} */ (link.closest('li.card'))) }, '');
});

const filters = filterForm(at('.filters'), {
  set,
  recount: async () => { filters.update(await ask(current())); },
  arrive: () => (list.querySelector('a') || at('.empty a'))?.focus(),
});
const order = orderRow(at('.order'), { set, say: (words) => fill(status, [words]) });

/** Takes the words out of the box. */
async function take(typed) {
  clearTimeout(waiting);
  const q = input.value.trim();
  try {
    await open();
    const state = current();
    await set(q === state.q ? state : { ...state, q, not: [] }, typed || typing);
    typing = typed;
  } catch { fail(); }
}

let waiting = 0;
input.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = window.setTimeout(() => take(true), PAUSE);
});
form.addEventListener('submit', (e) => {
  e.preventDefault();
  if (matchMedia('(hover: none)').matches) input.blur(); // puts the keyboard of a phone away
  take(false);
});

/** The address holds the search, so the ways within this page are gone by hand. */
document.addEventListener('click', (e) => {
  const href = /** @type {Element} */ (e.target).closest('a')?.getAttribute('href') || '';
  const to = href.startsWith('#') && document.getElementById(href.slice(1));
  if (!to) return;
  e.preventDefault();
  to.focus();
  to.scrollIntoView();
});

/** Back, forward, a link to a search, or the first look. */
function arrive() {
  clearTimeout(waiting);
  typing = false;
  input.value = read(location.hash, []).q;
  show();
}

if (location.search) history.replaceState(null, '', location.pathname + (location.hash || `#${location.search.slice(1)}`));
window.addEventListener('hashchange', arrive);
arrive();
