// The texts of the pages. The server reads them from pages.properties, which can be replaced for another language.
import phrases from './phrases.js';

/** The words for a key; {0}, {1} … are replaced. A key without words shows itself. */
export function say(key, ...details) {
  return (phrases[key] ?? key).replace(/\{(\d)\}/g, (mark, number) => details[number] ?? mark);
}
