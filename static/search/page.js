// The search page: reads the address, asks the index, shows what was found.
import { answer, decode, explain, filterLabel, resultFile, text, understand, unwrap } from './core.js';
import { loader } from './load.js';
import { read, write } from './state.js';
import { filterForm } from './filters.js';
import { el, fill } from './dom.js';

const PAUSE = 400; // milliseconds after the last key
const STEP = 10; // results at a time

const form = /** @type {HTMLFormElement} */ (document.querySelector('form[role=search]'));
const input = /** @type {HTMLInputElement} */ (form.elements.namedItem('q'));
const status = /** @type {HTMLElement} */ (document.querySelector('[role=status]'));
const found = /** @type {HTMLElement} */ (document.querySelector('.found'));
const urgent = /** @type {HTMLElement} */ (document.querySelector('.urgent'));
const load = loader(form.dataset.index || '');

/** @type {Map<string, any>} */
const files = new Map();
let root = null;
let shown = STEP;
let turn = 0;

async function open() {
  if (!root) root = JSON.parse(text(unwrap(await load('root'))));
  return root;
}

/** Reads files of the index that are not read yet. @param {string[]} names */
async function readAll(names) {
  await Promise.all(names.filter((n) => !files.has(n)).map(async (n) => files.set(n, decode(root, n, await load(n)))));
}

/** @param {import('./state.js').State} state */
async function ask(state) {
  const q = withState(understand(root, state.q), state);
  const how = { chosen: state.filters, sort: state.sort, more: filters.opened() };
  for (;;) {
    const a = answer(root, (n) => files.get(n), q, how);
    if (!a.need) return { q, a };
    await readAll(a.need);
  }
}

/** What the reader chose goes before what was understood. */
function withState(q, state) {
  const undone = (f) => state.not.includes(`${f.facet}:${f.value}`);
  for (const f of q.filters.filter(undone)) if (f.said) q.q.push(...f.said.split(' '));
  q.filters = q.filters.filter((f) => !undone(f));
  if (state.not.includes('age')) q.ages = null;
  if (state.age) q.ages = [+state.age, +state.age];
  return q;
}

function current() { return read(location.hash, root.facets.map((f) => f.name)); }

/** Changes the state: the address first, then the page. */
function go(change, replace = false) {
  const url = location.pathname + write({ ...current(), ...change });
  if (replace) history.replaceState(null, '', url); else history.pushState(null, '', url);
  shown = STEP;
  return show();
}

async function show() {
  const mine = ++turn;
  try {
    await open();
    const state = current();
    if (document.activeElement !== input) input.value = state.q;
    if (!state.q && !state.filters.length && !state.age) return clear();
    const { q, a } = await ask(state);
    const docs = a.docs.slice(0, shown);
    await readAll([...new Set(docs.map((d) => resultFile(root, d)))]);
    if (mine === turn) draw(state, q, a, docs);
  } catch {
    if (mine === turn) status.textContent = 'Search is not working just now. Try again, or choose one of the ways to browse.';
  }
}

function clear() {
  status.textContent = '';
  found.hidden = true;
  urgent.hidden = true;
}

function draw(state, q, a, docs) {
  const said = explain(root, q, a);
  if (a.unknown.length && a.total) said.push(`We found nothing for “${a.unknown.join('”, “')}”`);
  const count = a.total === 0 ? 'Nothing matches' : a.total === 1 ? '1 result' : `${a.total} results`;
  status.textContent = [count, ...said].join('. ') + '.';
  urgent.hidden = !q.urgent;
  found.hidden = false;
  fill(part('chosen'), chosen(state, q));
  fill(part('empty'), a.total === 0 ? nothing(a, state) : []);
  const list = /** @type {HTMLElement} */ (found.querySelector('#results'));
  fill(list, docs.map((doc) => result(a, doc, q)));
  const more = part('more');
  fill(more, a.total > docs.length ? [el('button', { type: 'button', class: 'button', onclick: next }, `Show ${Math.min(STEP, a.total - docs.length)} more`)] : []);
  filters.update(root, a, state, q);
}

function part(name) { return /** @type {HTMLElement} */ (found.querySelector(`.${name}`)); }

async function next() {
  const first = shown;
  shown += STEP;
  await show();
  const link = found.querySelectorAll('#results > li a')[first];
  if (link instanceof HTMLElement) link.focus();
}

