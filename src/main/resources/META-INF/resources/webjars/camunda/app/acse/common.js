// Functions that all web applications of this installation share: requests to the server, styles and patches.
import {say} from './words.js';
import {trouble} from './trouble.js';
import './patches/accessible-names.js';
import './patches/not-sent.js';
import './patches/code-needed.js';

const LOGGED_OUT = 401;

/** Tasklist itself leads to the login. */
const OWN_OR_COCKPIT = /\/app\/(acse|cockpit)\//;

const REFERENCE = /ACSE-[0-9A-Z]{4}-[0-9A-Z]{4}/;

export const BY_ITSELF = {'X-By-Itself': 'yes'};

/** What the server refused, or that it gave no answer: then the same may be asked again. */
class Refused extends Error {
  constructor(message, mayPass, status) {
    super(message);
    this.mayPass = mayPass;
    this.status = status;
  }
}

/** Says that the login has ended. The link leads back to the case that is open, if one is. */
function askForLogin() {
  const [reference] = REFERENCE.exec(location.hash) ?? [];
  const link = document.createElement('a');
  link.href = reference ? `/?case=${reference}` : '/';
  link.textContent = say('common.logIn');
  trouble(`${say('common.loggedOut')} `, link);
}

/** Whoever asks who is logged in knows that it may be nobody. */
const needsLogin = path => path !== 'me' && OWN_OR_COCKPIT.test(location.pathname) && location.hash !== '#/login';

/**
 * Asks our own endpoints, with the token that protects against requests from other sites.
 *
 * @param more headers, such as {@code BY_ITSELF} for what a page asks although nobody is there: it keeps no login alive; and a signal that ends the request
 */
export async function ask(method, path, body, {signal, ...more} = {}) {
  const token = document.cookie.match(/XSRF-TOKEN=([^;]+)/);
  const answer = await fetch(`/camunda/api/acse/${path}`, {
    method,
    signal,
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
  if (answer.status === LOGGED_OUT && needsLogin(path)) {
    askForLogin();
  }
  if (!answer.ok) {
    throw new Refused(content?.message || say('common.noAnswer'), answer.status >= 500, answer.status);
  }
  return content;
}

/** The button Back may show a page that the browser has kept: somebody else may be logged in by now. */
addEventListener('pageshow', ({persisted}) => persisted && location.reload());
