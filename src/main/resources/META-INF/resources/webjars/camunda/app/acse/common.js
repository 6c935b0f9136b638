// What all web applications of this installation share.
import {say} from './words.js';

const link = document.createElement('link');
link.rel = 'stylesheet';
link.href = new URL('./acse.css', import.meta.url).href;
document.head.append(link);

// What the vendor's pages lack for whoever cannot see or point: names of buttons, the natural order of fields.
const NAMES = [
  ['.app-switch > .dropdown-toggle', say('common.applications')],
  ['.app-label-wrapper', say('common.application')],
  ['button[data-region]', say('common.fold')],
  ['.stored-criteria > .dropdown-toggle', say('common.searches')],
  ["button[ng-click^='toggleSection']", say('common.fold')],
  ['.unclaim', say('cover.way.BACK')],
  ['input.toggle', say('common.fold')],
  ['a.circle', say('case.state')],
  ['.btn-xs.dropdown-toggle', say('leave.choose')]
];
new MutationObserver(() => {
  NAMES.forEach(([which, name]) => document.querySelectorAll(`${which}:not([aria-label])`).forEach(each => each.setAttribute('aria-label', name)));
  document.querySelectorAll('.btn-toolbar[uib-tooltip]:not([aria-label])').forEach(each => each.setAttribute('aria-label', each.getAttribute('uib-tooltip')));
  document.querySelectorAll('.form-signin [tabindex]').forEach(field => field.removeAttribute('tabindex'));
  document.querySelectorAll('.main-field[aria-expanded]').forEach(field => field.removeAttribute('aria-expanded'));
}).observe(document.documentElement, {childList: true, subtree: true});

// A person whose group needs a second factor has given only her password: send her to the page that asks for her code.
/** Says across the page what no part of it says: that a step was not sent, or that she is logged out. */
function trouble(...words) {
  document.querySelector('.acse-trouble')?.remove();
  if (words.length) {
    const box = document.createElement('div');
    box.className = 'acse-trouble';
    box.setAttribute('role', 'alert');
    box.append(...words);
    document.body.append(box);
  }
}

const READING = ['GET', 'HEAD'];
const opened = XMLHttpRequest.prototype.open;
XMLHttpRequest.prototype.open = function (method, ...more) {
  this.acseMethod = String(method).toUpperCase();
  return opened.call(this, method, ...more);
};

const send = XMLHttpRequest.prototype.send;
XMLHttpRequest.prototype.send = function (...body) {
  if (!READING.includes(this.acseMethod)) {
    this.addEventListener('error', () => trouble(say('common.notSent')));
    this.addEventListener('load', () => trouble());
  }
  this.addEventListener('load', () => {
    if (this.status === 401 && this.getResponseHeader('X-Second-Factor')) {
      location.assign(`/second-factor.html?then=${encodeURIComponent(location.pathname)}`);
    }
  });
  send.apply(this, body);
};

const LOGGED_OUT = 401;

/** Tasklist itself leads to the login. */
const OWN_OR_COCKPIT = /\/app\/(acse|cockpit)\//;

export const BY_ITSELF = {'X-By-Itself': 'yes'};

/** What the server refused, or that it gave no answer: then the same may be asked again. */
class Refused extends Error {
  constructor(message, mayPass, status) {
    super(message);
    this.mayPass = mayPass;
    this.status = status;
  }
}

/**
 * Asks our own endpoints, with the token that protects against requests from other sites.
 *
 * @param more headers; {@code BY_ITSELF} for what a page asks although nobody is there: it keeps no login alive
 */
export async function ask(method, path, body, more = {}) {
  const token = document.cookie.match(/XSRF-TOKEN=([^;]+)/);
  const answer = await fetch(`/camunda/api/acse/${path}`, {
    method,
    headers: {'Content-Type': 'application/json', 'X-XSRF-TOKEN': token ? token[1] : '', ...more},
    body: body === undefined ? undefined : JSON.stringify(body)
  }).catch(() => {
    throw new Refused(say('common.noAnswer'), true, 0);
  });
  const text = await answer.text();
  let content = null;
  try {
    content = text ? JSON.parse(text) : null;
  } catch {
    // No answer of ours: a proxy's, or one that was cut off.
  }
  if (answer.status === LOGGED_OUT && OWN_OR_COCKPIT.test(location.pathname) && location.hash !== '#/login') {
    const link = document.createElement('a');
    link.href = '/';
    link.textContent = say('common.logIn');
    trouble(`${say('common.loggedOut')} `, link);
  }
  if (!answer.ok) {
    throw new Refused(content?.message || say('common.noAnswer'), answer.status >= 500, answer.status);
  }
  return content;
}

/** Whether her role may open something. Also if there was no answer: the page itself says so when she opens it. */
export async function mayOpen(path) {
  try {
    await ask('GET', path);
    return true;
  } catch ({mayPass}) {
    // An answer that broke off says nothing of it, either.
    return mayPass ?? true;
  }
}
