// How Debian's Chromium is started: without a window, and cut off from the world.
import { chromium } from './tools.mjs';

export const launch = {
  executablePath: chromium,
  args: [
    '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
    '--disable-background-networking', '--disable-component-update', '--disable-sync',
    // Nothing but the site can be found: a stray request is recorded and fails.
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  ],
};
