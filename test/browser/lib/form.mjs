// The form for editors, in a copy of the demonstration, as `localoffer serve`
// shows it. A browser without a window cannot ask which folder to work in, so
// the form is handed a folder that the browser keeps for itself: the same kind
// of folder to the form, filled from the copy and read back from it.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { asOf } from './serve.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const script = fileURLToPath(new URL('../node_modules/@sveltia/cms', import.meta.url));

// startForm gives a site with the form, and what can be done with it.
export async function startForm() {
  const scratch = mkdtempSync(join(tmpdir(), 'localoffer-form-'));
  const program = join(scratch, 'localoffer');
  const site = join(scratch, 'site');
  execFileSync('go', ['build', '-o', program, './cmd/localoffer'], { cwd: root });
  for (const name of ['config.toml', 'content']) cpSync(join(root, name), join(site, name), { recursive: true });
  const run = (...args) => execFileSync(program, [...args, '--site', site], { encoding: 'utf8', stdio: 'pipe' });
  run('new', 'cms', '--from', script);
  const server = spawn(program, ['serve', '--site', site, '--addr', '127.0.0.1:0', '--as-of', asOf]);
  const origin = await new Promise((listening, failed) => {
    server.stdout.on('data', (words) => listening(String(words).match(/http:\/\/[^/]+/)[0]));
    server.on('exit', () => failed(new Error('localoffer serve ended')));
  });
  return {
    origin,
    site,
    check: () => run('check', '--as-of', asOf),
    // built is every file of the site that a build makes, by its path.
    built() {
      const out = mkdtempSync(join(scratch, 'public-'));
      run('build', '--as-of', asOf, '--out', join(out, 'site'));
      return files(join(out, 'site'));
    },
    write: (name, text) => writeFileSync(join(site, name), text),
    read: (name) => readFileSync(join(site, name), 'utf8'),
    close() {
      server.kill();
      rmSync(scratch, { recursive: true });
    },
  };
}

// files are the files below a folder, by their path in it.
export function files(folder) {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(found.map((entry) => {
    const path = join(entry.parentPath, entry.name);
    return [path.slice(folder.length + 1), readFileSync(path, 'latin1')];
  }));
}

// lend fills the browser's own folder with files, and has it chosen whenever
// the form asks for one. A repository of Git is told by its folder .git.
export async function lend(page, texts) {
  await page.evaluate(async (all) => {
    const top = await navigator.storage.getDirectory();
    await top.getDirectoryHandle('.git', { create: true });
    for (const [path, text] of Object.entries(all)) {
      const names = path.split('/');
      let folder = top;
      for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name, { create: true });
      const file = await (await folder.getFileHandle(names.at(-1), { create: true })).createWritable();
      await file.write(text);
      await file.close();
    }
  }, texts);
  await page.addInitScript(() => { window.showDirectoryPicker = () => navigator.storage.getDirectory(); });
}

// kept is a file as it stands in the browser's folder, or null.
export const kept = (page, path) =>
  page.evaluate(async (wanted) => {
    try {
      const names = wanted.split('/');
      let folder = await navigator.storage.getDirectory();
      for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name);
      return await (await (await folder.getFileHandle(names.at(-1))).getFile()).text();
    } catch {
      return null;
    }
  }, path);
