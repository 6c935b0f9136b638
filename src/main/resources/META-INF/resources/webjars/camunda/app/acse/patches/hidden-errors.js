// The vendor: counts the error of a question that a later answer has hidden, and the empty place for errors that a question in rows keeps. Its button stays grey.
// This patch: takes such errors away before the vendor counts them.
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
