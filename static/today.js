// A page is made for a day, and carries what it will have to say from later
// days on. Where the reader's day is one of those, because nobody has made the
// site again or a browser kept the page, this says it. It also says how long ago
// the facts were checked. Without it the printed dates tell the truth.

/** The last note whose day has come, of some in the order of their days.
 * @template {{from: string}} Note @param {Note[]} notes @param {string} today @returns {Note | undefined} */
export const due = (notes, today) => notes.filter(({ from }) => from <= today).at(-1);

/** The day of a moment, where the reader is, as a page writes days: 2026-10-03. @param {Date} now */
export const dayOf = (now) => new Date(now.getTime() - now.getTimezoneOffset() * 6e4).toISOString().slice(0, 10);

/** How long ago a day was: 3 weeks ago. Nothing of a day to come: then the clock is wrong.
 * @param {string} day @param {string} today @param {string} language @returns {string} */
export function ago(day, today, language) {
  const days = (Date.parse(today) - Date.parse(day)) / 864e5;
  const say = (/** @type {number} */ n, /** @type {Intl.RelativeTimeFormatUnit} */ unit, /** @type {'auto' | 'always'} */ numeric) =>
    new Intl.RelativeTimeFormat(language, { numeric }).format(-Math.round(n), unit);
  if (!(days >= 0)) return '';
  if (days < 14) return say(days, 'day', 'auto');
  if (days < 60) return say(days / 7, 'week', 'always');
  return days < 730 ? say(days / 30.44, 'month', 'always') : say(days / 365.25, 'year', 'always');
}

/** @param {string} today */
function bring(today) {
  const notes = [...document.querySelectorAll('main [data-from]')].map((element) => /** @type {HTMLElement} */ (element));
  const note = due(notes.map((at) => ({ at, from: at.dataset.from || '' })), today)?.at;
  if (note) {
    note.parentElement?.querySelector(':scope > .warning:not([data-from])')?.remove();
    note.appendChild(document.createElement('strong')).textContent = note.dataset.warning || '';
    note.hidden = !note.dataset.warning;
  }
  for (const time of document.querySelectorAll('.checked time')) {
    const words = ago(/** @type {HTMLTimeElement} */ (time).dateTime, today, document.documentElement.lang);
    if (words) time.textContent = ` (${words})`;
  }
}

if (globalThis.document) bring(dayOf(new Date()));
