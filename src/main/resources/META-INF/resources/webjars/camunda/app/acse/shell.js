// The header of the application's own pages: links to the other pages, and the alarms.
import {BY_ITSELF, ask} from './common.js';
import {showAlarms} from './alarms.js';
import {element} from './dom.js';
import {say} from './words.js';

const PAGES = [
  ['/camunda/app/tasklist/default/', 'shell.tasks'],
  ['/camunda/app/acse/cases.html', 'shell.cases'],
  ['/camunda/app/acse/leave.html', 'shell.leave']
];
const PLACES = ['/camunda/app/acse/places.html', 'shell.places'];
const REPORT = ['/camunda/app/acse/report.html', 'shell.report'];
const RUNS = ['/camunda/app/acse/run.html', 'shell.runs'];
const PEOPLE = ['/camunda/app/acse/people.html', 'shell.people'];

const link = ([href, words]) => element('a', {href, 'aria-current': location.pathname === href ? 'page' : null}, say(words));

/** Who she is, or nothing while there is no answer: then the links are there with the next page. */
async function me() {
  try {
    return await ask('GET', 'me', undefined, BY_ITSELF);
  } catch {
    return null;
  }
}

/** In Tasklist: the links to places and people, for whoever has some; and what only the coordination is asked. */
export async function linkToMore(node) {
  const she = await me();
  document.body.classList.toggle('acse-coordination', Boolean(she?.coordinates));
  if (she?.seesPlaces) {
    node.append(link(PLACES), ' ');
  }
  if (she?.readsReport) {
    node.append(link(REPORT), ' ');
  }
  if (she?.pays) {
    node.append(link(RUNS), ' ');
  }
  if (she?.managesPeople) {
    node.append(link(PEOPLE));
  }
}

async function logOut() {
  await fetch('/camunda/api/admin/auth/user/default/logout', {method: 'POST', headers: {'X-XSRF-TOKEN': document.cookie.match(/XSRF-TOKEN=([^;]+)/)?.[1] ?? ''}});
  location.assign('/');
}

/** Puts the heading above a page. */
export async function shell(title) {
  document.title = `${title} | Ac.Sé`;
  const alarms = element('div', {});
  const nav = element('nav', {'aria-label': say('shell.where')});
  const who = element('div', {class: 'acse-who'});
  document.body.prepend(element('header', {class: 'acse-shell'}, element('a', {class: 'acse-brand', href: '/'}, 'Ac.Sé'), nav, alarms, who));
  const she = await me();
  if (!she) {
    return;
  }
  nav.append(...(she.works ? PAGES : []).map(link), ...(she.seesPlaces ? [link(PLACES)] : []), ...(she.readsReport ? [link(REPORT)] : []), ...(she.pays ? [link(RUNS)] : []), ...(she.managesPeople ? [link(PEOPLE)] : []));
  who.append(element('span', {title: say('shell.me', she.name)}, she.name), ' ', element('button', {type: 'button', class: 'btn-link', onclick: logOut}, say('shell.logOut')));
  if (she.works) {
    showAlarms(alarms);
  }
}
