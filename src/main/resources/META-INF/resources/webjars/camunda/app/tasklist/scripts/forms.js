// What the forms of Tasklist lack: one line that says what is missing, the focus there, and radio buttons that one tab reaches.
import {element} from '../../acse/dom.js';
import {say} from '../../acse/words.js';
import {formIn} from './drafts.js';

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

const PATTERN = /^Field must match pattern/;
const TOO_LONG = /^Field must have maximum length of (\d+)/;

/** What a rule means stands in the words of its field, not in its signs. */
function inWords(container) {
  for (const line of container.querySelectorAll('.fjs-form-field-error li')) {
    if (PATTERN.test(line.textContent)) {
      line.firstChild.data = say('forms.pattern');
    }
    const [, most] = TOO_LONG.exec(line.textContent) ?? [];
    if (most) {
      line.firstChild.data = say('forms.limit', most);
    }
  }
}

/** How long an answer may be is said while she writes it, and stays: what moves under her pointer is not pressed. */
document.addEventListener('focusin', ({target}) => {
  const container = target.closest?.('.fjs-container');
  const field = target.closest?.('.fjs-form-field');
  if (!container || !target.matches('input[type=text], textarea') || field.querySelector('.acse-limit')) {
    return;
  }
  const known = formIn(container)?._getState().schema.components.find(component => component.id && target.id.endsWith(component.id));
  if (known?.validate?.maxLength) {
    field.append(element('p', {class: 'acse-limit'}, say('forms.limit', known.validate.maxLength)));
  }
});

/** A space at the end of what was pasted is no answer. */
document.addEventListener(
  'change',
  ({target}) => {
    if (target.matches?.('.fjs-container input[type=text]') && target.value !== target.value.trim()) {
      target.value = target.value.trim();
      target.dispatchEvent(new Event('input', {bubbles: true}));
    }
  },
  true
);

/** Once a task is hers, or its dialog is open, she begins at its first question. */
function begin(container) {
  const first = [...container.querySelectorAll('input, select, textarea, [role=combobox]')].find(field => !field.disabled && !field.readOnly && field.offsetParent);
  const elsewhere = document.activeElement && document.activeElement !== document.body && document.activeElement.matches('input, select, textarea');
  // A picker that opens by itself would cover the form.
  const picker = first?.closest('.fjs-form-field-datetime, .fjs-form-field-select');
  picker?.setAttribute('tabindex', '-1');
  if (first && !elsewhere) {
    (picker ?? first).focus({preventScroll: true});
  }
}

/** After a claim, Tasklist puts the cursor on who has the task, on a busy machine when she has begun already. From a question only a pointer leads there. */
document.addEventListener('focusin', ({target, relatedTarget}) => {
  if (target.matches('[cam-widget-inline-field][value="assignee.id"]:not(:active)') && relatedTarget?.closest('.fjs-container')) {
    relatedTarget.focus({preventScroll: true});
  }
});

const begun = new WeakSet();
function beginOnce(container) {
  const dialog = container.closest('.modal');
  const ready = dialog ? container.querySelector('.fjs-form-field') : container.closest('.task-details')?.querySelector('.assignee .remove, .assignee [ng-click*="reset"], .unclaim');
  if (ready && !begun.has(container)) {
    begun.add(container);
    begin(container);
  }
}

/** A list around its rows is a field, too: the innermost is meant. */
const wrong = container =>
  [...container.querySelectorAll('.fjs-form-field')].filter(field => [...field.querySelectorAll('.fjs-form-field-error')].some(error => error.closest('.fjs-form-field') === field));

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

function sentBy({target}) {
  const button = target.closest?.('.form-actions .btn-primary, .modal-footer .btn-primary');
  return button && (button.closest('.modal') ?? document).querySelector('.fjs-container');
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

const isWrong = error => (Array.isArray(error) ? error : Object.values(error ?? {})).some(each => typeof each === 'string' || isWrong(each));
const heeded = new WeakSet();
const BEFORE_TASKLIST = 2000;

/** Whether a condition hides a field or the group that it stands in. */
function isHidden(form, id, data) {
  const field = form.get('formFieldRegistry').get(id);
  return Boolean(field) && (form.get('conditionChecker').check(field.conditional?.hide, data) === true || isHidden(form, field._parent, data));
}

/**
 * Takes away what Tasklist would count as an error: the empty place for errors that a field in rows keeps, and the error of a field that a
 * later answer has hidden. Otherwise "Complete" would stay grey.
 */
function keepRealErrors(container) {
  const form = formIn(container);
  if (form && !heeded.has(form)) {
    heeded.add(form);
    form.on('changed', BEFORE_TASKLIST, ({errors, data}) => {
      Object.keys(errors)
        .filter(field => !isWrong(errors[field]) || isHidden(form, field, data))
        .forEach(field => delete errors[field]);
    });
  }
}

/** Tasklist puts the names of its own parts before a refusal, and says it twice. */
const OF_PARTS = /^(?:(?:<|&lt;)\w+(?:>|&gt;) (?:<|&lt;)- )+/;
const told = new WeakSet();
function showRefusals() {
  for (const refusal of document.querySelectorAll('.notifications .alert')) {
    const [status, message] = ['.status', '.message'].map(part => refusal.querySelector(part));
    if (told.has(refusal) || !message?.textContent) {
      continue;
    }
    told.add(refusal);
    const words = message.textContent.replace(OF_PARTS, '');
    if (words !== message.textContent) {
      message.textContent = words;
      status.hidden = true;
      status.nextElementSibling.hidden = status.nextElementSibling !== message;
    }
    // Of a long form she sees the end, where its button is.
    if (refusal.closest('.modal')) {
      refusal.scrollIntoView({block: 'center'});
    }
  }
}

let waiting = false;
new MutationObserver(() => {
  if (!waiting) {
    waiting = true;
    setTimeout(() => {
      waiting = false;
      showRefusals();
      document.querySelectorAll('[role=dialog]:not([aria-label])').forEach(dialog => dialog.setAttribute('aria-label', dialog.querySelector('h3')?.textContent.trim() ?? ''));
      for (const container of document.querySelectorAll('.fjs-container')) {
        keepRealErrors(container);
        group(container);
        inWords(container);
        beginOnce(container);
        // Tasklist takes away the button as soon as an answer is wrong, and says nothing.
        if (actionsOf(container)?.querySelector('.btn-primary:disabled')) {
          tell(container);
        }
      }
    }, SHOWN_AFTER);
  }
}).observe(document.body, {childList: true, subtree: true, characterData: true});
