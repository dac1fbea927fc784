// Runs every test file against one build of the site and one Chromium.
// `npm test`; or for some of them `npm test -- --test-name-pattern=home axe.test.mjs`.
import { spawn } from 'node:child_process';
import { chromium } from 'playwright-core';
import { launch } from './lib/chromium.mjs';
import { startSite } from './lib/serve.mjs';
import { lacking } from './lib/tools.mjs';

const skip = lacking('chromium');
if (skip) {
  console.log(`browser tests skipped: ${skip}`);
  process.exit(0);
}

const site = await startSite().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
const browser = await chromium.launchServer(launch);
const tests = spawn(process.execPath, [
  '--test', '--test-reporter=spec', '--test-concurrency=2', ...process.argv.slice(2),
], {
  stdio: 'inherit',
  env: {
    ...process.env,
    LOCALOFFER_TEST_FOLDER: site.folder,
    LOCALOFFER_TEST_ORIGIN: site.origin,
    LOCALOFFER_TEST_BROWSER: browser.wsEndpoint(),
  },
});
const status = await new Promise((done) => tests.on('close', (code) => done(code ?? 1)));
await browser.close();
site.close();
process.exit(status);
