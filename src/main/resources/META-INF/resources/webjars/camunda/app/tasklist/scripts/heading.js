// The heading above the form of a task: the case, the alarm, facts for the decision, and the holder of the task.
import {progress} from '../../acse/alarm-words.js';
import {caseLink, telephone} from '../../acse/alarms.js';
import {ask, BY_ITSELF} from '../../acse/common.js';
import {callable, element, moment} from '../../acse/dom.js';
import {say} from '../../acse/words.js';
import {cover} from '../../acse/cover.js';

/** In milliseconds. */
const WATCHED_EVERY = 20_000;
const SETTLED_AFTER = 1500;

const REFUSED = 400;

const taskOf = () => new URLSearchParams(location.hash.split('?')[1]).get('task');

/** The alarm of the open task, or one of its case. */
function reported(alarm, open) {
  const {what, at, by, danger, task} = alarm;
  const more = task === open ? '' : progress(alarm);
  const phone = element('span', {});
  telephone().then(words => phone.append(...callable(words ? ` ${words}` : '')));
  return element(
    'p',
    {class: danger ? 'acse-reported acse-danger' : 'acse-reported', role: 'status'},
    element('strong', {}, what),
    element('span', {}, `${by}, ${moment(at)}`),
    ...(more ? [element('span', {}, more)] : []),
    phone
  );
}

const fact = (label, value, attributes = {}) => element('div', {}, element('dt', {}, label), element('dd', attributes, value));

/** The deadline of the step. Colour and a word say that it has passed. */
const deadline = due => (new Date(due) < new Date() ? fact(say('case.due'), say('heading.late', moment(due)), {class: 'acse-late'}) : fact(say('case.due'), moment(due)));

function facts({reference, due, urgent, facts}) {
  return element(
    'dl',
    {class: 'acse-facts'},
    ...(reference ? [fact(say('heading.case'), reference.startsWith('ACSE-') ? element('a', {href: caseLink(reference)}, reference) : reference)] : []),
    ...(due ? [deadline(due)] : []),
    ...(urgent ? [fact(say('heading.urgency'), say('heading.urgent'))] : []),
    ...facts.map(({label, value}) => fact(label, value))
  );
}

/** Has Tasklist load the task again: it does so when another one, or none, was open in between. */
function reload() {
  const here = location.hash;
  location.hash = here.replace(/([?&])task=[^&]*&?/, '$1');
  setTimeout(() => (location.hash = here), 60);
}

/** Somebody gave her what cannot wait: she says that she is on it. */
function taking(place, task, heading) {
  if (heading.reported?.state !== 'WAITS' || heading.reported.task !== task || !place.querySelector('.acse-mine')) {
    return;
  }
  place.querySelector('.acse-reported').append(
    element(
      'button',
      {
        type: 'button',
        class: 'btn btn-primary',
        onclick: async () => {
          await ask('POST', `tasks/${task}/alarm`);
          load(place, task);
        }
      },
      say('heading.iAmOnIt')
    )
  );
}

const SHELTER = '[id*="sealed_shelterName"], [id*="sealed_shelterAddress"], [id*="sealed_shelterPhone"]';

/** Nobody goes to this address: what an open task still shows of it is taken away. */
function closeAddress() {
  document.querySelectorAll('.task-card .fjs-container').forEach(form => form.querySelectorAll(SHELTER).forEach(input => input.closest('.fjs-form-field')?.remove()));
  document.querySelectorAll('.task-card .acse-value').forEach(value => value.remove());
}

let loads = 0;

/** Only the last answer counts. The line about who has the task stays until the new one is there: a form that moves under her pointer loses her click. */
async function load(place, task) {
  const turn = String(++loads);
  place.dataset.load = turn;
  const isLast = () => place.dataset.load === turn;
  try {
    const heading = await ask('GET', `tasks/${task}/heading`);
    if (!isLast()) {
      return;
    }
    const parts = [
      ...(heading.warning ? [element('p', {class: 'acse-reported acse-danger', role: 'alert'}, heading.warning)] : []),
      ...(heading.reported ? [reported(heading.reported, task)] : []),
      facts(heading)
    ];
    const line = place.dataset.shown === task ? place.querySelectorAll('.acse-cover') : [];
    place.dataset.shown = task;
    place.dataset.reference = heading.reference ?? '';
    place.dataset.step = heading.step;
    place.dataset.warning = heading.warning ?? '';
    place.replaceChildren(...parts, ...line);
    const now = await cover(task, reload);
    if (isLast()) {
      // What she is asked there is not taken from her.
      place.replaceChildren(...parts, place.querySelector('.acse-cover:has(.acse-cover-form)') ?? now);
      taking(place, task, heading);
    }
  } catch {
    // The task is gone, which Tasklist says itself.
  }
}

