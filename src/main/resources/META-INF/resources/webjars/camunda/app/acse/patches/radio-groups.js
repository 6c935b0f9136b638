// The vendor: each radio button of a question is separate.
// This patch: the radio buttons form one group with one tab stop, and the arrow keys choose an answer.
import {forEachForm} from '../drawn.js';

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

forEachForm(group);
