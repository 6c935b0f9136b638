// The vendor: draws each answer of a question as a button of its own.
// This patch: makes them one group: one tab stop, and arrows choose.
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
