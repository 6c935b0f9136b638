// The vendor: a refusal has a heading about forms, begins with the names of engine components, and appears twice.
// This patch: only the refusal itself is shown, and stands at the field whose label it begins with. In a long dialog it is scrolled into view.
import {element} from '../dom.js';
import {whenDrawn} from '../drawn.js';

const OF_PARTS = /^(?:(?:<|&lt;)\w+(?:>|&gt;) (?:<|&lt;)- )+/;
const OF_FORMS = /^(An error happened while submitting|The process could not be started)/;
const told = new WeakMap();

const labelOf = field => field.querySelector('.fjs-form-field-label')?.firstChild?.textContent.trim();

/** Repeats a refusal at its field, until the user goes on there. */
function mark(words) {
  document.querySelectorAll('.acse-refused').forEach(before => before.remove());
  const field = [...document.querySelectorAll('.fjs-container .fjs-form-field:not(:has(.fjs-form-field))')].find(each => labelOf(each) && words.startsWith(`${labelOf(each)}:`));
  if (field) {
    const line = element('p', {class: 'acse-refused'}, words);
    field.append(line);
    field.scrollIntoView({block: 'center'});
    for (const event of ['input', 'change', 'click']) {
      field.addEventListener(event, () => line.remove(), {once: true});
    }
  }
}

/** After a second try with the same mistake, one refusal is enough. */
function closeEqual(refusal, words) {
  for (const before of document.querySelectorAll('.notifications .alert-danger')) {
    if (before !== refusal && told.get(before) === words) {
      told.set(before, null);
      before.querySelector('.close')?.click();
    }
  }
}

function showRefusals() {
  for (const refusal of document.querySelectorAll('.notifications .alert')) {
    const [status, message] = ['.status', '.message'].map(part => refusal.querySelector(part));
    if (told.has(refusal) || !message?.textContent) {
      continue;
    }
    const drawn = `${status.textContent} ${message.textContent}`;
    told.set(refusal, drawn);
    closeEqual(refusal, drawn);
    const words = message.textContent.replace(OF_PARTS, '');
    if (words !== message.textContent || OF_FORMS.test(status.textContent)) {
      message.textContent = words;
      status.hidden = true;
      status.nextElementSibling.hidden = status.nextElementSibling !== message;
    }
    // Of a long form she sees the end, where its button is.
    mark(words);
    if (refusal.closest('.modal')) {
      refusal.scrollIntoView({block: 'center'});
    }
  }
}

whenDrawn(showRefusals);
