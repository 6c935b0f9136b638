// The vendor: 31 February becomes 3 March, and a date outside its limits is removed without a message.
// This patch: such a date is removed with a message, and the form is not sent.
import {element} from '../dom.js';
import {SEND} from '../form-parts.js';
import {say} from '../words.js';

const TYPED = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})\s*$/;

/** Whether a day that was typed exists: the picker would make 3 March of 31 February. */
export function exists(text) {
  const [, day, month, year] = (TYPED.exec(text) ?? []).map(Number);
  const date = new Date(year, month - 1, day);
  return date.getMonth() === month - 1 && date.getDate() === day;
}

const DATE = '.fjs-form-field-datetime .fjs-datetime-subsection:first-child input, .fjs-form-field-datetime .flatpickr-input';
const ENTER = 13;

let returned = null;

/** Takes a day that does not exist out of its field before the picker reads it, and says so. */
function check(event) {
  const input = event.target;
  if (!input.matches?.(DATE) || (event.keyCode && event.keyCode !== ENTER)) {
    return;
  }
  const field = input.closest('.fjs-form-field');
  const typed = input.value.trim();
  if (!typed || !/\d/.test(typed) || typed.includes(':')) {
    return;
  }
  if (!exists(typed)) {
    input.value = '';
    refuse(field, say('forms.noSuchDay', typed));
    return;
  }
  // The picker takes out what is before its first day or behind its last one.
  setTimeout(() => input.value || refuse(field, outside(input, typed)));
}

const shown = date => new Intl.DateTimeFormat('en-GB').format(date);

/** Which days the field takes. */
function outside(input, typed) {
  const {minDate, maxDate} = input._flatpickr?.config ?? {};
  const [, day, month, year] = TYPED.exec(typed).map(Number);
  const date = new Date(year, month - 1, day);
  if (minDate && date < minDate) {
    return say('forms.dayBefore', typed, shown(minDate));
  }
  return maxDate && date > maxDate ? say('forms.dayAfter', typed, shown(maxDate)) : say('forms.dayOutside', typed);
}

function refuse(field, words) {
  field.querySelector('.acse-no-day')?.remove();
  field.append(element('p', {class: 'acse-no-day', role: 'alert'}, words));
}

/** A day that was typed and not taken is not sent as if it had been left empty. */
document.addEventListener(
  'click',
  event => {
    const button = event.target.closest?.(SEND);
    const refused = button && (button.closest('.modal') ?? document).querySelector('.fjs-container .acse-no-day');
    if (refused) {
      event.preventDefault();
      event.stopImmediatePropagation();
      refused.closest('.fjs-form-field').scrollIntoView({block: 'center'});
      refused.closest('.fjs-form-field').querySelector('input').focus({preventScroll: true});
    }
  },
  true
);

/** Whoever comes back to the field and leaves it empty means it to be empty. */
document.addEventListener('focusin', ({target}) => target.matches?.(DATE) && (returned = target.closest('.fjs-form-field').querySelector('.acse-no-day')));
document.addEventListener('focusout', ({target}) => target.matches?.(DATE) && !target.value && returned?.remove());

/** The whole picker is in view, also of a field at the bottom of the window. */
document.addEventListener('focusin', ({target}) => target.matches?.(DATE) && setTimeout(() => target.closest('.fjs-form-field').querySelector('.flatpickr-calendar.open')?.scrollIntoView({block: 'nearest'}), 100));

document.addEventListener('keydown', check, true);
document.addEventListener('blur', check, true);
// What the picker itself empties is no new answer of hers.
document.addEventListener('input', ({target}) => target.value && target.matches?.(DATE) && target.closest('.fjs-form-field').querySelector('.acse-no-day')?.remove());
