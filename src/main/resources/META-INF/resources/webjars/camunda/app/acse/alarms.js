// The waiting alarms: their number in the page title and the navigation, and their list. The script loads them every 15 seconds.
import {progress} from './alarm-words.js';
import {BY_ITSELF, ask} from './common.js';
import {callable, element, moment} from './dom.js';
import {me} from './me.js';
import {say} from './words.js';

const EVERY = 15000;
const ESCAPE = 27;
const MARK = /^\((\d+|!)\) /;
const LOGIN = 401;
const MOST_MISSED = 3;

/** Where a case is shown. */
export const caseLink = reference => `/camunda/app/acse/cases.html#${reference}`;

function entry(alarm) {
  return element(
    'li',
    {class: alarm.danger ? 'acse-danger' : ''},
    element('strong', {}, alarm.what),
    element('span', {}, say('alarms.reported', alarm.by, moment(alarm.at))),
    element('span', {}, progress(alarm)),
    element(
      'span',
      {},
      alarm.task ? element('a', {href: `/camunda/app/tasklist/default/#/?task=${alarm.task}`}, say('alarms.open')) : '',
      ' ',
      alarm.reference ? element('a', {href: caseLink(alarm.reference)}, alarm.reference) : ''
    )
  );
}

/** The telephone number of the coordination, if the installation has set it, for everybody else. */
export async function telephone() {
  const {telephone: number, coordinates} = (await me()) ?? {};
  return number && !coordinates ? say('alarms.telephone', number) : '';
}

export const telephoneLine = words => (words ? [element('li', {class: 'acse-telephone'}, ...callable(words))] : []);

/**
 * Shows the alarms in a node, and keeps them fresh.
 *
 * @returns a function that ends this, and takes the number out of the page title
 */
export function showAlarms(node) {
  const count = element('span', {class: 'acse-alarm-count', 'aria-live': 'assertive'});
  const list = element('ul', {class: 'acse-alarm-list', hidden: true, onclick: event => (list.hidden = Boolean(event.target.closest('a')))});
  const button = element(
    'button',
    {
      type: 'button',
      class: 'acse-bell-button',
      'aria-expanded': 'false',
      onclick: () => {
        list.hidden = !list.hidden;
        button.setAttribute('aria-expanded', String(!list.hidden));
      }
    },
    count
  );
  const holder = element('div', {class: 'acse-bell-place'}, button, list);
  const ending = new AbortController();
  document.addEventListener(
    'click',
    event => {
      if (!holder.contains(event.target)) {
        list.hidden = true;
        button.setAttribute('aria-expanded', 'false');
      }
    },
    ending
  );
  holder.addEventListener('keydown', ({keyCode}) => {
    if (keyCode === ESCAPE && !list.hidden) {
      list.hidden = true;
      button.setAttribute('aria-expanded', 'false');
      button.focus();
    }
  });
  node.append(holder);
  const phone = telephone();
  let shown = null;
  let missed = 0;
  const look = async () => {
    let alarms;
    try {
      alarms = await ask('GET', 'alarms', undefined, BY_ITSELF);
      missed = 0;
    } catch (refused) {
      missed = refused.status === LOGIN ? MOST_MISSED : missed + 1;
      if (missed >= MOST_MISSED && !ending.signal.aborted) {
        shown = null;
        count.textContent = refused.status === LOGIN ? say('alarms.loggedOut') : say('alarms.offline');
        button.classList.add('acse-some');
        document.title = `(!) ${document.title.replace(MARK, '')}`;
      }
      return;
    }
    const number = telephoneLine(await phone);
    if (ending.signal.aborted) {
      return;
    }
    const now = JSON.stringify(alarms);
    if (now !== shown) {
      shown = now;
      count.textContent = alarms.length === 1 ? say('alarms.one') : say('alarms.many', alarms.length);
      button.classList.toggle('acse-some', alarms.length > 0);
      list.replaceChildren(...(alarms.length ? alarms.map(entry) : [element('li', {}, say('alarms.none'))]), ...number);
    }
    const title = document.title.replace(MARK, '');
    document.title = alarms.length ? `(${alarms.length}) ${title}` : title;
  };
  look();
  const timer = setInterval(look, EVERY);
  return () => {
    ending.abort();
    clearInterval(timer);
    document.title = document.title.replace(MARK, '');
  };
}
