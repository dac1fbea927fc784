// What these tests stand on that is not in the repository. On a contributor's
// machine a missing tool skips a test and says why; where LOCALOFFER_REQUIRE_BROWSER
// is set, as in .ci/run, a skip would hide a fault, so it is a failure.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

export const chromium = '/usr/bin/chromium';
export const required = Boolean(process.env.LOCALOFFER_REQUIRE_BROWSER);

// why gives the reason for which a tool cannot be used, or nothing.
const why = {
  chromium: () => !existsSync(chromium) && `${chromium} is not installed: make deps-browser`,
  java: () => spawnSync('java', ['-version']).error && 'java is not installed: make deps-browser',
};

// lacking is what a test's `skip` option takes: a reason, or false.
export function lacking(tool) {
  const reason = why[tool]();
  if (reason && required) throw new Error(reason);
  return reason || false;
}
