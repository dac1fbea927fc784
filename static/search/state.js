// What is asked is in the address, after the #, which no server sees:
// #q=quiet+swimming&need=autism&age=7&sort=near

/** @typedef {{q: string, age: string, sort: string, filters: {facet: string, value: string}[], not: string[]}} State */

/** @param {string} hash @param {string[]} facets the names of all facets @returns {State} */
export function read(hash, facets) {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  const filters = [];
  for (const [facet, value] of params) if (facets.includes(facet)) filters.push({ facet, value });
  return { q: params.get('q') || '', age: params.get('age') || '', sort: params.get('sort') || '', filters, not: params.getAll('not') };
}

/** @param {State} state @returns {string} */
export function write(state) {
  const params = new URLSearchParams();
  if (state.q) params.append('q', state.q);
  for (const f of state.filters) params.append(f.facet, f.value);
  if (state.age) params.append('age', state.age);
  if (state.sort) params.append('sort', state.sort);
  for (const n of state.not) params.append('not', n);
  const text = params.toString();
  return text ? `#${text}` : '';
}
