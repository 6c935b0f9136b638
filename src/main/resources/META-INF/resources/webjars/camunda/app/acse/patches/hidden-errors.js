// The vendor: errors of hidden questions and empty error lists of dynamic lists keep the button of the form disabled.
// This patch: such errors are removed before Tasklist counts the errors.
import {forEachForm} from '../drawn.js';
import {formIn} from '../form-parts.js';

const isWrong = error => (Array.isArray(error) ? error : Object.values(error ?? {})).some(each => typeof each === 'string' || isWrong(each));
const heeded = new WeakSet();
const BEFORE_TASKLIST = 2000;

/** Whether a condition hides a field or the group that it stands in. */
function isHidden(form, id, data) {
  const field = form.get('formFieldRegistry').get(id);
  return Boolean(field) && (form.get('conditionChecker').check(field.conditional?.hide, data) === true || isHidden(form, field._parent, data));
}

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

forEachForm(keepRealErrors);
