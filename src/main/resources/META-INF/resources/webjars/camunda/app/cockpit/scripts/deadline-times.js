// The texts for the time and the state of a deadline, without any page content.
import {hours} from '../../acse/dom.js';
import {say} from '../../acse/words.js';

export const STANDINGS = ['LATE', 'AT_RISK', 'ON_TIME', 'ANSWERED_LATE'];
export const WORDS = Object.fromEntries(STANDINGS.map(standing => [standing, say(`standing.${standing}`)]));
export const SIGNS = {ON_TIME: '●', AT_RISK: '▲', LATE: '■', ANSWERED_LATE: '◆'};

const clocks = new Intl.DateTimeFormat('en-GB', {timeStyle: 'short', timeZone: 'Europe/Paris'});

/** The time of a day in France. */
export const clock = time => hours(clocks.format(time));

/** 1 d 3 h, 3 h 20 min, 12 min: as exact as anybody needs. */
export function duration(milliseconds) {
  const minutes = Math.floor(Math.abs(milliseconds) / 60000);
  const hours = Math.floor(minutes / 60);
  if (hours >= 72) {
    return say('time.days', Math.floor(hours / 24));
  }
  return hours ? say('time.hours', hours, minutes % 60) : say('time.minutes', minutes);
}

export function timeLeft({startedAt, dueAt, endedAt, standing}, now) {
  const due = new Date(dueAt);
  if (standing === 'ANSWERED_LATE') {
    return {words: say('time.late', duration(new Date(endedAt) - due)), share: 0};
  }
  const left = due - now;
  return {
    words: say(left < 0 ? 'time.overdue' : 'time.left', duration(left)),
    share: Math.max(0, Math.min(1, left / (due - new Date(startedAt))))
  };
}
