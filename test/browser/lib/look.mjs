// What a person sees, measured. This one function is sent into every page
// before it loads, and leaves its tools at `window.look`. It can use nothing
// from outside itself.
export function look() {
  const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const known = new Map();

  // paint turns any CSS colour, however it is written, into red, green, blue and alpha.
  function paint(colour) {
    if (!known.has(colour)) {
      pen.clearRect(0, 0, 1, 1);
      pen.fillStyle = colour;
      pen.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = pen.getImageData(0, 0, 1, 1).data;
      known.set(colour, [r, g, b, a / 255]);
    }
    return known.get(colour);
  }

  const over = ([r, g, b, a], under) => [r, g, b].map((c, i) => c * a + under[i] * (1 - a));

  function luminance(rgb) {
    const [r, g, b] = rgb.map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }

  function ratio(one, other) {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  }

  // canvas is what lies under everything: white, or near black in a dark scheme.
  function canvas() {
    const probe = document.createElement('i');
    probe.style.backgroundColor = 'Canvas';
    document.documentElement.append(probe);
    const colour = getComputedStyle(probe).backgroundColor;
    probe.remove();
    return paint(colour).slice(0, 3);
  }

  // ground is the colour behind an element's own text.
  function ground(element) {
    const layers = [];
    for (let at = element; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.backgroundImage !== 'none') return null; // a picture: nobody can say
      const colour = paint(style.backgroundColor);
      layers.unshift(colour);
      if (colour[3] === 1) break;
    }
    return layers.reduce((under, layer) => over(layer, under), canvas());
  }

  function opacity(element) {
    let all = 1;
    for (let at = element; at; at = at.parentElement) all *= Number(getComputedStyle(at).opacity);
    return all;
  }

  // seen is false for what is not shown and for what is kept for screen readers only.
  function seen(element) {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
    const box = element.getBoundingClientRect();
    return box.width > 1 && box.height > 1;
  }

  const shorten = (text) => text.replace(/\s+/g, ' ').trim().slice(0, 40);

  // name is how a failure points at an element: its tag and class, where it
  // stands, and its first words.
  function name(element) {
    const own = (el) => el.localName + (el.id ? '#' + el.id : el.classList.length ? '.' + el.classList[0] : '');
    const near = element.parentElement?.closest('[class], [id]');
    return `${own(element)}${near ? ' in ' + own(near) : ''} “${shorten(element.textContent)}”`;
  }

  // texts is every piece of text on show, with the boxes of its lines.
  function texts() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const element = node.parentElement;
      if (!node.data.trim() || !seen(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const boxes = [...range.getClientRects()].filter((box) => box.width > 1 && box.height > 1);
      if (boxes.length) found.push({ node, element, boxes });
    }
    return found;
  }

  // faint is text with less contrast than asked, in words.
  function faint(least) {
    return texts().flatMap(({ element }) => {
      const under = ground(element);
      if (!under) return [`${name(element)}: on a picture, so its contrast cannot be told`];
      const [r, g, b, a] = paint(getComputedStyle(element).color);
      const got = ratio(over([r, g, b, a * opacity(element)], under), under);
      return got < least - 0.005 ? [`${name(element)}: ${got.toFixed(2)}:1, wanted ${least}:1`] : [];
    });
  }

  // scrolls is true inside a frame of its own, such as that of a wide table.
  function scrolls(element) {
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      if (/auto|scroll/.test(getComputedStyle(at).overflowX)) return true;
    }
    return false;
  }

  // cut is text that a narrow window or larger letters would hide from a reader.
  function cut() {
    const found = [];
    const { scrollWidth } = document.scrollingElement;
    if (scrollWidth > innerWidth) found.push(`the page is ${scrollWidth} px wide in a window of ${innerWidth}`);
    for (const { element, boxes } of texts()) {
      if (scrolls(element) || element.closest('.skip')) continue;
      const out = boxes.find((box) => box.right > innerWidth + 1 || box.left < -1);
      if (out) found.push(`${name(element)}: its text runs from ${out.left.toFixed()} to ${out.right.toFixed()} px, wanted 0 to ${innerWidth}`);
    }
    for (const element of document.body.querySelectorAll('*')) {
      const style = getComputedStyle(element);
      if (!seen(element) || !element.textContent.trim()) continue;
      for (const [axis, full, room] of [['X', element.scrollWidth, element.clientWidth], ['Y', element.scrollHeight, element.clientHeight]]) {
        if (/hidden|clip/.test(style['overflow' + axis]) && room && full > room + 1) {
          found.push(`${name(element)}: clipped, ${full} px in ${room}`);
        }
      }
    }
    return found;
  }

  // piled is text lying over other text. The boxes of lines are taller than
  // their letters, so a quarter of each is left off before they are compared.
  function piled() {
    const lines = texts().flatMap(({ element, boxes }) =>
      boxes.map((box) => ({ element, l: box.left + 1, r: box.right - 1, t: box.top + box.height / 4, b: box.bottom - box.height / 4 })));
    lines.sort((one, other) => one.t - other.t);
    const found = [];
    lines.forEach((one, i) => {
      for (let j = i + 1; j < lines.length && lines[j].t < one.b; j++) {
        const other = lines[j];
        if (other.l < one.r && one.l < other.r) found.push(`${name(one.element)} lies over ${name(other.element)}`);
      }
    });
    return found;
  }

  const control = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';

  // inSentence is the exception of 2.5.8: a link set among other words of its line.
  function inSentence(element) {
    if (getComputedStyle(element).display !== 'inline') return false;
    let block = element.parentElement;
    while (getComputedStyle(block).display === 'inline') block = block.parentElement;
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (/[\p{L},;]/u.test(node.data) && !node.parentElement.closest('a, button, label, summary') && beside(node, element)) return true;
    }
    return false;
  }

  // beside: words in a block of their own, such as a note under a link, make no sentence of it.
  function beside(node, element) {
    for (let at = node.parentElement; !at.contains(element); at = at.parentElement) {
      if (getComputedStyle(at).display !== 'inline') return false;
    }
    return true;
  }

  // targets is everything one can press: its size, and whether it is in a sentence.
  function targets() {
    return [...document.querySelectorAll(control)].filter(seen).filter((el) => !el.matches('.skip')).map((element) => {
      const label = element.matches('[type=checkbox], [type=radio]') && element.labels?.[0];
      const box = (label || element).getBoundingClientRect();
      return { name: name(element), width: box.width, height: box.height, inSentence: inSentence(element) };
    });
  }

  // focus is how the place of the keyboard shows itself.
  function focus() {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const style = getComputedStyle(element);
    const box = [...element.getClientRects()].find((line) => line.width && line.height) ?? element.getBoundingClientRect();
    const inside = parseFloat(style.outlineOffset) < 0;
    const behind = ground(inside ? element : element.parentElement ?? element);
    const outline = paint(style.outlineColor);
    const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return {
      name: name(element),
      width: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
      contrast: behind ? ratio(over(outline, behind), behind) : 0,
      inView: box.top >= 0 && box.left >= 0 && box.top < innerHeight && box.left < innerWidth,
      onTop: Boolean(top) && (element.contains(top) || top.contains(element)),
      over: top && name(top),
    };
  }

  window.look = { faint, cut, piled, targets, focus, name, seen };
}
