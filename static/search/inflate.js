// Inflates raw deflate data (RFC 1951): what the browser's own DecompressionStream
// does, but at once. For the small files of the index that is quicker, and it
// works where a browser has none.

const MOST = 15; // bits of the longest code
const END = 256; // the symbol that ends a block

// How many bits follow a symbol of a length or a distance, and what it begins at
// (3.2.5). The last length has none to follow: it is the most there is.
const LENGTHS = scale(3, 28, (i) => Math.max(0, (i >> 2) - 1));
LENGTHS.push([258, 0]);
const DISTANCES = scale(1, 30, (i) => Math.max(0, (i >> 1) - 1));
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]; // in which the lengths of codes come (3.2.7)

/** @param {number} from @param {number} count @param {(i: number) => number} width */
function scale(from, count, width) {
  return Array.from({ length: count }, (_, i) => {
    const step = [from, width(i)];
    from += 1 << width(i);
    return step;
  });
}

/** Codes from their lengths (3.2.2), as a table of all bits that may come next:
 * each gives its symbol and how many of the bits are the code.
 * @param {number[]} lengths */
function codes(lengths) {
  const most = Math.max(...lengths);
  const table = new Uint16Array(1 << most);
  let code = 0;
  for (let length = 1; length <= most; length++, code <<= 1) {
    lengths.forEach((l, symbol) => {
      if (l !== length) return;
      let start = 0; // the code with its first bit lowest, as it stands in the data
      for (let i = 0; i < length; i++) start |= (code >> i & 1) << length - 1 - i;
      for (let i = start; i < table.length; i += 1 << length) table[i] = symbol << 4 | length;
      code++;
    });
  }
  return { most, table };
}

const fixed = () => [codes(Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < END ? 9 : i < 280 ? 7 : 8))), codes(Array(30).fill(5))];

/** @param {Uint8Array} packed @returns {Uint8Array} */
export function inflate(packed) {
  let [at, held, count, end] = [0, 0, 0, 0];
  let out = new Uint8Array(4 * packed.length);

  const wrong = () => { throw new Error('a file of the search index is not whole'); };
  const fetch = (/** @type {number} */ n) => {
    for (; count < n; count += 8) held |= (packed[at++] || 0) << count;
    if (at > packed.length + 4) wrong();
  };
  const drop = (/** @type {number} */ n) => { held >>>= n; count -= n; };
  const bits = (/** @type {number} */ n) => {
    fetch(n);
    const value = held & (1 << n) - 1;
    drop(n);
    return value;
  };
  const symbol = ({ most, table }) => {
    fetch(most);
    const found = table[held & table.length - 1];
    if (!found) wrong();
    drop(found & MOST);
    return found >> 4;
  };
  const room = (/** @type {number} */ n) => {
    if (end + n <= out.length) return;
    const more = new Uint8Array(2 * (end + n));
    more.set(out);
    out = more;
  };

  const stored = () => { // 3.2.4
    at -= count >> 3; // whole bytes that were fetched before their turn
    held = count = 0;
    const size = packed[at] | packed[at + 1] << 8;
    const from = at + 4;
    at = from + size;
    if (at > packed.length) wrong();
    room(size);
    out.set(packed.subarray(from, at), end);
    end += size;
  };

  const dynamic = () => { // 3.2.7
    const [literals, distances] = [bits(5) + 257, bits(5) + 1];
    const own = Array(19).fill(0);
    for (let i = 0, n = bits(4) + 4; i < n; i++) own[ORDER[i]] = bits(3);
    const code = codes(own);
    /** @type {number[]} */
    const lengths = [];
    while (lengths.length < literals + distances) {
      const s = symbol(code);
      if (s < 16) lengths.push(s);
      else {
        const [value, times] = s === 16 ? [lengths[lengths.length - 1], 3 + bits(2)] : [0, s === 17 ? 3 + bits(3) : 11 + bits(7)];
        for (let i = 0; i < times; i++) lengths.push(value);
      }
    }
    return [codes(lengths.slice(0, literals)), codes(lengths.slice(literals))];
  };

  const block = ([literals, distances]) => {
    for (let s = symbol(literals); s !== END; s = symbol(literals)) {
      room(258);
      if (s < END) {
        out[end++] = s;
        continue;
      }
      const [length, more] = LENGTHS[s - END - 1];
      const n = length + bits(more);
      const [distance, further] = DISTANCES[symbol(distances)];
      const from = end - distance - bits(further);
      if (from < 0) wrong();
      for (let i = 0; i < n; i++) out[end++] = out[from + i];
    }
  };

  for (let last = 0; !last;) {
    last = bits(1);
    const kind = bits(2);
    if (kind === 0) stored();
    else block(kind === 1 ? fixed() : kind === 2 ? dynamic() : wrong());
  }
  if (at - (count >> 3) > packed.length) wrong();
  return out.subarray(0, end);
}
