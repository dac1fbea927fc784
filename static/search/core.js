// The search itself: values in, values out, no page and no network. The same
// file runs in the browser, in node's tests and in the localoffer program.
// docs/search.md specifies the files that it reads.

/**
 * @typedef {{name: string, title: string, values: {id: string, label: string, words?: string[]}[], every?: boolean, more?: boolean, file?: string}} Facet
 * @typedef {{name: string, area: string, postcodes: string[], lat: number, lon: number}} Place
 * @typedef {{docs: number, terms: [string, string, string][], results: string[], facets: Facet[], main: string, ages: string, dates: string, scores: [number, number],
 *   geo: string, spell: string, per: number, stop: string[], aliases: Record<string, string>, unclear: Record<string, string>, places: Place[], school: [string, string][]}} Root
 * @typedef {{facet: string, value: string, said?: string}} Filter
 * @typedef {{text: string, q: string[], soft: string[], meant: string[], filters: Filter[], ages: [number, number] | null, place: Place | null,
 *   near: boolean, soon: boolean, notes: {kind: string, said: string, meant: string}[], urgent: boolean}} Query
 */

/** The first byte of every file of the index, once it is inflated. */
export const MAGIC = 0x4c;
const IMPACT = 16383; // the most that a posting counts

// Words that carry nothing in a family's question. They are left out wherever
// something else is left.
const FILLER = new Set(('my our child children childs kid kids son daughter boy girl need needs want wants looking look find get getting near nearby ' +
  'around local please help what where how who when can does is there things thing any some year years old olds yr yrs yo aged age live now ' +
  'about nothing worried worry but us we i he she they them am are do doing want would like send sen').split(' '));

