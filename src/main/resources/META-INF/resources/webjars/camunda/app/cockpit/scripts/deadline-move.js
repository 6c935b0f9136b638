// The dialog in which a supervisor moves a deadline.
import {ask} from '../../acse/common.js';
import {element} from '../../acse/dom.js';
import {when} from './deadline-times.js';

/** Opens the dialog; calls `moved` when the server has moved the deadline. */
export function askToMove(dialog, each, reasons, moved) {
  const problem = element('p', {class: 'acse-problem', role: 'alert'});
  const time = element('input', {id: 'acse-move-time', class: 'form-control', type: 'datetime-local', required: true});
  const reason = element(
    'select',
    {id: 'acse-move-reason', class: 'form-control', required: true},
    element('option', {value: ''}, 'Please choose'),
    ...reasons.map(option => element('option', {value: option.value}, option.label))
  );
  dialog.replaceChildren(
    element(
      'form',
      {
        method: 'dialog',
        novalidate: true,
        onsubmit: async event => {
          event.preventDefault();
          try {
            await ask('PUT', `deadlines/${encodeURIComponent(each.job)}/due`, {
              dueAt: time.value,
              reason: reason.value
            });
            dialog.close();
            moved();
          } catch (refusal) {
            problem.textContent = refusal.message;
          }
        }
      },
      element('h2', {id: 'acse-move-title'}, `Move the deadline “${each.kind}” of ${each.reference || each.step}`),
      element('p', {}, `Due ${when.format(new Date(each.dueAt))}. Your name and your reason are recorded.`),
      element('label', {for: 'acse-move-time'}, 'New time (Europe/Paris)'),
      time,
      element('label', {for: 'acse-move-reason'}, 'Why?'),
      reason,
      problem,
      element(
        'div',
        {class: 'acse-actions'},
        element('button', {class: 'btn btn-primary', type: 'submit'}, 'Move the deadline'),
        element('button', {class: 'btn btn-default', type: 'button', onclick: () => dialog.close()}, 'Cancel')
      )
    )
  );
  dialog.showModal();
  time.focus();
}
