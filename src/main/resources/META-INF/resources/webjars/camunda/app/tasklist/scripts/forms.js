// What the forms of Tasklist lack: one line that says what is missing, the focus there, and radio buttons that one tab reaches.
import {element} from '../../acse/dom.js';
import {say} from '../../acse/words.js';

const SHOWN_AFTER = 300;
const ARIA_INVALID = '[aria-invalid="true"]';

/** Buttons of one question are a group: one tab stop, and arrows choose. */
function group(container) {
  for (const field of container.querySelectorAll('.fjs-form-field-radio')) {
    const buttons = field.querySelectorAll('input[type=radio]:not([name])');
    buttons.forEach(button => button.setAttribute('name', button.id.replace(/-\d+$/, '')));
    if (buttons.length && !field.hasAttribute('role')) {
      const label = field.querySelector(':scope > .fjs-form-field-label');
      field.setAttribute('role', 'radiogroup');
      if (label) {
        label.id ||= `${buttons[0].name}-question`;
        field.setAttribute('aria-labelledby', label.id);
      }
    }
  }
}

const wrong = container =>
  [...container.querySelectorAll('.fjs-form-field')].filter(field => field.querySelector(':scope > .fjs-form-field-error, .fjs-form-field-error'));

function actionsOf(container) {
  return container.closest('.modal')?.querySelector('.modal-footer') ?? document.querySelector('.task-details .form-actions');
}

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

document.addEventListener(
  'click',
  ({target}) => {
    const button = target.closest?.('.form-actions .btn-primary, .modal-footer .btn-primary');
    const container = button && (button.closest('.modal') ?? document).querySelector('.fjs-container');
    if (container) {
      lookAfter(container);
    }
  },
  true
);

document.addEventListener('input', ({target}) => {
  const container = target.closest?.('.fjs-container');
  if (container && actionsOf(container)?.querySelector('.acse-missing')) {
    setTimeout(tell, SHOWN_AFTER, container);
  }
});

let waiting = false;
new MutationObserver(() => {
  if (!waiting) {
    waiting = true;
    setTimeout(() => {
      waiting = false;
      document.querySelectorAll('.fjs-container').forEach(group);
    }, SHOWN_AFTER);
  }
}).observe(document.body, {childList: true, subtree: true});