// Words that put a way to urgent help before all results.
const URGENT = /\b(crisis|breaking point|cannot cope|can'?t cope|suicid\w*|kill|self[- ]?harm\w*|emergency|in danger|hurt(ing)? (him|her|them)self)\b/;

// A word: letters of any script, digits, and apostrophes inside. Ranges, for not
// every engine that runs this file knows \p{L}.
const LETTER = '[0-9a-z\\u00aa-\\u1fff\\u2c00-\\ud7ff\\uf900-\\ufdff]';
const WORD = new RegExp(`${LETTER}+(?:'${LETTER}+)*`, 'g');

const DAY = 864e5; // milliseconds
const HELD = 0xe000; // characters that stand for nothing, and no word has

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

// How a family says when, and the value that it stands for. Words for holidays
// still count, for guides are about them too.
const WHENS = /** @type {[RegExp, string][]} */ ([
  [/ (?:at )?(?:the )?(?:this )?weekends? /, 'weekends'],
  [/ (?:in |during |over )?(?:the )?(?:(?:school|summer|easter|christmas|half term) holidays?|half term) /, 'holidays'],
  [/ (?:in |during )?term ?time /, 'term'],
  [/ (?:in )?(?:the )?mornings? /, 'mornings'],
  [/ (?:in )?(?:the )?afternoons? /, 'afternoons'],
  [/ (?:in )?(?:the )?evenings? /, 'evenings'],
]);
// Words for an age. They count too, for groups are called by them.
const STAGES = /** @type {[RegExp, number, number][]} */ ([
  [/ (?:baby|babies|newborn) /, 0, 1], [/ (?:toddlers?) /, 1, 3], [/ (?:preschool(?:ers?)?|pre school(?:ers?)?|under (?:5s?|fives?)) /, 0, 4],
  [/ (?:teens?|teenagers?|teenage) /, 13, 19], [/ (?:young adults?) /, 18, 25],
]);
const SOON = / (this (weekend|week)|today|tonight|tomorrow) /;

/** Takes a file apart from its first byte. @param {Uint8Array} bytes */
export function unwrap(bytes) {
  if (bytes[0] !== MAGIC) throw new Error('this is not a file of the search index');
  return bytes.subarray(1);
}

/** Words that cannot wait for the index. @param {string} said */
export function isUrgent(said) { return URGENT.test(said.toLowerCase().replace(/’/g, "'")); }

/** Bytes to text (UTF-8), without what a browser has and other places lack. @param {Uint8Array} b */
export function text(b) {
  let out = '';
  let codes = []; // strings grow by many letters at once, for one by one is slow
  for (let i = 0; i < b.length;) {
    const c = b[i++];
    let code = c;
    if (c > 0xef) code = (c & 7) << 18 | (b[i++] & 63) << 12 | (b[i++] & 63) << 6 | b[i++] & 63;
    else if (c > 0xdf) code = (c & 15) << 12 | (b[i++] & 63) << 6 | b[i++] & 63;
    else if (c > 0x7f) code = (c & 31) << 6 | b[i++] & 63;
    codes.push(code > 0x10ffff ? 0xfffd : code);
    if (codes.length > 4000) {
      out += String.fromCodePoint(...codes);
      codes = [];
    }
  }
  return out + String.fromCodePoint(...codes);
}

/** Reads a shard of terms. @param {Uint8Array} b */
export function decodeTerms(b) {
  const groups = [];
  let at = 0;
  const need = (n) => { if (n < 0 || n > b.length - at) throw new Error('a file of the search index was cut short'); };
  const number = () => {
    let n = 0;
    for (let shift = 0; ; shift += 7) {
      need(1);
      const c = b[at++];
      n |= (c & 127) << shift;
      if (c < 128) return n;
    }
  };
  let before = new Uint8Array(0);
  while (at < b.length) {
    const forms = [];
    for (let n = number(); n > 0; n--) {
      const same = number();
      const rest = number();
      need(rest);
      if (same < 0 || same > before.length) throw new Error('a file of the search index is not whole');
      const form = new Uint8Array(same + rest);
      form.set(before.subarray(0, same));
      form.set(b.subarray(at, at + rest), same);
      at += rest;
      before = form;
      forms.push(text(form));
    }
    need(2);
    const most = (b[at] << 8 | b[at + 1]) / 65535;
    at += 2;
    const count = number();
    need(count);
    const docs = new Uint32Array(count);
    for (let i = 0, doc = 0; i < count; i++) docs[i] = doc += number();
    const impacts = new Uint16Array(count);
    if (count === 1) impacts[0] = IMPACT;
    else {
      const table = [];
      const kinds = number();
      need(kinds);
      for (let i = 0, impact = IMPACT; i < kinds; i++) table.push(impact -= number());
      need(2 * count);
      for (let i = 0; i < count; i++, at++) impacts[i] = kinds ? table[b[at] << 8 | b[at + count]] : b[at] << 6 | b[at + count];
      at += count;
    }
    groups.push({ forms, docs, impacts, most });
  }
  return groups;
}

/** Reads a file of the index into the form that answer needs.
 * @param {Root} root @param {string} name @param {Uint8Array} inflated */
export function decode(root, name, inflated) {
  const bytes = unwrap(inflated);
  if (name === root.main || name === root.ages || name === root.dates || name === root.geo || root.facets.some((f) => f.file === name)) return bytes;
  if (name === root.spell) return text(bytes).split('\n');
  if (name.indexOf('-') > 0 && name === resultName(root, parseInt(name, 10))) return JSON.parse(text(bytes));
  return decodeTerms(bytes);
}

/** The file that holds what is shown of a document. @param {Root} root @param {number} doc */
export function resultFile(root, doc) { return resultName(root, Math.floor(doc / root.per)); }

function resultName(root, number) { return `${number}-${root.results[number]}`; }

/** Words of a text as the index has them. @param {string} s */
export function tokens(s) {
  const found = s.toLowerCase().replace(/’/g, "'").match(WORD) || [];
  return found.map((w) => w.replace(/'s$/, '').replace(/'/g, '')).filter(Boolean);
}

/** What a family means: ages, days, places, needs and the words that are left.
 * @param {Root} root @param {string} said @returns {Query} */
export function understand(root, said) {
  /** @type {Query} */
  const q = { text: said, q: [], soft: [], meant: [], filters: [], ages: null, place: null, near: false, soon: false, notes: [], urgent: isUrgent(said) };
  let left = ' ' + tokens(said.replace(/(\d)\s*[-–]\s*(\d)/g, '$1 to $2')).join(' ') + ' ';
  /** @param {RegExp} what @param {(...m: string[]) => string | void} then */
  const take = (what, then) => { left = left.replace(what, (...m) => { const keep = then(...m); return keep === undefined ? ' ' : keep; }); };
  /** @param {number} from @param {number} to @param {string} as */
  const ages = (from, to, as) => {
    if (from > 25 || to > 99 || q.ages) return as;
    q.ages = from > to ? [to, from] : [from, to]; // 9 to 5 are no ages the other way round
    return undefined;
  };
  // A phrase of the vocabulary says no age: 1 to 1, post 16, section 17 assessment.
  const held = Object.keys(root.aliases).filter((a) => /\d/.test(a)).sort((a, b) => b.length - a.length);
  held.forEach((phrase, i) => { left = left.replace(` ${phrase} `, ` ${String.fromCharCode(HELD + i)} `); });
  take(/ (\d{1,2}) to (\d{1,2})( years?( olds?)?| yrs?)? /, (m, a, b) => ages(+a, +b, m));
  take(/ (?:aged?|age of) (\d{1,2}) /, (m, a) => ages(+a, +a, m));
  take(/ (\d{1,2}) ?(?:years? olds?|yrs? olds?|years?|yo|y o) /, (m, a) => ages(+a, +a, m));
  take(/ (\d{1,2}) (?!hours?|hrs?|weeks?|months?|miles?|minutes?|days?|am|pm)/, (m, a) => ages(+a, +a, m));
  held.forEach((phrase, i) => { left = left.replace(String.fromCharCode(HELD + i), phrase); });
  for (const [word, from, to] of STAGES) if (!q.ages) take(word, (m) => { q.ages = [from, to]; q.soft.push(...tokens(m)); });
  if (/ near me /.test(left)) { q.near = true; take(/ near me /, () => {}); }
  placeIn(root, q, take);
  for (const day of DAYS) take(new RegExp(` ${day}s? `), (m) => { q.filters.push({ facet: 'day', value: day, said: m.trim() }); });
  q.soon = SOON.test(left);
  take(/ (today|tonight|tomorrow) /, (_, day) => (day === 'tonight' ? ' evening ' : undefined));
  for (const [said, value] of WHENS) {
    take(said, (m) => {
      q.filters.push({ facet: 'when', value, said: m.trim() });
      if (value === 'holidays') q.soft.push(...tokens(m).filter((w) => !root.stop.includes(w) && w !== 'school'));
    });
  }
  take(/ free (?!school)/, () => { q.filters.push({ facet: 'cost', value: 'free', said: 'free' }); return ' '; });
  needIn(root, q, () => left);
  notesIn(root, q, left.trim().split(' '));
  const stop = new Set(root.stop);
  const words = left.trim().split(' ').filter(Boolean);
  const telling = words.filter((w) => !stop.has(w) && !FILLER.has(w));
  q.q = [...new Set(telling.length || q.filters.length || q.ages || q.place ? telling : words.filter((w) => !stop.has(w)))];
  const needs = new Set(q.soft);
  q.q = q.q.filter((w) => !needs.has(w));
  for (const n of q.notes) if (n.kind === 'alias') q.meant.push(...tokens(n.meant).filter((w) => !stop.has(w) && !q.q.includes(w) && !needs.has(w)));
  return q;
}

/** A town, an area or a postcode in the words. The postcode stays in the page. */
function placeIn(root, q, take) {
  take(/ ([a-z]{1,2}\d[a-z\d]?)( \d[a-z]{2})? | ([a-z]{1,2}\d[a-z\d]?)(\d[a-z]{2}) /, (m, a, _, b) => {
    const district = (a || b).toUpperCase();
    const place = root.places.find((p) => p.postcodes.includes(district));
    if (!place || q.place) return m;
    q.place = place;
    q.notes.push({ kind: 'place', said: district, meant: place.name });
    return undefined;
  });
  for (const place of root.places) take(new RegExp(` ${escape(tokens(place.name).join(' '))} `), (m) => { q.place = q.place || place; return m; });
  const areas = root.facets.find((f) => f.name === 'area');
  for (const value of areas ? areas.values : []) {
    for (const name of [value.label, ...(value.words || [])]) {
      take(new RegExp(` (?:in |near )?${escape(tokens(name).join(' '))} `), (m) => {
        q.filters.push({ facet: 'area', value: value.id, said: m.trim() });
      });
    }
  }
}

function escape(s) { return s.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'); }

/** Needs become a filter; their words still count, but are not asked for. */
function needIn(root, q, left) {
  const needs = root.facets.find((f) => f.name === 'need');
  for (const value of needs ? needs.values : []) {
    for (const name of [value.label, value.id.replace(/-/g, ' '), ...(value.words || [])]) {
      const words = tokens(name);
      const phrase = ` ${words.join(' ')} `;
      if (!left().includes(phrase) || q.filters.some((f) => f.facet === 'need' && f.value === value.id)) continue;
      q.filters.push({ facet: 'need', value: value.id, said: words.join(' ') });
      q.soft.push(...words);
    }
  }
}

/** Says which words stand for others, longest first; and which are unclear. */
function notesIn(root, q, words) {
  for (let i = 0; i < words.length; i++) {
    for (let n = Math.min(5, words.length - i); n > 0; n--) {
      const phrase = words.slice(i, i + n).join(' ');
      if (n === 1 && has(root.unclear, phrase)) {
        q.notes.push({ kind: 'unclear', said: phrase, meant: root.unclear[phrase] });
        break;
      }
      if (!has(root.aliases, phrase) || FILLER.has(phrase)) continue;
      q.notes.push({ kind: 'alias', said: phrase, meant: root.aliases[phrase] });
      i += n - 1;
      break;
    }
  }
}

function has(o, key) { return Object.prototype.hasOwnProperty.call(o, key); }

/** The number of slips between two words, up to limit: letters put in, left
 * out, changed or swapped. @param {string} a @param {string} b @param {number} limit */
export function distance(a, b, limit) {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let [above2, above, row] = ROWS;
  for (let j = 0; j <= limit; j++) above[j] = j;
  for (let i = 1; i <= a.length; i++) {
    // Further than limit from the diagonal there are more slips than that.
    const from = Math.max(1, i - limit);
    const to = Math.min(b.length, i + limit);
    row[from - 1] = from === 1 ? i : limit + 1;
    let least = row[from - 1];
    for (let j = from; j <= to; j++) {
      let d = above[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      if (row[j - 1] + 1 < d) d = row[j - 1] + 1;
      if (j < i + limit && above[j] + 1 < d) d = above[j] + 1;
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] && above2[j - 2] + 1 < d) d = above2[j - 2] + 1;
      row[j] = d;
      if (d < least) least = d;
    }
    if (least > limit) return limit + 1;
    [above2, above, row] = [above, row, above2];
  }
  return above[b.length];
}

const ROWS = [[], [], []]; // of distance, written anew each time

/** Shards that may hold words from lo to hi. */
function shardsFor(root, lo, hi) { return root.terms.filter((t) => t[0] <= hi && t[1] >= lo).map((t) => t[2]); }

const END = '\uffff';
const EXACT = 1;
const PREFIX = 0.7;
const TYPO = 0.5;
const MEANT = 0.5; // the word that the site uses for what was said
const CARRIES = 1.5; // what says that it is for a need, against what is open to all pages

/** How many slips are forgiven in a word: none under five letters. */
function slips(w) { return w.length < 5 ? 0 : w.length > 7 ? 2 : 1; }

/**
 * Finds the groups of a word: itself, else words that begin with it, else words
 * a slip away, else a common word whose first letters were mistyped. Gives the
 * names of files to read first where some are missing.
 * @param {Root} root @param {(name: string) => any} get @param {string} w
 */
function lookUp(root, get, w) {
  const exact = shardsFor(root, w, w);
  if (exact.some((name) => !get(name))) return { need: exact };
  let groups = groupsIn(get, exact, (form) => form === w);
  if (groups.length) return { groups, factor: EXACT, form: w };
  if (w.length >= 3) {
    const begin = shardsFor(root, w, w + END).slice(0, 8);
    if (begin.some((name) => !get(name))) return { need: begin };
    groups = groupsIn(get, begin, (form) => form.startsWith(w));
    if (groups.length) return { groups, factor: PREFIX, form: w };
  }
  return slips(w) ? lookNear(root, get, w) : { groups: [] };
}

function groupsIn(get, names, fits) {
  const found = [];
  for (const name of names) for (const g of get(name)) if (g.forms.some(fits)) found.push(g);
  return found;
}

/** A word that was mistyped. */
function lookNear(root, get, w) {
  const start = w.slice(0, 3);
  const near = shardsFor(root, start, start + END);
  if ([root.spell, ...near].some((name) => !get(name))) return { need: [root.spell, ...near] };
  let best = null;
  const offer = (form, count) => {
    // Nearer than the best so far, or as near and commoner.
    const limit = !best ? slips(w) : count > best.count ? best.d : best.d - 1;
    if (limit < 1 || Math.abs(form.length - w.length) > limit) return;
    const d = distance(w, form, limit);
    if (d <= limit) best = { d, form, count };
  };
  for (const name of near) for (const g of get(name)) for (const form of g.forms) if (form.startsWith(start)) offer(form, g.docs.length);
  if (!best || best.d > 1) for (const form of get(root.spell)) offer(form, 0);
  if (!best) return { groups: [] };
  const names = shardsFor(root, best.form, best.form);
  if (names.some((name) => !get(name))) return { need: names };
  return { groups: groupsIn(get, names, (form) => form === best.form), factor: TYPO, form: best.form, typo: true };
}

/**
 * Answers a query. Where files are missing it gives their names in need: read
 * them and ask again. The same query gives the same answer whatever was asked
 * before.
 * @param {Root} root
 * @param {(name: string) => any} get a file that was read, decoded, or undefined
 * @param {Query} q
 * @param {{chosen?: Filter[], sort?: string, today?: string, counts?: string[]}} [how]
 *   sort is near, next (the soonest from today, a date like 2026-11-22) or best;
 *   unless it is given, the words say it. Counts are the facets to be counted.
 */
export function answer(root, get, q, how = {}) {
  const need = new Set([root.main]);
  const filters = mergeFilters(q.filters, how.chosen || []);
  const sort = how.sort || sortOf(q);
  if (sort === 'near' && q.place) need.add(root.geo);
  if (sort === 'next') need.add(root.dates);
  if (q.ages) need.add(root.ages);
  for (const name of ['kind', ...filters.map((f) => f.facet), ...(how.counts || []), ...(sort === 'next' ? ['day', 'when'] : [])]) {
    const file = facetOf(root, name)?.file;
    if (file) need.add(file);
  }
  const slots = [];
  for (const [words, asked] of /** @type {[string[], boolean][]} */ ([[q.q, true], [q.soft, false], [q.meant, false]])) {
    for (const w of words) {
      const found = lookUp(root, get, w);
      if (found.need) for (const name of found.need) need.add(name);
      else if (words === q.meant) { if (found.form === w) slots.push({ word: w, asked, ...found, factor: MEANT }); } else slots.push({ word: w, asked, ...found });
    }
  }
  const missing = [...need].filter((name) => !get(name));
  if (missing.length) return { need: missing };
  return rank(root, get, q, filters, slots, { sort, today: how.today || '' });
}

function mergeFilters(said, chosen) {
  const all = [...said];
  for (const f of chosen) if (!all.some((g) => g.facet === f.facet && g.value === f.value)) all.push(f);
  return all;
}

function facetOf(root, name) { return root.facets.find((f) => f.name === name); }

/** The order that the words ask for: after a postcode the nearest comes first,
 * after "this weekend" the soonest. @param {Query} q */
export function sortOf(q) {
  if (q.notes.some((n) => n.kind === 'place')) return 'near';
  return q.soon ? 'next' : 'best';
}

/** Reads the columns of one facet out of its file. */
function column(root, get, name) {
  const facet = facetOf(root, name);
  if (!facet) return null;
  let at = 0;
  for (const f of root.facets) {
    if (f === facet || facet.file) break;
    if (!f.file) at += Math.ceil(f.values.length / 8) * root.docs;
  }
  const bytes = get(facet.file || root.main);
  if (!bytes) return null;
  return (doc, value) => (bytes[at + (value >> 3) * root.docs + doc] >> (value & 7) & 1) === 1;
}

function rank(root, get, q, filters, slots, how) {
  const n = root.docs;
  const score = new Float64Array(n);
  const matched = new Uint8Array(n);
  const hits = [];
  const [least, highest] = root.scores;
  for (const slot of slots) {
    const mine = new Float64Array(n);
    for (const g of slot.groups) {
      const unit = least * (highest / least) ** g.most / IMPACT * slot.factor;
      for (let i = 0; i < g.docs.length; i++) mine[g.docs[i]] = Math.max(mine[g.docs[i]], unit * g.impacts[i]);
    }
    hits.push(mine);
    for (let doc = 0; doc < n; doc++) {
      if (!mine[doc]) continue;
      score[doc] += mine[doc];
      if (slot.asked) matched[doc]++;
    }
  }
  const asked = slots.filter((s) => s.asked);
  const said = (doc) => asked.length > 0 || score[doc] > 0;
  const { passes, carries } = filterFor(root, get, q, filters, said);
  const passing = [];
  let most = 0;
  for (let doc = 0; doc < n; doc++) {
    if (!passes(doc)) continue;
    passing.push(doc);
    most = Math.max(most, matched[doc]);
    score[doc] *= CARRIES ** carries(doc);
  }
  const nothing = asked.length > 0 && most === 0;
  const docs = nothing ? [] : passing.filter((doc) => asked.length === 0 || matched[doc] === most);
  const away = how.sort === 'near' && q.place ? distances(root, get, q.place) : null;
  const ahead = how.sort === 'next' ? daysAhead(root, get, how.today) : null;
  docs.sort((a, b) => (away ? away(a) - away(b) : 0) || (ahead ? ahead(a) - ahead(b) : 0) || score[b] - score[a] || a - b);
  const relaxed = asked.length > most && !nothing;
  // Where one more value would widen a search, its count is of what it would add.
  const wider = (name) => {
    const others = filters.filter((f) => f.facet !== name);
    if (facetOf(root, name).every || others.length === filters.length) return docs;
    const found = [];
    const { passes } = filterFor(root, get, q, others, said);
    for (let doc = 0; doc < n; doc++) if (passes(doc) && (asked.length === 0 || matched[doc] === most && most > 0)) found.push(doc);
    return found;
  };
  return {
    docs, total: docs.length, filters, away, sort: how.sort,
    relaxed, mostly: most * 2 > asked.length,
    unknown: asked.filter((s) => s.groups.length === 0).map((s) => s.word),
    typos: slots.filter((s) => s.typo).map((s) => ({ said: s.word, meant: s.form })),
    why: (doc) => slots.filter((_, i) => hits[i][doc]).map((s) => s.form),
    fits: (doc) => filters.filter((f) => holds(root, get, f)(doc)),
    aged: (doc) => agesMeet(root, get, q.ages, doc),
    counts: (name) => counts(root, get, name, wider(name)),
    score: (doc) => score[doc],
    without: nothing || relaxed || docs.length === 0 ? helpful(root, get, q, filters, asked, matched, said) : null,
  };
}

/** A test for documents: each filter must hold. Guides, journeys and plain pages
 * have few of these facts, and are let through where the words are about them. */
function filterFor(root, get, q, filters, said) {
  const kinds = column(root, get, 'kind');
  const loose = ['guide', 'journey', 'page'].map((id) => facetOf(root, 'kind').values.findIndex((v) => v.id === id));
  const tests = [];
  for (const f of filters) {
    const fits = holds(root, get, f);
    const other = facetOf(root, f.facet)?.every ? null : tests.find((t) => t.facet === f.facet);
    if (!other) tests.push({ facet: f.facet, strict: f.facet === 'kind', fits });
    else {
      const either = other.fits;
      other.fits = (doc) => either(doc) || fits(doc);
    }
  }
  if (q.ages) tests.push({ facet: 'age', strict: false, fits: (doc) => agesMeet(root, get, q.ages, doc) });
  const passes = (doc) => {
    const lenient = said(doc) && loose.some((kind) => kinds(doc, kind));
    return tests.every((t) => t.fits(doc) || lenient && !t.strict);
  };
  const carries = (doc) => tests.filter((t) => t.fits(doc)).length;
  return { passes, carries };
}

/** A test for one filter. @param {Root} root @param {(name: string) => any} get @param {Filter} f */
function holds(root, get, f) {
  const facet = facetOf(root, f.facet);
  const at = facet ? facet.values.findIndex((v) => v.id === f.value) : -1;
  const has = at < 0 ? null : column(root, get, f.facet);
  return has ? (doc) => has(doc, at) : () => true;
}

function agesMeet(root, get, ages, doc) {
  const column = get(root.ages);
  return column[doc] <= ages[1] && column[root.docs + doc] >= ages[0] && column[doc] !== 255;
}

function counts(root, get, name, docs) {
  const has = column(root, get, name);
  return facetOf(root, name).values.map((_, at) => (has ? docs.reduce((n, doc) => n + (has(doc, at) ? 1 : 0), 0) : null));
}

/** The one filter whose removal helps most, and by how many. */
function helpful(root, get, q, filters, asked, matched, said) {
  let best = null;
  const attempt = (what, without, ages) => {
    const { passes } = filterFor(root, get, { ...q, ages }, without, said);
    let n = 0;
    for (let doc = 0; doc < root.docs; doc++) if (passes(doc) && (asked.length === 0 || matched[doc] === asked.length)) n++;
    if (n > 0 && (!best || n > best.n)) best = { what, n };
  };
  for (const f of filters) attempt(f, filters.filter((g) => g !== f), q.ages);
  if (q.ages) attempt({ facet: 'age', value: '' }, filters, null);
  return best;
}

const AHEAD = 60; // days that are looked through: more than the summer holidays

/** Days until a thing next happens: a day on which it is, within its dates, in a
 * week of the month and in term or in the holidays as it says. Last comes what states no day. */
function daysAhead(root, get, today) {
  const [on, when] = [column(root, get, 'day'), column(root, get, 'when')];
  const at = (facet, id) => facetOf(root, facet).values.findIndex((v) => v.id === id);
  const [term, holidays] = [at('when', 'term'), at('when', 'holidays')];
  const first = Date.parse(today) / DAY;
  const days = Array.from({ length: AHEAD }, (_, n) => {
    const date = new Date((first + n) * DAY);
    const iso = date.toISOString().slice(0, 10);
    const known = root.school.some(([, to]) => iso <= to);
    const school = root.school.some(([from, to]) => from <= iso && iso <= to);
    return { day: at('day', DAYS[date.getUTCDay()]), mine: school ? term : holidays, other: school ? holidays : term, known, week: Math.ceil(date.getUTCDate() / 7) };
  });
  const dates = get(root.dates);
  const date = (i) => dates[2 * i] | dates[2 * i + 1] << 8;
  return (doc) => {
    const [from, to] = [date(doc), date(root.docs + doc) || Infinity];
    const weeks = dates[4 * root.docs + doc] || 31;
    const n = days.findIndex(({ day, mine, other, known, week }, i) => on(doc, day) && first + i >= from && first + i <= to &&
      (weeks >> week - 1 & 1) && (!known || when(doc, mine) || !when(doc, other)));
    return n < 0 ? AHEAD : n;
  };
}

/** Miles from a place, as the crow flies; far away for what has no place. */
function distances(root, get, place) {
  const b = get(root.geo);
  const int = (i) => b[4 * i] | b[4 * i + 1] << 8 | b[4 * i + 2] << 16 | b[4 * i + 3] << 24;
  const [south, west, north, east] = [0, 1, 2, 3].map((i) => int(i) / 1e5);
  return (doc) => {
    const at = 16 + 3 * doc;
    const y = b[at] << 4 | b[at + 1] >> 4;
    const x = (b[at + 1] & 15) << 8 | b[at + 2];
    if (!y) return 9999;
    const lat = south + (y - 1) / 4094 * (north - south);
    const lon = west + (x - 1) / 4094 * (east - west);
    const dy = (lat - place.lat) * 69;
    const dx = (lon - place.lon) * 69 * Math.cos(place.lat * Math.PI / 180);
    return Math.round(Math.sqrt(dx * dx + dy * dy));
  };
}

/** Puts parts in the places {1}, {2} and so on of a phrase. @param {string} phrase @param {...(string | number)} parts */
export const fill = (phrase, ...parts) => phrase.replace(/\{(\d)\}/g, (place, n) => (n > 0 && n <= parts.length ? String(parts[n - 1]) : place));

/** What was made of a query, in words for the reader.
 * @param {Root} root @param {Query} q @param {any} a @param {typeof fill} say what says a phrase */
export function explain(root, q, a, say = fill) {
  const said = [];
  for (const n of q.notes) {
    if (n.kind === 'alias') said.push(say('Showing {1} for “{2}”', n.meant, n.said));
    if (n.kind === 'unclear') said.push(say('“{1}” can mean {2}', n.said, n.meant));
  }
  for (const t of a.typos) said.push(say('Showing {1} for “{2}”', `“${t.meant}”`, t.said));
  if (a.relaxed) said.push(a.mostly ? say('Nothing matches all of your words. These match most of them') : say('Nothing matches all of your words. These match some of them'));
  return said;
}

/** What a short form may stand for, each as words to search for. @param {string} meant */
export function meanings(meant) {
  return meant.replace(/ *\([^)]*\)/g, '').split(/,? or /).map((m) => m.replace(/^(an?|the) /, ''));
}

/** A filter in words. @param {Root} root @param {Filter} f */
export function filterLabel(root, f) {
  const facet = facetOf(root, f.facet);
  const value = facet && facet.values.find((v) => v.id === f.value);
  return value ? value.label : f.value;
}
