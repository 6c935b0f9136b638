// The vendor: while nobody has claimed a task, the button of its form is disabled, without a reason.
// This patch: the button is replaced by words and a button that claims the task.
import {element} from '../dom.js';
import {whenDrawn} from '../drawn.js';
import {say} from '../words.js';

whenDrawn(() => {
  const claim = document.querySelector('.task-details .claim');
  const actions = document.querySelector('.task-details .form-actions');
  const shown = actions?.querySelector('.acse-claim-first');
  if (!claim || !actions) {
    shown?.remove();
  } else if (!shown) {
    actions.prepend(
      element(
        'span',
        {class: 'acse-claim-first'},
        say('forms.claimFirst'),
        ' ',
        element('button', {type: 'button', class: 'btn btn-default', onclick: () => document.querySelector('.task-details .claim')?.click()}, say('forms.claim'))
      )
    );
  }
});
