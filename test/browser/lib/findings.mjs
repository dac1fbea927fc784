// How a test fails: the page, then each element and what was wanted of it, in
// a few lines, and no trace of calls that would tell the reader nothing.
const most = 6;

// A fault of the frame is on every page. It is told once, and then only counted.
const told = new Set();

export function expectNone(place, findings) {
  if (!findings.length) return;
  const fresh = [...new Set(findings)].filter((line) => !told.has(line));
  fresh.forEach((line) => told.add(line));
  const lines = fresh.slice(0, most);
  const more = [];
  if (fresh.length > most) more.push(`… and ${fresh.length - most} more`);
  if (fresh.length < findings.length) more.push(`and ${findings.length - fresh.length} told above, for another page`);
  fail([place, ...lines, ...more].join('\n    '));
}

// expect is for what stands alone: it says in words what was wanted.
export function expect(holds, wanted) {
  if (!holds) fail(wanted);
}

function fail(words) {
  const error = new Error(words);
  error.stack = words;
  throw error;
}

// where names a look at a page: "/browse/ (320 px, dark)".
export const where = (page, ...how) => `${page.path}${how.length ? ` (${how.join(', ')})` : ''}`;
