// The page People: users by organisation. A manager invites users, sends new links, and disables users.
import {ask} from './common.js';
import {element, moment, page, table} from './dom.js';
import {me} from './me.js';
import {showRights} from './rights.js';
import {shell} from './shell.js';
import {say} from './words.js';

const WITHOUT_ACCENT = {ł: 'l', œ: 'oe', æ: 'ae', ø: 'o', ß: 'ss', đ: 'd'};
const empty = () => ({organisation: null, roles: [], firstName: '', lastName: '', address: '', login: ''});

/** First and last name as a login: no accents, no capital letters. */
const suggested = (first, last) =>
  [first, last]
    .map(name =>
      name
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[łœæøßđ]/g, sign => WITHOUT_ACCENT[sign])
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/-+$|^-+|-{2,}/g, '')
    )
    .filter(Boolean)
    .join('.');

let typed = empty();
let loginTyped = false;
let said = '';
let decidesAlone = false;

function state(member) {
  if (member.state === 'INVITED') {
    return member.until ? say('people.state.INVITED', moment(member.until)) : say('people.state.SENDING');
  }
  return say(`people.state.${member.state}`);
}

/** A button that says what follows, and acts when it is clicked once more. */
function twice(words, follows, act, ...fields) {
  const place = element('span', {});
  const first = element(
    'button',
    {
      type: 'button',
      class: 'btn btn-default',
      onclick: () => {
        place.replaceChildren(
          element('span', {class: 'acse-follows', role: 'status'}, follows),
          ...fields,
          element('button', {type: 'button', class: 'btn btn-primary', onclick: act}, say('people.sure')),
          element('button', {type: 'button', class: 'btn btn-default', onclick: () => place.replaceChildren(first)}, say('common.cancel'))
        );
        place.querySelector('input, button').focus();
      }
    },
    words
  );
  place.append(first);
  return place;
}

function actions(member, act) {
  if (member.mine) {
    return [say('people.you')];
  }
  const path = `people/${encodeURIComponent(member.login)}`;
  const post = (what, body) => act(() => ask('POST', `${path}/${what}`, body ?? {}));
  const disable = twice(say('people.disable'), say('people.disableSure'), post('disable'));
  if (member.state === 'DISABLED') {
    return [twice(say('people.enable'), say('people.enableSure'), post('again'))];
  }
  if (['WAITS', 'REFUSED', 'INVITED', 'EXPIRED'].includes(member.state)) {
    const address = element('input', {class: 'form-control', type: 'email', maxlength: 120, value: member.address});
    const send = act(() => ask('POST', `${path}/again`, {address: address.value}));
    const corrected = member.newcomer ? [element('label', {}, say('people.newAddress'), address)] : [];
    const words = say(member.state === 'REFUSED' ? 'people.askAgain' : 'people.again');
    return [twice(words, '', send, ...corrected), ' ', disable];
  }
  const onlyRole = member.roles.length === 1;
  const roles = member.state === 'WORKS' ? member.beside.filter(role => !(onlyRole && member.has.includes(role.value))) : [];
  return [
    element(
      'details',
      {},
      element('summary', {}, say('people.change')),
      twice(say('people.reset'), say('people.resetSure'), post('again')),
      ' ',
      disable,
      ...roles.flatMap(role => {
        const given = !member.has.includes(role.value);
        return [' ', twice(say(given ? 'people.give' : 'people.take', role.label), say(given ? 'people.giveSure' : 'people.takeSure', member.name, role.label), post('role', {role: role.value, given}))];
      })
    )
  ];
}

const text = (name, label) => {
  const input = element('input', {
    class: 'form-control',
    name,
    type: name === 'address' ? 'email' : 'text',
    maxlength: 120,
    autocomplete: 'off',
    oninput: event => {
      typed[name] = event.target.value;
      loginTyped ||= name === 'login';
      if (!loginTyped) {
        typed.login = suggested(typed.firstName, typed.lastName);
        document.querySelector('[name=login]').value = typed.login;
      }
    }
  });
  input.value = typed[name];
  return element('label', {}, label, input);
};

const box = (label, value) =>
  element(
    'label',
    {class: 'acse-box'},
    element('input', {
      type: 'checkbox',
      checked: typed.roles.includes(value),
      onchange: event => (typed.roles = event.target.checked ? [...typed.roles, value] : typed.roles.filter(each => each !== value))
    }),
    ` ${label}`
  );

function form({teams, network}, act) {
  typed.organisation ??= teams[0].value;
  const roles = element('div', {class: 'acse-boxes'});
  const show = () =>
    roles.replaceChildren(...(typed.organisation ? [box(say('people.manages'), 'managers')] : network.map(role => box(role.label, role.value))));
  show();
  const invite = async () => {
    await ask('POST', 'people', typed);
    said = say(decidesAlone ? 'people.invited' : 'people.asked', `${typed.firstName} ${typed.lastName}`);
    typed = {...empty(), organisation: typed.organisation};
    loginTyped = false;
  };
  return element(
    'form',
    {
      class: 'acse-filters acse-card',
      id: 'invite',
      novalidate: true,
      onsubmit: event => {
        event.preventDefault();
        act(invite)();
      }
    },
    element(
      'label',
      {},
      say('people.for'),
      element(
        'select',
        {
          class: 'form-control',
          name: 'organisation',
          onchange: event => {
            typed.organisation = event.target.value;
            typed.roles = [];
            show();
          }
        },
        ...teams.map(team => element('option', {value: team.value, selected: team.value === typed.organisation}, team.label))
      )
    ),
    text('firstName', say('people.firstName')),
    text('lastName', say('people.lastName')),
    text('address', say('people.address')),
    text('login', say('people.login')),
    element('div', {class: 'acse-last'}, roles, element('button', {class: 'btn btn-primary'}, say('people.inviteHer')))
  );
}

shell(say('people.title'));
const rights = document.getElementById('rights');
const reload = page(document.getElementById('page'), say('people.title'), async act => {
  const [shown, she] = await Promise.all([ask('GET', 'people'), me()]);
  const grantsRights = Boolean(she?.pages.includes('rights'));
  const now = said;
  said = '';
  decidesAlone = !grantsRights;
  if (grantsRights) {
    showRights(rights, say('people.waiting'), reload);
  }
  const rows = shown.teams.flatMap(team =>
    team.people.map(member => [team.label, member.name, member.login, member.address, member.roles.join(', '), state(member), actions(member, act)])
  );
  const without = shown.teams.filter(team => !team.people.length);
  return [
    element('p', {}, say('people.what')),
    element('p', {role: 'status', class: 'acse-done'}, now),
    element('h2', {}, say('people.invite')),
    ...(shown.teams.length ? [form(shown, act)] : []),
    table([say('people.for'), say('people.name'), say('people.login'), say('people.address'), say('people.roles'), say('people.state'), ''], rows),
    ...(without.length ? [element('p', {class: 'acse-quiet'}, say('people.nobody', without.map(team => team.label).join(', ')))] : [])
  ];
});
