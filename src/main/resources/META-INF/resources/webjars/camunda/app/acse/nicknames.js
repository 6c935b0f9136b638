// The nicknames that an organisation gives to its cases: hidden until one click, for this session of the browser.
import {ask} from './common.js';
import {element} from './dom.js';
import {say} from './words.js';

/** Says only that nicknames are shown. The nicknames themselves are never stored in the browser. */
const SHOWN = 'acse.nicknames';

const known = new Map();

/** Fills the places of the nicknames. Each nickname is asked for once. */
async function fill(body) {
  const places = [...body.querySelectorAll('[data-nickname]')];
  const unknown = places.map(place => place.dataset.nickname).filter(reference => !known.has(reference));
  if (unknown.length) {
    const found = await ask('POST', 'cases/nicknames', {references: unknown});
    unknown.forEach(reference => known.set(reference, found[reference] ?? ''));
  }
  places.forEach(place => (place.textContent = known.get(place.dataset.nickname)));
}

export const nicknamePlace = reference => element('div', {class: 'acse-nickname', 'data-nickname': reference});

/** A button that shows the nicknames in a list, and a function to call when the list is drawn anew. */
export function nicknames(body, problem) {
  const show = () => fill(body).catch(refused => (problem.textContent = refused.message));
  const button = element('button', {
    type: 'button',
    class: 'btn btn-default',
    onclick: () => {
      sessionStorage.setItem(SHOWN, 'yes');
      button.hidden = true;
      show();
    }
  }, say('find.showNicknames'));
  button.hidden = sessionStorage.getItem(SHOWN) === 'yes';
  return {button, drawn: () => button.hidden && show()};
}

/** The nickname of one case, with a form to change it. */
export function nicknameForm(reference) {
  const problem = element('p', {role: 'alert', class: 'acse-alert'});
  const done = element('p', {role: 'status', class: 'acse-note'});
  const typed = element('input', {class: 'form-control', name: 'nickname', maxlength: 40, autocomplete: 'off', spellcheck: 'false', disabled: true});
  const save = async event => {
    event.preventDefault();
    problem.textContent = '';
    done.textContent = '';
    try {
      await ask('PUT', `cases/${reference}/nickname`, {nickname: typed.value});
      known.set(reference, typed.value.trim());
      done.textContent = say(typed.value.trim() ? 'find.nicknameSaved' : 'find.nicknameRemoved');
    } catch (refused) {
      problem.textContent = refused.message;
    }
  };
  // Nothing can be typed or saved before the nickname that is there is shown.
  const saving = element('button', {type: 'submit', class: 'btn btn-default', disabled: true}, say('find.save'));
  const open = async () => {
    if (!known.has(reference)) {
      try {
        known.set(reference, (await ask('POST', 'cases/nicknames', {references: [reference]}))[reference] ?? '');
      } catch (refused) {
        problem.textContent = refused.message;
        return;
      }
    }
    typed.value = known.get(reference);
    typed.disabled = false;
    saving.disabled = false;
  };
  return element(
    'details',
    {class: 'acse-nickname-form', ontoggle: ({target}) => target.open && open()},
    element('summary', {}, say('find.nickname')),
    element('form', {class: 'acse-filters', onsubmit: save}, element('label', {}, say('find.ownNickname'), typed), saving),
    element('p', {class: 'acse-hint'}, say('find.nicknameHint')),
    problem,
    done
  );
}
