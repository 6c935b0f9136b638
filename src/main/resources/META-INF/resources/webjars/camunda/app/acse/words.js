// What our pages say. The phrases come from pages.properties, so that another language can be laid over it.
import phrases from './phrases.js';

/** The words for a key; {0}, {1} … are replaced. A key without words shows itself. */
export function say(key, ...details) {
  return (phrases[key] ?? key).replace(/\{(\d)\}/g, (mark, number) => details[number] ?? mark);
}
