// Builds a site, the demonstration unless another is named, as a council would,
// and serves it as a careful host would.
import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

// The demonstration is written for this day: every state of freshness occurs on it.
export const asOf = '2026-11-21';

// What we ask of every host, as the build says it. A page that needs more than
// this is at fault.
const headersOf = (folder) => Object.fromEntries(readFileSync(join(folder, '_headers'), 'utf8')
  .split(/\n(?=\S)/)[0].split('\n').slice(1).map((line) => line.trim().split(/: (.*)/)));

const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
};

// run is the program itself, with some arguments.
export const run = (...args) => spawnSync('go', ['run', './cmd/localoffer', ...args], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });

export async function startSite(from = root) {
  const scratch = mkdtempSync(join(tmpdir(), 'localoffer-'));
  const folder = join(scratch, 'site');
  const build = run('build', '--site', from, '--out', folder, '--as-of', asOf);
  if (build.status !== 0) {
    rmSync(scratch, { recursive: true });
    throw new Error(`the site does not build: ${build.error ?? build.stdout + build.stderr}`);
  }
  const server = createServer(serve(folder));
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    folder,
    origin: `http://127.0.0.1:${server.address().port}`,
    close() {
      server.close();
      server.closeAllConnections();
      rmSync(scratch, { recursive: true });
    },
  };
}

function serve(folder) {
  const headers = headersOf(folder);
  const files = new Set(readdirSync(folder, { recursive: true }).map((name) => '/' + name));
  return (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://site').pathname);
    const wanted = path.endsWith('/') ? path + 'index.html' : path;
    // Only what was built can be asked for, so no address climbs out.
    const found = files.has(wanted) && extname(wanted) !== '';
    const file = found ? wanted : '/404.html';
    const type = types[extname(file)] ?? 'application/octet-stream';
    response.writeHead(found ? 200 : 404, { ...headers, 'Content-Type': type });
    response.end(readFileSync(join(folder, file)));
  };
}
