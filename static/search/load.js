// Reads the index, of each question no more than it needs, and asks it.
import { answer, decode, MAGIC, resultFile, text, understand, unwrap } from './core.js';
import { inflate } from './inflate.js';
import { AGE, isUndone, read } from './state.js';
import { result } from './draw.js';

/** @typedef {import('./state.js').State} State @typedef {import('./draw.js').Found} Found */

/** Today where the reader is, as 2026-11-22. */
const today = () => new Date(Date.now() - new Date().getTimezoneOffset() * 6e4).toISOString().slice(0, 10);

/**
 * @param {DOMStringMap} at where the index is: the addresses of its folder and of its root
 * @param {(root: import('./core.js').Root) => string[]} counted the facets whose counts are looked at
 */
export function index(at, counted) {
  const load = loader((name) => (name ? `${at.index}${name}.bin` : at.root || ''));
  /** @type {Map<string, any>} */
  const files = new Map();
  /** @type {import('./core.js').Root} */ let root;

  async function open() {
    if (!root) root = JSON.parse(text(unwrap(await load(''))));
  }

  const current = () => read(location.hash, root.facets.map((f) => f.name));

  /** Reads files that are not read yet. @param {string[]} names */
  async function readAll(names) {
    await Promise.all(names.filter((n) => !files.has(n)).map(async (n) => files.set(n, decode(root, n, await load(n)))));
  }

  /** @param {State} state @returns {Promise<Found>} */
  async function ask(state) {
    const q = question(root, state);
    for (;;) {
      const a = /** @type {any} */ (answer(root, (n) => files.get(n), q, { chosen: state.filters, sort: state.sort, today: today(), counts: counted(root) }));
      if (!a.need) return { root, state, q, a };
      await readAll(a.need);
    }
  }

  /** The first results of an answer. @param {Found} found @param {number} most */
  async function results(found, most) {
    const docs = found.a.docs.slice(0, most);
    await readAll([...new Set(docs.map((doc) => resultFile(root, doc)))]);
    return docs.map((doc) => result(found, doc, files.get(resultFile(root, doc))[doc % root.per]));
  }

  return { open, current, ask, results };
}

/** What a state asks: the words as understood, less what was taken back. Words
 * of which the reader took the filter back still count, but are not asked for.
 * @param {import('./core.js').Root} root @param {State} state */
function question(root, state) {
  const q = /** @type {any} */ (understand(root, state.q));
  const said = q.filters;
  q.says = (f) => said.some((g) => g.facet === f.facet && g.value === f.value);
  q.saysAge = q.ages !== null;
  q.filters = said.filter((f) => !isUndone(state, f));
  for (const f of said.filter((g) => g.said && isUndone(state, g))) {
    q.soft.push(...f.said.split(' ').filter((w) => !root.stop.includes(w) && !q.soft.includes(w)));
  }
  if (isUndone(state, AGE)) q.ages = null;
  if (state.age) q.ages = [+state.age, +state.age];
  q.place = root.places.find((p) => p.name === state.near) || q.place;
  return q;
}

/** Fetches files, each once, and inflates them. @param {(name: string) => string} address of a file; that of the root has no name */
function loader(address) {
  /** @type {Map<string, Promise<Uint8Array>>} */
  const asked = new Map();
  return (/** @type {string} */ name) => {
    if (!asked.has(name)) {
      const file = fetchFile(address(name));
      asked.set(name, file);
      file.catch(() => asked.delete(name)); // a lost connection may come back
    }
    return /** @type {Promise<Uint8Array>} */ (asked.get(name));
  };
}

/** @param {string} url */
async function fetchFile(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  return bytes[0] === MAGIC ? bytes : inflate(bytes); // the host may have inflated it already
}
