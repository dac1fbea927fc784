// Everything one can press is big enough for a finger that shakes.
import { test } from 'node:test';
import { open } from './lib/browser.mjs';
import { expectNone, where } from './lib/findings.mjs';
import { types } from './lib/pages.mjs';

const size = ({ name, width, height }, wanted) =>
  `${name}: ${width.toFixed()} × ${height.toFixed()}, wanted ${wanted} × ${wanted}`;
const under = (least) => ({ width, height }) => width < least - 0.5 || height < least - 0.5;

for (const at of types) {
  test(`every target is 24 px, and 95% are 44 px, on: ${at.name}`, async () => {
    await open({ at, width: 320, height: 640 }, async (page) => {
      const targets = (await page.evaluate(() => look.targets())).filter((target) => !target.inSentence);
      const tiny = targets.filter(under(24));
      const small = targets.filter(under(44));
      const tooMany = small.length > targets.length * 0.05;
      const faults = tiny.map((target) => size(target, 24));
      if (tooMany) faults.push(`${small.length} of ${targets.length} are under 44 px:`, ...small.map((target) => size(target, 44)));
      expectNone(where(at, '320 px'), faults);
    });
  });
}
