// The vendor: says how long an answer may be only when it is too long, and moves the form then.
// This patch: says it while somebody writes, and leaves it there.
import {element} from '../dom.js';
import {formIn} from '../form-parts.js';
import {say} from '../words.js';

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
