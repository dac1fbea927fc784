// What is asked: words of internal/synthetic/words.go, as families put them.
export const queries = [
  'swim', 'sensory', 'lighth',
  'music group', 'quiet room',
  'castle mariners swim', 'quiet holiday club', 'sensory toys small groups', 'coffee morning for parents',
  'footbal', 'orchrad explorers', 'xylophone',
  'swim 7 year old', 'youth club age 14',
  'football chatham', 'drama near rochester', 'cycling ME7',
  'autism swim', 'deaf music group',
  'quiet swimming for a 7 year old in Chatham',
];

// Asked before the stop-watch starts, to have the page and its first files ready.
export const first = 'bluebell';
