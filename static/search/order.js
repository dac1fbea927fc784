// The order of the results, and where the family is. The device is asked only
// when the button is pressed; of its answer the nearest town is kept, in the
// address of this page and nowhere else.
import { sortOf } from './core.js';
import { write } from './state.js';
import { el } from './dom.js';
import { say } from './say.js';

/** @typedef {import('./state.js').State} State @typedef {import('./core.js').Place} Place */

/** @param {Place[]} places @param {number} lat @param {number} lon */
export function nearest(places, lat, lon) {
  const far = (/** @type {Place} */ p) => (p.lat - lat) ** 2 + ((p.lon - lon) * Math.cos(lat * Math.PI / 180)) ** 2;
  return places.reduce((best, p) => (far(p) < far(best) ? p : best));
}

/**
 * @param {HTMLElement} box
 * @param {{set: (state: State) => void, say: (words: string) => void}} does
 */
export function orderRow(box, does) {
  /** @type {State} */ let state;
  /** @type {Place[]} */ let places = [];
  const links = { best: el('a'), next: el('a'), near: el('a') };
  const button = /** @type {HTMLButtonElement} */ (el('button', { type: 'button', onclick: locate }, say('Use where I am now')));
  const note = el('p', { class: 'note' });
  const head = el('span', { class: 'count' });
  const details = /** @type {HTMLDetailsElement} */ (el('details', {}, [
    el('summary', {}, [say('Order'), ' ', head]),
    el('ul', { class: 'chips' }, [links.best, links.next, links.near, button].map((node) => el('li', {}, [node]))), note,
  ]));
  box.append(details);

  function locate() {
    const lost = () => does.say(say('We could not tell where you are. Add your town or postcode to your words instead.'));
    if (!navigator.geolocation) return lost();
    navigator.geolocation.getCurrentPosition(({ coords }) => {
      const place = nearest(places, coords.latitude, coords.longitude);
      does.set({ ...state, near: place.name, sort: 'near' });
      shown(links.near, true);
      links.near.focus();
    }, lost, { maximumAge: 600000, timeout: 20000 });
  }

  return {
    /** @param {import('./draw.js').Found} found */
    update({ root, state: now, q, a }) {
      [state, places] = [now, root.places];
      const on = a.away ? 'near' : a.sort === 'next' ? 'next' : 'best';
      const words = { best: say('Best match first'), next: say('Soonest day first'), near: q.place ? say('Nearest to {1} first', q.place.name) : '' };
      const byItself = sortOf(q);
      for (const name of /** @type {('best' | 'next' | 'near')[]} */ (['best', 'next', 'near'])) {
        links[name].textContent = words[name];
        links[name].setAttribute('href', write({ ...state, sort: name === byItself ? '' : name }));
        if (name === on) links[name].setAttribute('aria-current', 'true'); else links[name].removeAttribute('aria-current');
      }
      shown(links.near, !!q.place);
      shown(button, !q.place && places.length > 0);
      head.textContent = `(${words[on].replace(/^[A-Z]/, (c) => c.toLowerCase())})`;
      box.hidden = a.total < 2;
      if (q.near && !q.place) details.open = true;
      note.textContent = on === 'next' ? say('From today, day by day, by the dates of the school terms. Ring first: a day can change.')
        : q.near && !q.place ? say('To see what is near, press “Use where I am now”, or add your town or postcode to your words. Neither leaves this page.')
          : state.near ? say('Your device says that {1} is the nearest town we know. That stays on this page.', state.near) : '';
    },
  };
}

function shown(node, yes) { node.parentElement.hidden = !yes; }
