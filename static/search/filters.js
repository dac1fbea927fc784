// The filters: made once, then only their numbers change, so that focus stays
// on the box that was ticked.
import { AGE, anAge, withFilter, withoutFilter } from './state.js';
import { el } from './dom.js';
import { say } from './say.js';

/** @typedef {import('./core.js').Facet} Facet @typedef {import('./state.js').State} State */

/**
 * @param {HTMLElement} box
 * @param {{set: (state: State) => void, recount: () => void, arrive: () => void}} does what a change,
 *   a look at more filters and the button for the results lead to
 */
export function filterForm(box, does) {
  /** @type {Map<string, {input: HTMLInputElement, count: HTMLElement}>} */
  const rows = new Map();
  /** @type {Map<string, HTMLElement>} */
  const heads = new Map();
  /** @type {State} */ let state;
  let q = null;
  const age = /** @type {HTMLInputElement} */ (el('input', { inputmode: 'numeric', maxlength: '2', id: 'age', autocomplete: 'off', onchange: changeAge }));
  const details = () => {
    const box = /** @type {HTMLDetailsElement} */ (el('details', { ontoggle: () => box.open && does.recount() }));
    return box;
  };
  const [outer, more] = [details(), details()];
  outer.className = 'filter-box';
  const all = el('span', { class: 'count' });
  const show = el('button', { type: 'button', class: 'button', onclick: () => does.arrive() });

  function changeAge() {
    const years = anAge(age.value.trim());
    if (years) does.set({ ...state, age: years });
    else does.set(withoutFilter(state, AGE, q.saysAge));
  }

  /** @param {Facet} facet */
  const group = (facet) => {
    const head = el('span', { class: 'count' });
    heads.set(facet.name, head);
    return el('details', {}, [
      el('summary', {}, [facet.title, ' ', head]),
      el('fieldset', {}, [el('legend', { class: 'out-of-sight' }, facet.title), ...facet.values.map((v) => row(facet, v))]),
    ]);
  };

  const row = (facet, v) => {
    const f = { facet: facet.name, value: v.id };
    const input = /** @type {HTMLInputElement} */ (el('input', {
      type: 'checkbox',
      onchange: () => does.set(input.checked ? withFilter(state, f) : withoutFilter(state, f, q.says(f))),
    }));
    const count = el('span', { class: 'count' });
    rows.set(`${facet.name}:${v.id}`, { input, count });
    return el('label', {}, [input, el('span', {}, [v.label, ' ', count])]);
  };

  const build = (root) => {
    const few = root.facets.filter((f) => !f.more);
    more.append(el('summary', {}, say('More filters')), ...root.facets.filter((f) => f.more).map(group));
    outer.append(
      el('summary', {}, [say('Filter the results'), ' ', all]),
      el('p', { class: 'age' }, [el('label', { for: 'age' }, say('Your child’s age, in years')), age]),
      ...few.map(group), more, el('p', {}, [show]),
    );
    box.append(outer);
  };

  const looked = (facet) => outer.open && (more.open || !facet.more);

  return {
    counted: (root) => root.facets.filter(looked).map((f) => f.name),
    /** @param {import('./draw.js').Found} found */
    update(found) {
      const { root, a } = found;
      if (!rows.size) build(root);
      ({ state, q } = found);
      if (document.activeElement !== age) age.value = q.ages && q.ages[0] === q.ages[1] ? String(q.ages[0]) : '';
      for (const facet of root.facets) {
        const counts = looked(facet) ? a.counts(facet.name) : null;
        let ticked = 0;
        facet.values.forEach((v, i) => {
          const row = /** @type {{input: HTMLInputElement, count: HTMLElement}} */ (rows.get(`${facet.name}:${v.id}`));
          row.input.checked = a.filters.some((f) => f.facet === facet.name && f.value === v.id);
          row.count.textContent = counts ? `(${counts[i]})` : '';
          if (row.input.checked) ticked++;
        });
        /** @type {HTMLElement} */ (heads.get(facet.name)).textContent = ticked ? say('({1} on)', ticked) : '';
      }
      const on = a.filters.length + (q.ages ? 1 : 0);
      all.textContent = on ? say('({1} on)', on) : '';
      show.textContent = a.total === 1 ? say('Show 1 result') : say('Show {1} results', a.total);
    },
  };
}
