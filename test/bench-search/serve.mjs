// Serves a folder as an ordinary host would: text with gzip, the rest as it is.
// Each answer waits for `delay` milliseconds, so that one that waits for another
// can be told from one that goes beside it.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

const types = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8', '.svg': 'image/svg+xml',
};

export async function serve(folder, how) {
  const kept = new Map();
  const file = (path) => {
    if (!kept.has(path)) {
      const type = types[extname(path)];
      const bytes = readFileSync(join(folder, path));
      const headers = { 'Content-Type': type ?? 'application/octet-stream', 'Cache-Control': 'max-age=600' };
      if (type) headers['Content-Encoding'] = 'gzip';
      const body = type ? gzipSync(bytes) : bytes;
      kept.set(path, { headers: { ...headers, 'Content-Length': body.length }, body });
    }
    return kept.get(path);
  };
  const server = createServer((request, response) => setTimeout(() => {
    try {
      const path = normalize(new URL(request.url, 'http://site').pathname);
      const { headers, body } = file(path.endsWith('/') ? path + 'index.html' : path);
      response.writeHead(200, headers).end(body);
    } catch {
      response.writeHead(404).end();
    }
  }, how.delay));
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const close = () => { server.close(); server.closeAllConnections(); };
  return { origin: `http://127.0.0.1:${server.address().port}`, close };
}
