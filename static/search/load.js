// Fetches the files of the index, each once, and inflates them.

/** @param {string} base where the index is, with a slash at its end */
export function loader(base) {
  /** @type {Map<string, Promise<Uint8Array>>} */
  const asked = new Map();
  return (/** @type {string} */ name) => {
    if (!asked.has(name)) {
      const file = fetchFile(`${base}${name}.bin`);
      asked.set(name, file);
      file.catch(() => asked.delete(name)); // a lost connection may come back
    }
    return /** @type {Promise<Uint8Array>} */ (asked.get(name));
  };
}

const MAGIC = 0x4c;

/** @param {string} url */
async function fetchFile(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes[0] === MAGIC) return bytes; // the host inflated it already
  const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(inflated).arrayBuffer());
}
