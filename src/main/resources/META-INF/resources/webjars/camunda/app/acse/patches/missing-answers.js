// The vendor: a wrong answer disables the button, and the message names no field.
// This patch: a message counts the missing and wrong answers, and the cursor moves to the first one.
import {element} from '../dom.js';
import {forEachForm} from '../drawn.js';
import {actionsOf, formIn, sentBy, wrong} from '../form-parts.js';
import {say} from '../words.js';

const SHOWN_AFTER = 300;
const ARIA_INVALID = '[aria-invalid="true"]';

/** Says how many answers are missing or wrong, and takes it back when they are mended. */
function tell(container, toasts = []) {
  const actions = actionsOf(container);
  const count = wrong(container).length;
  const line = actions?.querySelector('.acse-missing');
  if (!count) {
    line?.remove();
    toasts.forEach(close => close.isConnected && close.click());
    return;
  }
  const words = count === 1 ? say('forms.oneMissing') : say('forms.missing', count);
  if (line?.textContent === words) {
    return;
  }
  if (line) {
    line.textContent = words;
  } else {
    actions?.prepend(element('span', {class: 'acse-missing', role: 'alert'}, words));
  }
}

/** What was said before she tried again is over; what the server says now stays. */
function lookAfter(container) {
  const before = [...document.querySelectorAll('.page-notifications .alert .close, .modal .alert .close')];
  before.forEach(close => close.click());
  setTimeout(() => {
    tell(container, before);
    // Tasklist's own words say only that an error happened.
    wrong(container).length && document.querySelectorAll('.page-notifications .alert .close, .modal .alert .close').forEach(close => close.click());
    const [first] = wrong(container);
    const input = first?.querySelector(`${ARIA_INVALID}, input, textarea, select, [tabindex]`);
    first?.scrollIntoView({block: 'center'});
    input?.focus({preventScroll: true});
  }, SHOWN_AFTER);
}

document.addEventListener('click', event => {
  const container = sentBy(event);
  if (container) {
    lookAfter(container);
  }
}, true);

// The field that she leaves for the button may be wrong: then the button is gone before it is pressed. All fields are looked at before.
document.addEventListener('pointerdown', event => {
  const container = sentBy(event);
  if (container && formIn(container)) {
    formIn(container).validate();
    lookAfter(container);
  }
}, true);

document.addEventListener('input', ({target}) => {
  const container = target.closest?.('.fjs-container');
  if (container && actionsOf(container)?.querySelector('.acse-missing')) {
    setTimeout(tell, SHOWN_AFTER, container);
  }
});

forEachForm(container => {
  if (actionsOf(container)?.querySelector('.btn-primary:disabled')) {
    tell(container);
  }
});
