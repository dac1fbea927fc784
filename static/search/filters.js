// The filters: made once, then only their numbers change, so that focus stays
// on the box that was ticked.
import { el } from './dom.js';

/** @param {HTMLElement} box @param {(change: object) => void} go */
export function filterForm(box, go) {
  /** @type {Map<string, {input: HTMLInputElement, count: HTMLElement}>} */
  const rows = new Map();
  let more = null;
  let age = null;
  let state = null;

  const change = (facet, value, on) => {
    const filters = state.filters.filter((f) => f.facet !== facet || f.value !== value);
    if (on) filters.push({ facet, value });
    go({ filters, not: on ? state.not : [...state.not, `${facet}:${value}`] });
  };

  const fieldset = (facet) => el('fieldset', {}, [
    el('legend', {}, facet.title),
    ...facet.values.map((v) => {
      const input = /** @type {HTMLInputElement} */ (el('input', { type: 'checkbox', onchange: () => change(facet.name, v.id, input.checked) }));
      const count = el('span', { class: 'count' });
      rows.set(`${facet.name}:${v.id}`, { input, count });
      return el('label', {}, [input, el('span', {}, [v.label, ' ', count])]);
    }),
  ]);

  const build = (root) => {
    age = /** @type {HTMLInputElement} */ (el('input', { type: 'number', min: '0', max: '25', inputmode: 'numeric', id: 'age', onchange: () => go({ age: age.value, not: state.not.filter((n) => n !== 'age') }) }));
    more = /** @type {HTMLDetailsElement} */ (el('details', { class: 'more-filters', ontoggle: () => go({}, true) }, [
      el('summary', {}, 'More filters'), ...root.facets.filter((f) => f.more).map(fieldset),
    ]));
    box.append(el('details', { class: 'filter-box' }, [
      el('summary', {}, 'Filter the results'),
      el('p', { class: 'age' }, [el('label', { for: 'age' }, 'Your child’s age'), age]),
      ...root.facets.filter((f) => !f.more).map(fieldset),
      more,
    ]));
  };

  return {
    opened: () => !!more && more.open,
    update(root, a, now, q) {
      state = now;
      if (!rows.size) build(root);
      if (document.activeElement !== age) age.value = q.ages && q.ages[0] === q.ages[1] ? String(q.ages[0]) : '';
      for (const facet of root.facets) {
        const counts = facet.more && !more.open ? null : a.counts(facet.name);
        facet.values.forEach((v, i) => {
          const row = rows.get(`${facet.name}:${v.id}`);
          const n = counts ? counts[i] : null;
          row.input.checked = a.filters.some((f) => f.facet === facet.name && f.value === v.id);
          row.count.textContent = n === null ? '' : `(${n})`;
        });
      }
    },
  };
}
