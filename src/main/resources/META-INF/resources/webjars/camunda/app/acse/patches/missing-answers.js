// The vendor: a wrong answer, also one to a question that is hidden by now, disables the button, and nothing names the question.
// This patch: the button works. While an answer is missing or wrong, it sends nothing: a message counts these answers, and the cursor moves to the first one.
import {element} from '../dom.js';
import {forEachForm} from '../drawn.js';
import {actionsOf, formIn, sentBy, wrong} from '../form-parts.js';
import {say} from '../words.js';

/** A list or a calendar opens when its input gets the cursor, and would cover the form: its field gets the cursor. */
const OPENS = '.fjs-form-field-select, .fjs-form-field-taglist, .fjs-form-field-datetime';

const SHOWN_AFTER = 300;
const BEFORE_TASKLIST = 2000;

/** Says how many answers are missing or wrong, until there are none. */
function tell(container) {
  const actions = actionsOf(container);
  const count = wrong(container).length;
  const line = actions?.querySelector('.acse-missing');
  if (!count) {
    line?.remove();
    return;
  }
  const words = count === 1 ? say('forms.oneMissing') : say('forms.missing', count);
  if (!line) {
    actions?.prepend(element('span', {class: 'acse-missing', role: 'alert'}, words));
  } else if (line.textContent !== words) {
    line.textContent = words;
  }
}

function lookAfter(container) {
  document.querySelectorAll('.page-notifications .alert .close, .modal .alert .close').forEach(close => close.click());
  setTimeout(() => {
    tell(container);
    const [first] = wrong(container);
    first?.scrollIntoView({block: 'center'});
    const target = first?.matches(OPENS) ? first : first?.querySelector('[aria-invalid="true"], input, textarea, select, [tabindex]');
    if (target === first) {
      first?.setAttribute('tabindex', '-1');
    }
    target?.focus({preventScroll: true});
  }, SHOWN_AFTER);
}

const isWrong = errors => Object.keys(errors).length > 0;

// Before what else listens to the button: nobody is asked whether she is sure of a form that cannot be sent.
addEventListener(
  'click',
  event => {
    const container = sentBy(event);
    if (container && isWrong(formIn(container)?.validate() ?? {})) {
      event.preventDefault();
      event.stopImmediatePropagation();
      lookAfter(container);
    }
  },
  true
);

const heeded = new WeakSet();

function heed(container) {
  const form = formIn(container);
  if (!form || heeded.has(form)) {
    return;
  }
  heeded.add(form);
  // Tasklist disables its button when it finds a key in the errors.
  form.on('changed', BEFORE_TASKLIST, event => {
    event.errors = {};
    if (actionsOf(container)?.querySelector('.acse-missing')) {
      setTimeout(tell, SHOWN_AFTER, container);
    }
  });
  // The form has told its errors before: it tells them once more, so that the button works from the beginning.
  form._setState({});
  // The Enter key sends a form, too.
  form.on('submit', BEFORE_TASKLIST, event => {
    if (isWrong(event.errors)) {
      event.stopPropagation();
      lookAfter(container);
    }
  });
}

forEachForm(heed);
