// Dates are day/month/year and 24 hours, whatever the browser says; a week begins on Monday; a day that does not exist is no day.
import {element} from '../../acse/dom.js';
import {say} from '../../acse/words.js';

const Format = Intl.DateTimeFormat;
const OURS = 'en-GB';
const BROWSERS = 'default';

function DayFirst(locales, options) {
  return new Format(!locales || locales === BROWSERS ? OURS : locales, options);
}
Object.setPrototypeOf(DayFirst, Format);
DayFirst.prototype = Format.prototype;
Intl.DateTimeFormat = DayFirst;

const TYPED = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})\s*$/;

/** Whether a day that was typed exists: the picker would make 3 March of 31 February. */
export function exists(text) {
  const [, day, month, year] = (TYPED.exec(text) ?? []).map(Number);
  const date = new Date(year, month - 1, day);
  return date.getMonth() === month - 1 && date.getDate() === day;
}

const DATE = '.fjs-form-field-datetime .fjs-datetime-subsection:first-child input, .fjs-form-field-datetime .flatpickr-input';
const ENTER = 13;

/** Takes a day that does not exist out of its field before the picker reads it, and says so. */
function check(event) {
  const input = event.target;
  if (!input.matches?.(DATE) || (event.keyCode && event.keyCode !== ENTER)) {
    return;
  }
  const field = input.closest('.fjs-form-field');
  const typed = input.value.trim();
  if (typed && /\d/.test(typed) && !typed.includes(':') && !exists(typed)) {
    input.value = '';
    field.querySelector('.acse-no-day')?.remove();
    field.append(element('p', {class: 'acse-no-day', role: 'alert'}, say('forms.noSuchDay', typed)));
  }
}

document.addEventListener('keydown', check, true);
document.addEventListener('blur', check, true);
// What the picker itself empties is no new answer of hers.
document.addEventListener('input', ({target}) => target.value && target.matches?.(DATE) && target.closest('.fjs-form-field').querySelector('.acse-no-day')?.remove());

// Tasklist brings the picker along, before this script or after it.
(function beginOnMonday() {
  if (globalThis.flatpickr) {
    globalThis.flatpickr.localize({firstDayOfWeek: 1});
  } else {
    setTimeout(beginOnMonday, 50);
  }
})();
