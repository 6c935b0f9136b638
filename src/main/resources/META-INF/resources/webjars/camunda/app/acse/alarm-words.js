// What is said of an alarm that is not over.
import {moment} from './dom.js';
import {say} from './words.js';

/** Who has taken an alarm, and what comes next, as far as the reader may know it. */
export function progress({state, takenBy, takenAt, givenTo, risesAt, first, next}) {
  const taken = takenBy ? say('alarms.taken', takenBy, moment(takenAt)) : '';
  const waits = givenTo ? say('alarms.given', givenTo) : say('alarms.waits');
  const rises = risesAt ? say('alarms.rises', moment(risesAt)) : '';
  return [first, ...(state === 'WAITS' ? [waits, rises] : [taken]), next ? say('alarms.next', next) : ''].filter(Boolean).join(' ');
}
