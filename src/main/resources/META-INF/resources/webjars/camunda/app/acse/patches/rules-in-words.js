// The vendor: shows a rule as a pattern.
// This patch: says that the rule stands in the words of the field, or how long an answer may be.
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
