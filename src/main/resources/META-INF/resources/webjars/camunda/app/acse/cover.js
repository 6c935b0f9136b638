// The holder of a task, and the ways to give the task to another person.
import {ask} from './common.js';
import {element, moment} from './dom.js';
import {say} from './words.js';

const ASKING = ['TAKE_OVER', 'GIVE', 'FREE'];
const WAYS = ['BACK', 'TAKE_OVER', 'GIVE', 'FREE', 'ALERT'];

const choice = (name, label, options) =>
  element(
    'label',
    {},
    label,
    element('select', {class: 'form-control', name}, element('option', {value: ''}, say('cover.choose')), ...options.map(each => element('option', {value: each.value}, each.label)))
  );

/** Asks for what is needed, below the buttons. */
function question(way, shown, hand, close) {
  const person = way === 'GIVE' ? choice('to', say('cover.to'), shown.people) : null;
  const reason = way === 'BACK' ? element('p', {}, say('cover.forGood')) : choice('reason', say('cover.why'), shown.reasons);
  const problem = element('p', {role: 'alert'});
  return element(
    'form',
    {
      class: 'acse-cover-form',
      onsubmit: async event => {
        event.preventDefault();
        try {
          await hand(way, person?.querySelector('select').value, reason.querySelector('select')?.value);
        } catch (refused) {
          problem.textContent = refused.message;
        }
      }
    },
    ...(person ? [person] : []),
    reason,
    element('button', {class: 'btn btn-primary'}, say(`cover.do.${way}`)),
    element('button', {class: 'btn btn-default', type: 'button', onclick: close}, say('common.cancel')),
    problem
  );
}

function inHand({holder, mine}) {
  if (mine) {
    return say('cover.mine');
  }
  return holder ? say('cover.holder', holder) : say('cover.nobody');
}

/**
 * The line about a task: who has it, and what can be done.
 *
 * @param reload shows the task again when it has changed hands
 * @param byItself how it is asked if nobody has clicked
 */
export async function cover(task, reload, byItself) {
  const shown = await ask('GET', `tasks/${task}/cover`, undefined, byItself);
  const place = element('div', {class: 'acse-cover-question'});
  const said = element('span', {role: 'status', class: shown.mine ? 'acse-mine' : ''}, [inHand(shown), shown.holder && !shown.mine ? null : shown.excluded, shown.askedAt ? say('cover.askedAt', moment(shown.askedAt)) : null].filter(Boolean).join(' '));
  const hand = async (way, to, reason) => {
    await ask('POST', `tasks/${task}/cover`, {way, to, reason, seen: shown.holder ?? ''});
    if (way === 'ALERT') {
      said.textContent = say('cover.alerted');
      line.querySelector('[data-way=ALERT]').disabled = true;
    } else {
      place.replaceChildren();
      reload();
    }
  };
  const act = way => async () => {
    if (ASKING.includes(way) || (way === 'BACK' && shown.forGood)) {
      place.replaceChildren(question(way, shown, hand, () => place.replaceChildren()));
      place.querySelector('select, .btn-primary').focus();
      return;
    }
    try {
      await hand(way);
    } catch (refused) {
      place.replaceChildren(element('p', {role: 'alert'}, refused.message));
    }
  };
  const line = element(
    'div',
    {class: 'acse-cover', 'data-hers': shown.hers, 'data-for-good': shown.forGood},
    said,
    ...WAYS.filter(way => shown.ways.includes(way)).map(way =>
      element('button', {type: 'button', class: 'btn btn-link', 'data-way': way, onclick: act(way)}, say(`cover.way.${way}`))
    ),
    place
  );
  return line;
}
