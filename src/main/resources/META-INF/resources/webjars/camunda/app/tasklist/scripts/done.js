// After a task is completed or a process is started: what has happened, and a link to the user's next step in the same case.
import {caseLink} from '../../acse/alarms.js';
import {ask} from '../../acse/common.js';
import {element} from '../../acse/dom.js';
import {say} from '../../acse/words.js';

const TASK = /\/task\/([^/]+)\/submit-form$/;
const START = /\/process-definition\/([^/:]+):[^/]*\/submit-form$/;
const REFERENCE = /^ACSE-/;

/** In milliseconds: the next step may be made by a job. */
const LOOK_AGAIN = 1500;
const LOOKS = 2;

const pause = time => new Promise(later => setTimeout(later, time));

/** Her next step in a case, or nothing. */
async function nextOf(reference, done) {
  for (let look = 0; look < LOOKS; look++) {
    const {cases} = await ask('GET', `cases?${new URLSearchParams({text: reference, size: 1})}`);
    const todo = cases[0]?.todo;
    if (todo?.mine && todo.task !== done) {
      return todo;
    }
    await pause(LOOK_AGAIN);
  }
  return null;
}

function show(words, reference) {
  document.querySelector('.acse-done')?.remove();
  // What was refused before is done now.
  document.querySelectorAll('.page-notifications .alert-danger .close').forEach(close => close.click());
  const next = element('span', {});
  const box = element(
    'div',
    {class: 'acse-done', role: 'status'},
    element('strong', {}, words),
    ...(reference ? [' ', element('a', {href: caseLink(reference)}, reference)] : []),
    ' ',
    next,
    element('button', {type: 'button', class: 'btn btn-link', 'aria-label': say('done.close'), onclick: () => box.remove()}, '×')
  );
  document.body.append(box);
  return next;
}

/** @param task the task that was completed, or nothing after a start */
async function tell(step, reference, task) {
  const place = show(step ? say(`done.${step}`) : say('done.recorded'), reference);
  if (!reference) {
    return;
  }
  const next = await nextOf(reference, task).catch(() => null);
  if (next) {
    place.append(element('a', {class: 'btn btn-default', href: `#/?task=${next.task}`, onclick: () => place.closest('.acse-done').remove()}, say('done.next', next.step)));
  }
}

// The line has been read when she goes on with another task.
addEventListener('hashchange', () => {
  if (/[?&]task=/.test(location.hash)) {
    document.querySelector('.acse-done')?.remove();
  }
});

const caseOf = text => (REFERENCE.test(text ?? '') ? text : null);

const {open} = XMLHttpRequest.prototype;
XMLHttpRequest.prototype.open = function (method, url, ...more) {
  const [, task] = TASK.exec(url) ?? [];
  const [, process] = START.exec(url) ?? [];
  if (task || process) {
    // Tasklist leaves the task when it is done.
    const {step, reference} = document.querySelector('.acse-heading')?.dataset ?? {};
    this.addEventListener('load', () => {
      if (this.status < 300) {
        tell(task ? step : process, caseOf(task ? reference : JSON.parse(this.responseText).businessKey), task);
      }
    });
  }
  return open.call(this, method, url, ...more);
};
