// The vendor: a task that the user may read but not do shows "Form failure:", and a claim that is refused.
// This patch: words say that others do this task, and the claim is not offered.
import {ask, BY_ITSELF} from '../common.js';
import {whenDrawn} from '../drawn.js';
import {say} from '../words.js';

const asked = new WeakSet();

/** A form may also be missing because of an error. Then the vendor's words stay. */
async function look(failure) {
  const task = new URLSearchParams(location.hash.split('?')[1]).get('task');
  const {hers} = await ask('GET', `tasks/${task}/cover`, undefined, BY_ITSELF).catch(() => ({hers: true}));
  if (!hers) {
    document.querySelector('.task-details')?.classList.add('acse-not-hers');
    failure.querySelector('.status').hidden = true;
    failure.querySelector('.message').textContent = say('forms.notHers');
  }
}

whenDrawn(() => {
  const failure = document.querySelector('.task-details .form-pane > .alert-danger');
  if (!failure) {
    document.querySelector('.acse-not-hers')?.classList.remove('acse-not-hers');
  } else if (!asked.has(failure)) {
    asked.add(failure);
    look(failure);
  }
});
