// Makes what the page shows of an answer. Each link is the address of another
// search, so that following it, going back and sharing it need no script of
// their own.
import { explain, filterLabel, meanings } from './core.js';
import { AGE, withoutFilter, write } from './state.js';
import { el } from './dom.js';
import { say } from './say.js';

/**
 * @typedef {import('./state.js').State} State
 * @typedef {{root: import('./core.js').Root, state: State, q: any, a: any}} Found
 */

const toState = (/** @type {State} */ state, /** @type {string | (Node | string)[]} */ inside, more = {}) => el('a', { href: write(state), ...more }, inside);

/** What was found, in one sentence or two. @param {Found} found */
export function sentence({ root, state, q, a }) {
  const said = explain(root, q, a, say);
  if (a.unknown.length && a.total) said.push(say('We found nothing for {1}', `“${a.unknown.join('”, “')}”`));
  return [counted(a.total, state.q), ...said].join('. ') + '.';
}

function counted(n, asked) {
  if (!asked) return n === 0 ? say('Nothing matches') : n === 1 ? say('1 result') : say('{1} results', n);
  if (n === 0) return say('Nothing matches “{1}”', asked);
  return n === 1 ? say('1 result for “{1}”', asked) : say('{1} results for “{2}”', n, asked);
}

/** What was understood and chosen, each with a way to take it back; and what
 * may have been meant. @param {Found} found */
export function chosen({ root, state, q, a }) {
  const off = a.filters.map((f) => [filterLabel(root, f), withoutFilter(state, f, q.says(f))]);
  if (q.ages) off.push([ages(q), withoutFilter(state, AGE, q.saysAge)]);
  if (state.near && q.place) off.push([say('near {1}', q.place.name), { ...state, near: '', sort: '' }]);
  const instead = q.notes.filter((n) => n.kind === 'unclear').flatMap((n) => meanings(n.meant).map((m) => [m, { ...state, not: [], q: swap(state.q, n.said, m) }]));
  return [
    off.length > 0 && el('ul', { class: 'chips', 'aria-label': say('Filters that are on') }, off.map(([label, to]) => el('li', {}, [toState(to, say('Remove: {1}', label))]))),
    instead.length > 0 && el('ul', { class: 'chips', 'aria-label': say('What you may mean') }, instead.map(([label, to]) => el('li', {}, [toState(to, say('Search for {1}', label))]))),
  ];
}

function ages(q) { return q.ages[0] === q.ages[1] ? say('Age {1}', q.ages[0]) : say('Ages {1} to {2}', q.ages[0], q.ages[1]); }

function swap(text, said, meant) {
  return text.split(' ').map((w) => (w.toLowerCase().replace(/[^a-z]/g, '') === said ? meant : w)).join(' ');
}

function far(miles, place) {
  if (miles < 1) return say('In or near {1}', place);
  return miles === 1 ? say('About 1 mile from {1}', place) : say('About {1} miles from {2}', miles, place);
}

/** One thing that was found. @param {Found} found @param {number} doc @param {any} r what is shown of it */
export function result({ root, q, a }, doc, r) {
  const facts = [...(r.g || [])];
  const miles = a.away ? a.away(doc) : 9999;
  if (miles < 100) facts.unshift(far(miles, q.place.name));
  const why = reasons(root, q, a, doc);
  return el('li', { class: 'card' }, [
    el('h3', {}, [el('a', { href: r.u }, r.t)]),
    r.b ? el('p', { class: 'by' }, r.b) : null,
    el('p', {}, r.s),
    facts.length > 0 && el('ul', { class: 'glance' }, facts.map((f) => el('li', {}, f))),
    r.n ? el('p', { class: 'warning' }, r.n) : null,
    why.length > 0 && el('p', { class: 'why' }, say('Why it is here: {1}', why.join(', '))),
  ]);
}

/** Why a thing was found: the reader's words in it, and the filters that it meets. */
function reasons(root, q, a, doc) {
  const labels = a.fits(doc).filter((f) => f.facet !== 'kind').map((f) => filterLabel(root, f));
  const known = labels.map((l) => l.toLowerCase());
  const words = [...new Set(a.why(doc))].filter((w) => !known.includes(w));
  const own = words.filter((w) => !q.meant.includes(w));
  if (q.ages && a.aged(doc)) labels.push(ages(q).toLowerCase());
  return [...(own.length || labels.length ? own : words).map((w) => `“${w}”`), ...labels];
}

/** The filter that stands in the way most, and how many there are without it. @param {Found} found */
export function helpful({ root, state, q, a }) {
  if (!a.without) return null;
  const f = a.without.what;
  const label = f.facet === AGE.facet ? ages(q).toLowerCase() : filterLabel(root, f);
  const without = withoutFilter(state, f, f.facet === AGE.facet ? q.saysAge : q.says(f));
  return { label, without, link: el('p', {}, [toState(without, say('Search without “{1}”: {2} found', label, a.without.n), { class: 'button' })]) };
}

/** The words alone, where no filter is in the way by itself. @param {Found} found */
function bare({ state, q, a }) {
  if (!state.q || a.filters.length + (q.ages ? 1 : 0) < 2) return null;
  const not = q.filters.filter(q.says).map((f) => `${f.facet}:${f.value}`);
  const to = { ...state, filters: [], age: '', not: [...state.not, ...not, ...(q.saysAge ? ['age:'] : [])] };
  return el('p', {}, [toState(to, say('Search for your words, with no filters'), { class: 'button' })]);
}

const ways = (browse) => el('p', {}, [say('You can try fewer words.'), ' ', el('a', { href: browse }, say('Look through everything there is')), ' ', say('or'), ' ',
  el('a', { href: '#help' }, say('talk to someone')), '. ', say('They can look for you, and note what is missing.')]);

/** What to do where some of the words were found in nothing. @param {Found} found @param {string} browse */
export function partly(found, browse) {
  return [found.a.relaxed && (helpful(found)?.link || bare(found)), found.a.unknown.length > 0 && ways(browse)];
}

/** What to do where nothing was found. @param {Found} found @param {string} browse @param {Element[]} near results that almost match */
export function nothing(found, browse, near) {
  const help = helpful(found);
  return [
    help && el('p', {}, say('“{1}” is what leaves nothing.', help.label)),
    help ? help.link : bare(found),
    ways(browse),
    near.length > 0 && el('h2', {}, say('Close to what you asked for')),
    near.length > 0 && el('ul', { class: 'cards' }, near),
  ];
}
