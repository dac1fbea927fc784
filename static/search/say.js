// What the search page says, in the words of the edition that it is part of. The
// page brings them along; the main edition says everything as it is written.
import { fill } from './core.js';

/** @type {Record<string, string>} */ let phrases = {};

/** @param {Record<string, string>} table the English, and what is said for it */
export function speak(table) { phrases = table; }

/** @param {string} english with {1}, {2} and so on where the parts go @param {...(string | number)} parts */
export const say = (english, ...parts) => fill(phrases[english] || english, ...parts);
