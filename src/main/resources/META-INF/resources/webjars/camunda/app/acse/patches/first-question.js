// The vendor: the cursor stays on the button, or moves to the assignee of the task.
// This patch: the cursor moves to the first question once the task is the user's own, and stays in the form.
import {forEachForm} from '../drawn.js';

function begin(container) {
  const first = [...container.querySelectorAll('input, select, textarea, [role=combobox]')].find(field => !field.disabled && !field.readOnly && !field.closest('.fjs-readonly') && field.offsetParent);
  const elsewhere = document.activeElement && document.activeElement !== document.body && document.activeElement.matches('input, select, textarea');
  // A picker that opens by itself would cover the form.
  const picker = first?.closest('.fjs-form-field-datetime, .fjs-form-field-select');
  picker?.setAttribute('tabindex', '-1');
  if (first && !elsewhere) {
    (picker ?? first).focus({preventScroll: true});
  }
}

/** On a busy machine the vendor moves the cursor when she has begun already. From a question only a pointer leads there. */
document.addEventListener('focusin', ({target, relatedTarget}) => {
  if (target.matches('[cam-widget-inline-field][value="assignee.id"]:not(:active)') && relatedTarget?.closest('.fjs-container')) {
    relatedTarget.focus({preventScroll: true});
  }
});

const begun = new WeakSet();
function beginOnce(container) {
  const dialog = container.closest('.modal');
  const ready = dialog ? container.querySelector('.fjs-form-field') : container.closest('.task-details')?.querySelector('.assignee .remove, .assignee [ng-click*="reset"], .unclaim');
  if (ready && !begun.has(container)) {
    begun.add(container);
    begin(container);
  }
}

forEachForm(beginOnce);
