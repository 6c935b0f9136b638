// The header of all pages: links to the pages of the user's role, the alarms, and the user's menu.
import {showAlarms} from './alarms.js';
import {element} from './dom.js';
import {forgetMe, me} from './me.js';
import {trouble} from './trouble.js';
import {say} from './words.js';

const TASKS = '/camunda/app/tasklist/default/';
const CASES = '/camunda/app/acse/cases.html';
const COCKPIT = '/camunda/app/cockpit/default/#';
const ADMIN = '/camunda/app/admin/default/#';

/** Address and words by page, as the server names the pages. */
const PAGES = {
  tasks: [TASKS, say('shell.tasks')],
  deadlines: [`${COCKPIT}/deadlines`, say('deadlines.title')],
  cases: [CASES, say('shell.cases')],
  all_cases: [CASES, say('shell.allCases')],
  places: ['/camunda/app/acse/places.html', say('shell.places')],
  runs: ['/camunda/app/acse/run.html', say('shell.runs')],
  reads: [`${COCKPIT}/reads`, say('reads.title')],
  report: ['/camunda/app/acse/report.html', say('shell.report')],
  models: [`${COCKPIT}/models`, say('models.title')],
  processes: [`${COCKPIT}/processes`, say('shell.processes')],
  decisions: [`${COCKPIT}/decisions`, say('shell.decisions')],
  people: ['/camunda/app/acse/people.html', say('shell.people')],
  rights: ['/camunda/app/acse/rights.html', say('rights.title')],
  users: [`${ADMIN}/users`, say('shell.users')],
  groups: [`${ADMIN}/groups`, say('shell.groups')],
  leave: ['/camunda/app/acse/leave.html', say('shell.leave')]
};
const PROFILE = '/camunda/app/welcome/default/';

/** So many links are in the bar of a desk; the others are in the menu behind them. */
const MOST_IN_BAR = 6;

/** As a key code. */
const ESCAPE = 27;

const VENDORS_START = '.start-process-action a';

const link = page => {
  const [href, words] = PAGES[page];
  return element('a', {href}, words);
};

/** Marks the links to the page that is open. */
function markOpen(header) {
  for (const each of header.querySelectorAll('nav a')) {
    const {pathname, hash} = new URL(each.href);
    const isOpen = pathname === location.pathname && (!hash || location.hash.split('?')[0] === hash);
    if (isOpen) {
      each.setAttribute('aria-current', 'page');
    } else {
      each.removeAttribute('aria-current');
    }
  }
  const more = header.querySelector('.acse-more');
  more.classList.toggle('acse-current', [...more.querySelectorAll('a')].slice(MOST_IN_BAR).some(each => each.hasAttribute('aria-current')));
}

function menu(kind, words, name, ...content) {
  const summary = element('summary', {'aria-label': name}, ...words);
  return element('details', {class: ['acse-menu', ...kind].join(' ')}, summary, element('div', {}, ...content));
}

/** An open menu closes when she clicks elsewhere, chooses something, or presses Escape. */
function closeMenus(event) {
  for (const each of document.querySelectorAll('.acse-menu[open]')) {
    const summary = each.querySelector('summary');
    if (event.type === 'keydown' ? event.keyCode === ESCAPE : !summary.contains(event.target)) {
      each.open = false;
      if (event.type === 'keydown') {
        summary.focus();
      }
    }
  }
}
document.addEventListener('click', closeMenus);
document.addEventListener('keydown', closeMenus);

/** The page is emptied: the button Back must not show what was open. */
async function logOut() {
  const answer = await fetch('/camunda/api/admin/auth/user/default/logout', {method: 'POST', headers: {'X-XSRF-TOKEN': document.cookie.match(/XSRF-TOKEN=([^;]+)/)?.[1] ?? ''}}).catch(() => ({ok: false}));
  if (!answer.ok) {
    trouble(say('shell.notLoggedOut'));
    return;
  }
  forgetMe();
  document.body.replaceChildren();
  location.replace('/');
}

/** The page of the tasks opens its own dialog; from elsewhere its address does so. */
function startOnTasks(event) {
  const vendors = document.querySelector(VENDORS_START);
  if (vendors) {
    event.preventDefault();
    vendors.click();
  }
}

const start = () => element('a', {href: `${TASKS}#/?processStart`, class: 'acse-start', onclick: startOnTasks}, say('shell.start'));

let endAlarms = () => {};

/** Takes the header away: nobody is logged in. */
export function hideHeader() {
  endAlarms();
  document.querySelector('.acse-shell')?.remove();
}

function draw({name, pages}) {
  hideHeader();
  const alarms = element('div', {class: 'acse-alarms'});
  const all = pages.map(link);
  const nav = element('nav', {'aria-label': say('shell.where')}, ...pages.slice(0, MOST_IN_BAR).map(link));
  const more = menu(all.length > MOST_IN_BAR ? ['acse-more'] : ['acse-more', 'acse-narrow'], [element('span', {class: 'acse-wide'}, say('shell.more')), element('span', {class: 'acse-narrow'}, say('shell.menu'))], null, ...all);
  nav.append(more);
  const header = element(
    'header',
    {class: 'acse-shell'},
    element('a', {class: 'acse-brand', href: '/', 'aria-label': say('shell.home')}, element('span', {}, 'Ac.Sé')),
    nav,
    ...(pages.includes('tasks') ? [start()] : []),
    alarms,
    menu(['acse-who'], [element('span', {}, name)], say('shell.me', name), element('a', {href: PROFILE}, say('shell.profile')), element('button', {type: 'button', onclick: logOut}, say('shell.logOut')))
  );
  document.body.prepend(header);
  markOpen(header);
  if (pages.includes('cases') || pages.includes('all_cases')) {
    endAlarms = showAlarms(alarms);
  }
}

addEventListener('hashchange', () => document.querySelectorAll('.acse-shell').forEach(markOpen));

/** Draws the header for whoever is logged in, and tells whether somebody is. */
export async function showHeader() {
  const she = await me();
  if (she) {
    document.body.classList.toggle('acse-coordination', she.coordinates);
    document.body.classList.toggle('acse-supervisor', she.pages.includes('deadlines'));
    draw(she);
  }
  return Boolean(she);
}

/** Puts the header above a page of our own. */
export function shell(title) {
  document.title = `${title} | Ac.Sé`;
  return showHeader();
}
