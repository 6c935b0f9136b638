// The vendor: a validation error shows a regular expression.
// This patch: the error refers to the description of the field, or names the allowed length.
import {forEachForm} from '../drawn.js';
import {say} from '../words.js';

const PATTERN = /^Field must match pattern/;
const TOO_LONG = /^Field must have maximum length of (\d+)/;

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

forEachForm(inWords);
