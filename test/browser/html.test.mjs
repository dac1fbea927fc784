// The Nu HTML checker finds nothing wrong in any page or style sheet.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { expect, expectNone } from './lib/findings.mjs';
import { site } from './lib/site.mjs';
import { lacking } from './lib/tools.mjs';

const checker = String(createRequire(import.meta.url)('vnu-jar'));

test('every page and style sheet passes the Nu HTML checker', { skip: lacking('java') }, () => {
  const files = readdirSync(site.folder, { recursive: true })
    .filter((name) => /\.(html|css|svg)$/.test(name))
    .map((name) => join(site.folder, name));
  expect(files.length > 100, 'the whole site is there to be checked');
  const args = ['-Xss1m', '-jar', checker, '--also-check-css', '--also-check-svg', '--exit-zero-always', '--stdout', '--format', 'json'];
  const run = spawnSync('java', [...args, ...files], { encoding: 'utf8', maxBuffer: 1 << 28 });
  expect(run.status === 0, `the checker itself failed: ${run.error ?? run.stderr}`);
  const { messages } = JSON.parse(run.stdout);
  // A note only says where the other half of a warning is.
  expectNone('Nu HTML checker', messages.filter(({ type, subType }) => type !== 'info' || subType).map(inWords));
});

function inWords({ url, lastLine, subType, type, message, extract }) {
  const file = decodeURIComponent(new URL(url).pathname).slice(site.folder.length);
  return `${file}:${lastLine}: ${subType ?? type}: ${message}: ${extract?.replace(/\s+/g, ' ').trim() ?? ''}`;
}
