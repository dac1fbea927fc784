// The one built site that all tests of this process look at. run.mjs builds it
// for all files and says where it is; a test file run by itself builds its own.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after } from 'node:test';
import { startSite } from './serve.mjs';

async function theSite() {
  const { LOCALOFFER_TEST_FOLDER: folder, LOCALOFFER_TEST_ORIGIN: origin } = process.env;
  if (folder && origin) return { folder, origin };
  const own = await startSite();
  after(own.close);
  return own;
}

export const site = await theSite();

// built reads one file of the site as text.
export const built = (path) => readFileSync(join(site.folder, path), 'utf8');
