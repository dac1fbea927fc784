// What is asked is in the address, after the #, which no server sees:
// #q=quiet+swimming&need=autism&age=7&sort=near

/**
 * @typedef {import('./core.js').Filter} Filter
 * @typedef {{q: string, age: string, sort: string, near: string, filters: Filter[], not: string[]}} State
 *   near is a town that the device was in; not are the filters that were
 *   understood from the words and taken back
 */

/** @param {string} hash @param {string[]} facets the names of all facets @returns {State} */
export function read(hash, facets) {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  const one = (/** @type {string} */ name) => (params.get(name) || '').trim();
  const filters = [];
  for (const [facet, value] of params) if (facets.includes(facet)) filters.push({ facet, value });
  return { q: one('q'), age: anAge(one('age')), sort: one('sort'), near: one('near'), filters, not: params.getAll('not') };
}

/** An age that was typed, or nothing. @param {string} said */
export function anAge(said) { return /^\d{1,2}$/.test(said) && +said <= 25 ? String(+said) : ''; }

/** @param {State} state @returns {string} what follows the path; a # alone where nothing is asked */
export function write(state) {
  const params = new URLSearchParams();
  if (state.q) params.append('q', state.q);
  for (const f of state.filters) params.append(f.facet, f.value);
  if (state.age) params.append('age', state.age);
  if (state.near) params.append('near', state.near);
  if (state.sort) params.append('sort', state.sort);
  for (const n of state.not) params.append('not', n);
  return `#${params}`;
}

/** @param {State} state */
export function isEmpty(state) { return !state.q && !state.filters.length && !state.age; }

const key = (/** @type {Filter} */ f) => `${f.facet}:${f.value}`;

/** The age as a filter, so that it is taken off like any other. */
export const AGE = { facet: 'age', value: '' };

/** @param {State} state @param {Filter} f @returns {State} */
export function withFilter(state, f) {
  if (state.not.includes(key(f))) return { ...state, not: state.not.filter((n) => n !== key(f)) };
  return { ...state, filters: [...state.filters, f] };
}

/** What was chosen is dropped; what the words said is kept off.
 * @param {State} state @param {Filter} f @param {boolean} said in the words @returns {State} */
export function withoutFilter(state, f, said) {
  const not = said ? [...new Set([...state.not, key(f)])] : state.not;
  return { ...state, not, age: f.facet === AGE.facet ? '' : state.age, filters: state.filters.filter((g) => key(g) !== key(f)) };
}

/** Whether the reader took back what the words said. @param {State} state @param {Filter} f */
export function isUndone(state, f) { return state.not.includes(key(f)); }
