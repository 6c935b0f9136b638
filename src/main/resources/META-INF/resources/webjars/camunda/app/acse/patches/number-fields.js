// The vendor: a number field drops characters without a message, reads 1.234,56 as 1.23, and may lose the last typed character.
// This patch: a message names dropped characters, thousands separators are understood, and the last typed number is kept.
import {element} from '../dom.js';
import {say} from '../words.js';

const NUMBER = '.fjs-container .fjs-form-field-number input';
const SO_FAR = /^-?\d*(?:[.,]\d{0,2})?$/;
const GROUPED = [
  [/^-?\d{1,3}(?:\.\d{3})+,\d{1,2}$/, '.'],
  [/^-?\d{1,3}(?:,\d{3})+\.\d{1,2}$/, ',']
];

/** In milliseconds: the form takes a number over after a pause. */
const SETTLED_AFTER = 600;
const FLUSHED_AFTER = 30;

/** Where the form swallowed a decimal sign: what she typed behind it reads as another number. */
const cut = new WeakSet();

/** Signs that were left out of a number: what stands there is another one. */
const left = new WeakMap();

/** What she has typed, until the form has taken it over. */
const typed = new WeakMap();

/** Keys by which the form itself changes the number. */
const OF_FORM = /^(?:Arrow(?:Up|Down)|Backspace|Delete)$/;

const numberIn = ({target}) => (target.matches?.(NUMBER) && !target.readOnly ? target : null);

function forget(input) {
  input.closest('.fjs-form-field').querySelector('.acse-not-taken')?.remove();
}

function warn(input, words) {
  forget(input);
  input.closest('.fjs-form-field').append(element('p', {class: 'acse-not-taken', role: 'alert'}, words));
}

const notTaken = (input, what) => warn(input, say('forms.notTaken', what));

/** A field for whole numbers takes no decimal sign, and says nothing. */
function lookWhetherItIsTaken(input, sign) {
  const before = input.value;
  setTimeout(() => {
    if (input.value === before) {
      cut.add(input);
      warn(input, say('forms.wholeOnly', sign));
    }
  });
}

/** What would stand there. */
const withTyped = ({value, selectionStart, selectionEnd}, text) => value.slice(0, selectionStart) + text + value.slice(selectionEnd);

/** The words go with the next key, but those about a number that reads as another one. */
function forgetUnlessCut(input) {
  if (withTyped(input, '') === '') {
    cut.delete(input);
    left.delete(input);
  }
  if (!cut.has(input)) {
    forget(input);
  }
}

function pressed(event, input) {
  const {key} = event;
  const isTyped = key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (OF_FORM.test(key)) {
    typed.delete(input);
    cut.delete(input);
    left.delete(input);
    forget(input);
  } else if (isTyped) {
    forgetUnlessCut(input);
    if (!SO_FAR.test(withTyped(input, key))) {
      event.preventDefault();
      event.stopImmediatePropagation();
      if (key !== ' ') {
        cut.add(input);
        left.set(input, (left.get(input) ?? '') + key);
        notTaken(input, left.get(input));
      }
    } else if (/[.,]/.test(key)) {
      lookWhetherItIsTaken(input, key);
    }
  }
}

document.addEventListener(
  'keydown',
  event => {
    const input = numberIn(event);
    if (input) {
      pressed(event, input);
    }
  },
  true
);

/** As it is written in an account: with thousands, spaces and a currency. */
function plain(text) {
  const number = text.replace(/[\s€]/g, '');
  const [, sign] = GROUPED.find(([form]) => form.test(number)) ?? [];
  return sign ? number.replaceAll(sign, '') : number;
}

document.addEventListener(
  'paste',
  event => {
    const input = numberIn(event);
    if (!input) {
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    const text = event.clipboardData.getData('text');
    if (SO_FAR.test(withTyped(input, plain(text)))) {
      forget(input);
      document.execCommand('insertText', false, plain(text));
    } else {
      notTaken(input, text.trim());
    }
  },
  true
);

const {set} = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');

/** A form that takes over late what was typed before puts it back over what she has typed since. */
function mend(input) {
  const meant = typed.get(input);
  if (meant !== undefined && input.isConnected && input.value !== meant.replace(',', '.')) {
    set.call(input, meant);
    input.dispatchEvent(new Event('input', {bubbles: true}));
    input.dispatchEvent(new FocusEvent('blur'));
  }
}

document.addEventListener('pointerdown', ({target}) => typed.delete(target.closest?.('.fjs-form-field-number')?.querySelector('input')), true);

let settling;
document.addEventListener(
  'input',
  event => {
    const input = numberIn(event);
    if (input && event.isTrusted) {
      typed.set(input, input.value);
      clearTimeout(settling);
      settling = setTimeout(mend, SETTLED_AFTER, input);
    }
  },
  true
);

document.addEventListener('focusout', event => {
  const input = numberIn(event);
  if (input) {
    setTimeout(() => {
      mend(input);
      typed.delete(input);
      cut.delete(input);
      left.delete(input);
    }, FLUSHED_AFTER);
  }
});
