// The vendor: a task that the user may read but not do shows "Form failure:", and a claim that is refused.
// This patch: words say that others do this task, and the claim is not offered.
import {whenDrawn} from '../drawn.js';
import {say} from '../words.js';

/** Whether the heading says that the open task is not hers. The heading of the task before may still stand there. */
function isNotHers() {
  const task = new URLSearchParams(location.hash.split('?')[1]).get('task');
  const heading = document.querySelector('.acse-heading');
  return heading?.dataset.shown === task && heading.querySelector('.acse-cover:not([data-hers])') !== null;
}

whenDrawn(() => {
  const details = document.querySelector('.task-details');
  if (!details) {
    return;
  }
  const notHers = isNotHers();
  details.classList.toggle('acse-not-hers', notHers);
  const failure = details.querySelector('.form-pane > .alert-danger');
  // A form may also be missing because of an error. Then the vendor's words stay.
  if (failure && notHers && !failure.querySelector('.status').hidden) {
    failure.querySelector('.status').hidden = true;
    failure.querySelector('.message').textContent = say('forms.notHers');
  }
});
