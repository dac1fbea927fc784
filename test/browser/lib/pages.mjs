// One address for each type of page, found in the built site by what the page
// shows, so that renaming an entry of the demonstration breaks nothing here.
import { readdirSync } from 'node:fs';
import { built, site } from './site.mjs';

// all is every page of the site but the one for wrong addresses, in the order
// of their addresses: {path, html, body, warning, lang}. lang is that of the
// page where it is not the site's own.
export const all = readdirSync(site.folder, { recursive: true })
  .filter((name) => name === 'index.html' || name.endsWith('/index.html'))
  .sort()
  .map((name) => {
    const html = built(name);
    return {
      path: '/' + name.slice(0, -'index.html'.length),
      html,
      body: html.match(/<body class="([^"]*)"/)?.[1] ?? '',
      warning: html.match(/<p class="warning"><strong>([^<]*)/)?.[1] ?? '',
      listed: !html.includes('content="noindex"'),
      lang: html.match(/<html lang="(?!en-GB")([^"]*)/)?.[1] ?? '',
      redirect: html.includes('http-equiv="refresh"'),
    };
  });

const at = (path) => (page) => page.path === path;
const under = (folder) => (page) => page.path.startsWith(folder) && page.path !== folder;
const kind = (body, more = () => true) => (page) => page.body === body && !page.lang && more(page);
const told = (lang, body, more = () => true) => (page) => page.lang === lang && page.body === body && more(page);
const activity = (more) => kind('activity', (page) => under('/activities/')(page) && more(page));
const warns = (words) => activity((page) => words.test(page.warning));

const masked = (page) => page.html.includes('somebody&#39;s home');

const longest = (pages) => pages.reduce((a, b) => (b.html.length > a.html.length ? b : a));

// The types. Where several pages would do, the longest is the hardest to lay out.
const wanted = {
  home: at('/'),
  browse: at('/browse/'),
  search: at('/search/'),
  list: kind('list', under('/category/')),
  'list for a need': kind('list', under('/need/')),
  'second page of a list': kind('list', (page) => page.path.endsWith('/page/2/')),
  'activity, current': activity((page) => page.listed && !page.warning && page.html.includes('id="at-when"') && page.html.includes('<dt>Address</dt>') && !masked(page)),
  'activity, overdue': activity((page) => page.listed && /ring first/.test(page.warning)),
  'activity, long overdue': activity((page) => !page.listed && /ring first/.test(page.warning)),
  'activity, not yet started': warns(/^Starts on/),
  'activity, temporarily closed': warns(/^Closed until/),
  'activity, ended': warns(/^This (ended|closed) on/),
  'activity at a masked venue': activity(masked),
  provider: kind('provider'),
  guides: at('/guides/'),
  guide: kind('guide', (page) => !page.html.includes('<table')),
  'guide with a table': kind('guide', (page) => page.html.includes('<table')),
  journeys: at('/journeys/'),
  journey: kind('journey'),
  comments: at('/comments/'),
  comment: kind('comment'),
  terms: at('/terms/'),
  term: kind('term'),
  'A to Z': at('/a-z/'),
  'A to Z, one letter': under('/a-z/'),
  'site map': at('/site-map/'),
  'what is due': at('/due/'),
  contact: at('/pages/contact/'),
  'accessibility statement': at('/pages/accessibility/'),
  'Easy Read, activity': told('en-GB-simple', 'activity'),
  'Easy Read, guide': told('en-GB-simple', 'guide'),
  'Easy Read, home': at('/easy-read/'),
  'Polish, activity': told('pl', 'activity'),
  'Polish, guide': told('pl', 'guide'),
  'Polish, search': at('/pl/search/'),
  'Urdu, activity': told('ur', 'activity'),
  'Urdu, journey': told('ur', 'journey'),
  'Urdu, home': at('/ur/'),
  'Urdu, search': at('/ur/search/'),
  redirect: (page) => page.redirect,
};

// types is [{name, path, …}], one of each, and the page for a wrong address last.
export const types = Object.entries(wanted).map(([name, fits]) => {
  const fitting = all.filter(fits);
  if (!fitting.length) throw new Error(`no page of the demonstration is of the type "${name}" (lib/pages.mjs)`);
  return { name, ...longest(fitting) };
});
types.push({ name: 'wrong address', path: '/no-such-page/', html: built('404.html'), missing: true });

export const type = (name) => types.find((page) => page.name === name);