function result(a, doc, q) {
  const r = files.get(resultFile(root, doc))[doc % root.per];
  const why = [...new Set(a.why(doc))];
  for (const f of a.filters) why.push(filterLabel(root, f).toLowerCase());
  const facts = [...(r.g || [])];
  if (a.away && a.away(doc) < 100) facts.unshift(a.away(doc) < 1 ? 'Less than a mile' : `About ${a.away(doc)} mile${a.away(doc) === 1 ? '' : 's'}`);
  return el('li', { class: 'card' }, [
    el('h3', {}, [el('a', { href: r.u }, r.t)]),
    r.b ? el('p', { class: 'by' }, r.b) : null,
    el('p', {}, r.s),
    facts.length ? el('ul', { class: 'glance' }, facts.map((f) => el('li', {}, f))) : null,
    r.n ? el('p', { class: 'warning' }, r.n) : null,
    why.length && q.text ? el('p', { class: 'note' }, `Found for: ${why.join(', ')}`) : null,
  ]);
}

/** What was understood and chosen, each with a way to take it back. */
function chosen(state, q) {
  const items = [];
  for (const f of state.filters) items.push([filterLabel(root, f), { filters: state.filters.filter((g) => g.facet !== f.facet || g.value !== f.value) }]);
  for (const f of q.filters) items.push([filterLabel(root, f), { not: [...state.not, `${f.facet}:${f.value}`] }]);
  if (q.ages) items.push([q.ages[0] === q.ages[1] ? `Age ${q.ages[0]}` : `Ages ${q.ages[0]} to ${q.ages[1]}`, state.age ? { age: '' } : { not: [...state.not, 'age'] }]);
  const chips = items.map(([label, change]) => el('li', {}, [
    el('a', { href: location.pathname + write({ ...state, ...change }), onclick: (e) => { e.preventDefault(); go(change); status.focus(); } }, `Take off: ${label}`),
  ]));
  if (q.place) {
    const near = state.sort !== 'near';
    chips.push(el('li', {}, [el('a', { href: location.pathname + write({ ...state, sort: near ? 'near' : '' }), onclick: (e) => { e.preventDefault(); go({ sort: near ? 'near' : '' }); } },
      near ? `Nearest to ${q.place.name} first` : 'Best match first')]));
  } else if (q.near) chips.push(el('li', {}, 'To see what is nearest, type your town or postcode too. It stays on this page.'));
  return chips.length ? [el('ul', { class: 'chips' }, chips)] : [];
}

function nothing(a, state) {
  const out = [];
  if (a.without) {
    const f = a.without.what;
    const label = f.facet === 'age' ? 'the age' : filterLabel(root, f);
    const change = f.facet === 'age' ? { age: '', not: [...state.not, 'age'] }
      : { filters: state.filters.filter((g) => g.facet !== f.facet || g.value !== f.value), not: [...state.not, `${f.facet}:${f.value}`] };
    out.push(el('p', {}, [el('a', { class: 'button', href: location.pathname + write({ ...state, ...change }), onclick: (e) => { e.preventDefault(); go(change); } }, `Without ${label}: ${a.without.n} found`)]));
  }
  out.push(el('p', {}, ['Try fewer words, or ', el('a', { href: form.action }, 'choose from everything there is'), '. Or ', el('a', { href: '#help', onclick: help }, 'talk to someone'), ', who can look for you and note what is missing.']));
  return out;
}

/** The # of the address holds the search, so the help is reached by hand. */
function help(e) {
  e.preventDefault();
  const box = document.getElementById('help');
  if (box) box.focus();
}

const filters = filterForm(part('filters'), (change) => go(change));
let waiting = 0;
input.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = window.setTimeout(async () => { await open(); go({ q: input.value.trim(), not: [] }, true); }, PAUSE);
});
form.addEventListener('submit', async (e) => {
  e.preventDefault();
  clearTimeout(waiting);
  await open();
  const q = input.value.trim();
  if (q !== current().q) go({ q, not: [] });
  else show();
});
window.addEventListener('popstate', show);
window.addEventListener('hashchange', show);
const talk = document.querySelector('.talk');
if (talk) talk.addEventListener('click', help);
show();
