// The sites that are measured, made in a folder for the time being: ours as it
// is built, and a copy of its entries for Pagefind to index.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '../..');
const asOf = '2026-11-21'; // the synthetic entries were checked in that year
export const scratch = mkdtempSync(join(tmpdir(), 'localoffer-bench-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

function run(command, args, cwd = root) {
  const { status, error, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error ?? stdout + stderr}`);
}

// cost runs a command and gives its CPU seconds, its seconds and its peak memory in MB.
function cost(command, args) {
  const note = join(scratch, 'cost');
  run('/usr/bin/time', ['-o', note, '-f', '%U %S %e %M', command, ...args]);
  const [user, system, seconds, kilobytes] = readFileSync(note, 'utf8').trim().split(' ').map(Number);
  return { cpu: user + system, seconds, memory: kilobytes / 1024 };
}

export function program() {
  run('go', ['build', '-o', join(scratch, 'localoffer'), './cmd/localoffer']);
  run('go', ['build', '-o', join(scratch, 'write-synthetic'), './test/write-synthetic']);
}

// build makes the site of so many activities, as often as asked, for the clock.
export function build(entries, times) {
  const [site, out] = [join(scratch, `site-${entries}`), join(scratch, `out-${entries}`)];
  run(join(scratch, 'write-synthetic'), [String(entries), site]);
  const costs = again(times, () => {
    rmSync(out, { recursive: true, force: true });
    return cost(join(scratch, 'localoffer'), ['build', '--site', site, '--out', out, '--as-of', asOf]);
  });
  return { folder: out, costs };
}

// peer gives Pagefind the pages that our own search finds, and no others: no
// lists, which hold the words of all, and nothing that is kept out of search.
// Links to our lists become its filters.
export function peer(ours, entries, times) {
  const folder = join(scratch, `peer-${entries}`);
  for (const name of readdirSync(ours, { recursive: true })) {
    if (!/^(activities|providers)\/(?!page\/)[^/]+\/index\.html$/.test(name)) continue;
    const html = readFileSync(join(ours, name), 'utf8');
    if (html.includes('content="noindex"')) continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), html.replace(/<a (href="\/(area|category|need|pay-with|tier|way-in)\/)/g, '<a data-pagefind-filter="$2" $1'));
  }
  const pages = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.html')).length;
  const costs = again(times, () => {
    rmSync(join(folder, 'pagefind'), { recursive: true, force: true });
    return cost(join(here, 'node_modules/.bin/pagefind'), ['--site', folder, '--root-selector', 'main']);
  });
  cpSync(join(here, 'pagefind.html'), join(folder, 'pagefind.html'));
  return { folder, costs, pages };
}

function again(times, once) { return Array.from({ length: times }, once); }
