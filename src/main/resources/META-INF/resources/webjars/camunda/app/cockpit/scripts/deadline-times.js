// What a deadline says of time and state, without a page.

export const STANDINGS = ['LATE', 'AT_RISK', 'ON_TIME', 'ANSWERED_LATE'];
export const WORDS = {ON_TIME: 'On time', AT_RISK: 'At risk', LATE: 'Late', ANSWERED_LATE: 'Answered late'};
export const SIGNS = {ON_TIME: '●', AT_RISK: '▲', LATE: '■', ANSWERED_LATE: '◆'};

export const when = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Paris'
});
export const clock = new Intl.DateTimeFormat('en-GB', {timeStyle: 'medium', timeZone: 'Europe/Paris'});

/** 1 d 3 h, 3 h 20 min, 12 min: as exact as anybody needs. */
export function duration(milliseconds) {
  const minutes = Math.floor(Math.abs(milliseconds) / 60000);
  const hours = Math.floor(minutes / 60);
  if (hours >= 72) {
    return `${Math.floor(hours / 24)} d`;
  }
  return hours ? `${hours} h ${minutes % 60} min` : `${minutes} min`;
}

export function timeLeft({startedAt, dueAt, endedAt, standing}, now) {
  const due = new Date(dueAt);
  if (standing === 'ANSWERED_LATE') {
    return {words: `${duration(new Date(endedAt) - due)} late`, share: 0};
  }
  const left = due - now;
  return {
    words: left < 0 ? `${duration(left)} overdue` : `${duration(left)} left`,
    share: Math.max(0, Math.min(1, left / (due - new Date(startedAt))))
  };
}
