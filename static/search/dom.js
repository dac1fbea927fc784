// Makes elements. Words are always text, never markup.

/** @typedef {Node | string | null | false} Inside nothing is made of null and false */

/** @param {string} name @param {Record<string, any>} [attributes] @param {string | Inside[]} [inside] @returns {HTMLElement} */
export function el(name, attributes = {}, inside = []) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else if (value !== false && value !== null) node.setAttribute(key, value === true ? '' : value);
  }
  for (const child of typeof inside === 'string' ? [inside] : inside) if (child !== null && child !== false) node.append(child);
  return node;
}

/** Puts nodes in place of what is in an element. @param {Element} box @param {Inside[]} nodes */
export function fill(box, nodes) {
  box.replaceChildren(...nodes.filter((n) => n !== null && n !== false));
}
