// The dialog in which a supervisor moves a deadline.
import {ask} from '../../acse/common.js';
import {element, iso, moment} from '../../acse/dom.js';
import {say} from '../../acse/words.js';

/** As she writes it, whatever the browser calls a date: 27/11/2026 14:30. */
const inParis = instant =>
  new Intl.DateTimeFormat('en-GB', {dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Paris'}).format(new Date(instant)).replace(',', '');

/** Opens the dialog; calls `moved` when the server has moved the deadline. */
export function askToMove(dialog, each, reasons, moved) {
  const problem = element('p', {class: 'acse-problem', role: 'alert'});
  const time = element('input', {
    id: 'acse-move-time',
    class: 'form-control',
    placeholder: say('common.moment'),
    maxlength: 20,
    required: true,
    value: inParis(each.dueAt)
  });
  const reason = element(
    'select',
    {id: 'acse-move-reason', class: 'form-control', required: true},
    element('option', {value: ''}, say('move.choose')),
    ...reasons.map(option => element('option', {value: option.value}, option.label))
  );
  dialog.replaceChildren(
    element(
      'form',
      {
        method: 'dialog',
        novalidate: true,
        oninput: () => (problem.textContent = ''),
        onsubmit: async event => {
          event.preventDefault();
          try {
            await ask('PUT', `deadlines/${encodeURIComponent(each.job)}/due`, {
              dueAt: iso(time.value),
              reason: reason.value
            });
            dialog.close();
            moved();
          } catch (refusal) {
            problem.textContent = refusal.message;
          }
        }
      },
      element('h2', {id: 'acse-move-title'}, say('move.title', each.kind, each.reference || each.step, each.responsible)),
      element('p', {}, say('move.due', moment(each.dueAt))),
      element('label', {for: 'acse-move-time'}, say('move.newTime')),
      time,
      element('label', {for: 'acse-move-reason'}, say('move.why')),
      reason,
      problem,
      element(
        'div',
        {class: 'acse-actions'},
        element('button', {class: 'btn btn-primary', type: 'submit'}, say('move.move')),
        element('button', {class: 'btn btn-default', type: 'button', onclick: () => dialog.close()}, say('common.cancel'))
      )
    )
  );
  dialog.showModal();
  time.focus();
}
