// A copy of the demonstration that a test may edit, served by `localoffer serve`.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { asOf } from './serve.mjs';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export async function startPreview() {
  const scratch = mkdtempSync(join(tmpdir(), 'localoffer-'));
  const folder = join(scratch, 'site');
  for (const part of ['config.toml', 'content', 'layouts', 'static']) {
    cpSync(join(root, part), join(folder, part), { recursive: true });
  }
  const program = join(scratch, 'localoffer');
  const build = spawnSync('go', ['build', '-o', program, './cmd/localoffer'], { cwd: root, encoding: 'utf8' });
  if (build.status !== 0) throw new Error(`the program does not build: ${build.error ?? build.stderr}`);
  const server = spawn(program, ['serve', '--site', folder, '--addr', '127.0.0.1:0', '--as-of', asOf]);
  const ended = new Promise((done) => server.on('close', done));
  return {
    folder,
    origin: await address(server),
    read: (name) => readFileSync(join(folder, name), 'utf8'),
    write: (name, text) => writeFileSync(join(folder, name), text),
    // saveAside saves as many editors do: into another file, which takes the place of the first.
    saveAside(name, text) {
      writeFileSync(join(folder, name + '~'), text);
      renameSync(join(folder, name + '~'), join(folder, name));
    },
    async close() {
      server.kill('SIGTERM');
      await ended;
      rmSync(scratch, { recursive: true });
    },
  };
}

// address is where the server says the website is.
function address(server) {
  return new Promise((found, failed) => {
    let said = '';
    for (const stream of [server.stdout, server.stderr]) {
      stream.on('data', (text) => {
        said += text;
        const at = said.match(/The website is at (http:\/\/[^/]+)\//);
        if (at) found(at[1]);
      });
    }
    server.on('close', () => failed(new Error(`the preview ended: ${said}`)));
  });
}