/** The step of an open form is done or stopped: its case is a click away. */
function sayGone(place) {
  const {reference} = place.dataset;
  place.querySelector('.acse-cover')?.remove();
  const link = reference ? element('a', {href: caseLink(reference)}, reference) : '';
  place.prepend(element('p', {class: 'acse-reported acse-danger acse-gone', role: 'alert'}, say('heading.gone'), ' ', link));
}

/** The address can be read again: what she has written is not taken from her, she loads the form when she likes. */
function sayFree(place) {
  place.dataset.warning = '';
  place.querySelector('[role=alert]')?.replaceChildren(say('heading.addressFree'), ' ', element('button', {type: 'button', class: 'btn btn-default', onclick: reload}, say('heading.loadAgain')));
}

/** @returns what the server says of the open task; gone if it refuses to; nothing if it cannot be asked */
function asked(task) {
  return ask('GET', `tasks/${task}/heading`, undefined, BY_ITSELF).catch(({status}) => (status === REFUSED ? {gone: true} : null));
}

/** A deadline was moved, or has passed. */
function showFacts(place, heading) {
  const now = facts(heading);
  const shown = place.querySelector('.acse-facts');
  if (shown && shown.textContent !== now.textContent) {
    shown.replaceWith(now);
  }
}

/** Shows what has changed since the form was opened. */
async function tell(place, task, heading) {
  const {gone, warning} = heading;
  const known = place.dataset.warning;
  if (!gone) {
    showFacts(place, heading);
  }
  if (gone || (warning && warning !== known)) {
    await (gone ? sayGone(place) : load(place, task));
    place.scrollIntoView({block: 'center'});
    closeAddress();
  } else if (known && !warning) {
    sayFree(place);
  }
}

/** Somebody else has the task now, or nobody: the line says so. What she is asked there is not taken from her. */
function showHolder(place, now) {
  const shown = place.querySelector('.acse-cover');
  if (now && shown && !place.querySelector('.acse-gone, .acse-cover-form') && shown.querySelector('[role=status]').textContent !== now.querySelector('[role=status]').textContent) {
    shown.replaceWith(now);
  }
}

let asking = false;

/** A form may stay open for hours: what happened meanwhile to its task and to the address is told without a click. */
async function watch() {
  const place = document.querySelector('.acse-heading');
  const task = place?.dataset.task;
  if (!task || asking || document.hidden || place.querySelector('.acse-gone')) {
    return;
  }
  asking = true;
  const [heading, now] = await Promise.all([asked(task), cover(task, reload, BY_ITSELF).catch(() => null)]);
  // Tasklist needs a moment to leave a task that she has just completed herself.
  await new Promise(later => setTimeout(later, heading?.gone ? SETTLED_AFTER : 0));
  asking = false;
  if (heading && place.isConnected && place.dataset.task === task) {
    await tell(place, task, heading);
    showHolder(place, now);
  }
}

document.addEventListener('visibilitychange', watch);
setInterval(watch, WATCHED_EVERY);

let waiting = false;

/** Tasklist draws a task anew whenever it likes. */
function look() {
  waiting = false;
  const names = document.querySelector('.task-card > header .names');
  const task = taskOf();
  if (!names || !task) {
    return;
  }
  let place = names.parentElement.querySelector('.acse-heading');
  if (place?.dataset.task === task && place.dataset.holder === holder()) {
    return;
  }
  if (!place) {
    place = element('div', {class: 'acse-heading'});
    names.after(place);
  }
  if (place.dataset.task !== task) {
    place.dataset.warning = '';
    place.dataset.step = '';
    place.dataset.reference = '';
  }
  place.dataset.task = task;
  place.dataset.holder = holder();
  load(place, task);
}

/** What Tasklist shows as the holder: when it changes, what can be done changes. */
const holder = () => document.querySelector('.task-card .assignee')?.innerText.trim() ?? '';

new MutationObserver(() => {
  if (!waiting) {
    waiting = true;
    setTimeout(look, 120);
  }
}).observe(document.body, {childList: true, subtree: true});
