// The vendor: the length limit of an answer appears only when the answer is too long, and then moves the form.
// This patch: the limit appears when the user enters the field, and stays.
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
