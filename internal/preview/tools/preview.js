// What the preview adds to every page: the page loads itself again when it has
// changed, where it was scrolled to, and a bar tells what is wrong on the
// website and for which day it is shown. A built website has none of this.
// @ts-check

/**
 * What the server tells: `page` is the version of this page.
 * @typedef {{page: string, problems: number, advice: number, here: number, all: boolean, asOf: string, day: string, today: boolean, now: string, alone: boolean}} State
 */

const kept = 'localoffer-preview';

// The server says which version this page is when it sends it. Where a browser
// keeps that to itself, as it does for another computer's preview, it is the one
// that the server tells of first.
const [sent] = performance.getEntriesByType('navigation');
let own = /** @type {PerformanceNavigationTiming} */ (sent)?.serverTiming?.find(({ name }) => name === 'page')?.description;

/** keepPlace notes how far the page is scrolled, for after it is loaded again. */
const keepPlace = () => sessionStorage.setItem(kept, JSON.stringify({ at: location.pathname, x: scrollX, y: scrollY }));

/** Some of a page may come late, so it is scrolled again as it grows, until somebody else scrolls. */
function restorePlace() {
  const place = JSON.parse(sessionStorage.getItem(kept) ?? 'null');
  sessionStorage.removeItem(kept);
  if (place?.at !== location.pathname) return;
  history.scrollRestoration = 'manual';
  const go = () => scrollTo({ left: place.x, top: place.y, behavior: 'instant' });
  const growing = new ResizeObserver(go);
  const stop = () => {
    growing.disconnect();
    history.scrollRestoration = 'auto';
  };
  growing.observe(document.body);
  for (const touch of ['wheel', 'touchstart', 'keydown', 'pointerdown']) addEventListener(touch, stop, { once: true, passive: true });
  setTimeout(stop, 2000);
  go();
}

/**
 * @param {string} tag
 * @param {Record<string, string>} attributes
 * @param {(Node | string)[]} inside
 */
function make(tag, attributes, ...inside) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...inside);
  return element;
}

const count = (/** @type {number} */ n, /** @type {string} */ one, /** @type {string} */ many) => `${n} ${n === 1 ? one : many}`;

/** @param {State} state */
function words({ problems, advice, here, all }) {
  const found = problems ? count(problems, 'problem', 'problems') : advice ? count(advice, 'piece of advice', 'pieces of advice') : 'No problems';
  const part = here && here < problems + advice ? `, ${here} on this page` : '';
  return found + part + (all ? '' : ' so far');
}

class Bar extends HTMLElement {
  problems = make('a', { href: '/_preview/problems' });
  now = make('a', {});
  day = make('summary', {});
  on = /** @type {HTMLInputElement} */ (make('input', { type: 'date', name: 'on', id: 'on', required: '' }));
  form = make('form', { method: 'post' },
    make('label', { for: 'on' }, 'Show it as of'), this.on, make('button', {}, 'Show'),
    make('button', { name: 'to', value: 'today', formnovalidate: '' }, 'Today'),
    make('input', { type: 'hidden', name: 'back', value: location.pathname + location.search }));

  connectedCallback() {
    const look = make('link', { rel: 'stylesheet', href: '/_preview/preview.css' });
    const bar = make('section', { class: 'bar', 'aria-label': 'Preview', lang: 'en-GB', dir: 'ltr' }, this.problems, this.now, make('details', {}, this.day, this.form));
    bar.hidden = true;
    look.addEventListener('load', () => {
      bar.hidden = false;
      // What the keyboard reaches must not end up behind the bar.
      document.documentElement.style.scrollPaddingBlockEnd = `${bar.offsetHeight + 8}px`;
    });
    // The fragment stays in the browser: an answer that leads elsewhere takes it along.
    this.form.addEventListener('submit', () => {
      this.form.setAttribute('action', '/_preview/as-of' + location.hash);
      keepPlace();
    });
    this.attachShadow({ mode: 'open' }).append(look, bar);
  }

  /** @param {State} state */
  show(state) {
    this.problems.textContent = words(state);
    this.problems.className = state.problems ? 'some' : '';
    this.day.textContent = state.today ? 'As of today' : `As of ${state.day}`;
    if (this.shadowRoot?.activeElement !== this.on) this.on.value = state.asOf;
    this.now.textContent = state.now && 'This page is an earlier one. See it now';
    this.now.hidden = !state.now;
    this.now.setAttribute('href', state.now || '/');
  }
}

customElements.define('localoffer-preview', Bar);
const bar = new Bar();
/** @type {EventSource | undefined} */
let events;
let alone = false; // the form for editors: nothing may load it again while it is filled in

/** @param {State} state */
function told(state) {
  if (state.alone) {
    alone = true;
    leave();
    return;
  }
  own ??= state.page;
  if (state.page !== own) {
    leave();
    keepPlace();
    location.reload();
    return;
  }
  if (!bar.isConnected) document.body.append(bar);
  bar.show(state);
}

// A page that nobody sees does not listen: a browser has few connections for
// all pages of a server. It catches up when it is seen again.
function listen() {
  if (events || alone || document.visibilityState === 'hidden') return;
  events = new EventSource('/_preview/events?page=' + encodeURIComponent(location.pathname));
  events.onmessage = ({ data }) => told(JSON.parse(data));
}

function leave() {
  events?.close();
  events = undefined;
}

restorePlace();
listen();
document.addEventListener('visibilitychange', () => (document.visibilityState === 'hidden' ? leave() : listen()));
addEventListener('pagehide', leave);
addEventListener('pageshow', listen);
