// Finds a woman by her name, birth date, telephone number or nickname. What is typed goes into no address and no storage.
import {ask} from './common.js';
import {element} from './dom.js';
import {say} from './words.js';

/**
 * @param show shows what was found
 * @param leave shows the list again
 */
export function finder(show, leave) {
  const problem = element('p', {role: 'alert', class: 'acse-alert'});
  const note = element('p', {class: 'acse-note', role: 'status'});
  const typed = element('input', {class: 'form-control', type: 'search', name: 'who', maxlength: 100, autocomplete: 'off', spellcheck: 'false', placeholder: say('find.example')});
  const button = element('button', {type: 'submit', class: 'btn btn-primary'}, say('find.search'));
  const back = element('button', {type: 'button', class: 'btn btn-default', hidden: true, onclick: () => finish()}, say('find.back'));

  function finish() {
    typed.value = '';
    note.textContent = '';
    problem.textContent = '';
    back.hidden = true;
    leave();
  }

  function words({cases, more}) {
    if (more) {
      return cases.length ? say('find.more', cases.length) : say('find.tooMany');
    }
    return cases.length ? say(cases.length === 1 ? 'find.one' : 'find.many', cases.length) : say('find.none');
  }

  async function search(event) {
    event.preventDefault();
    if (button.disabled) {
      return;
    }
    button.disabled = true;
    problem.textContent = '';
    note.textContent = '';
    try {
      const found = await ask('POST', 'cases/search', {text: typed.value});
      note.textContent = words(found);
      back.hidden = false;
      show(found);
    } catch (refused) {
      problem.textContent = refused.message;
      back.hidden = true;
      leave();
    } finally {
      button.disabled = false;
    }
  }

  return element(
    'div',
    {class: 'acse-finder'},
    element('form', {class: 'acse-filters', role: 'search', 'aria-label': say('find.her'), onsubmit: search}, element('label', {}, say('find.her'), typed), button, back),
    element('p', {class: 'acse-hint'}, say('find.how')),
    problem,
    note
  );
}
