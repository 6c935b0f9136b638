// What all web applications of this installation share.
import {say} from './words.js';

const link = document.createElement('link');
link.rel = 'stylesheet';
link.href = new URL('./acse.css', import.meta.url).href;
document.head.append(link);

// A person whose group needs a second factor has given only her password: send her to the page that asks for her code.
const send = XMLHttpRequest.prototype.send;
XMLHttpRequest.prototype.send = function (...body) {
  this.addEventListener('load', () => {
    if (this.status === 401 && this.getResponseHeader('X-Second-Factor')) {
      location.assign(`/second-factor.html?then=${encodeURIComponent(location.pathname)}`);
    }
  });
  send.apply(this, body);
};

/** What the server refused, or that it gave no answer: then the same may be asked again. */
class Refused extends Error {
  constructor(message, mayPass) {
    super(message);
    this.mayPass = mayPass;
  }
}

/** Asks our own endpoints, with the token that protects against requests from other sites. */
export async function ask(method, path, body) {
  const token = document.cookie.match(/XSRF-TOKEN=([^;]+)/);
  const answer = await fetch(`/camunda/api/acse/${path}`, {
    method,
    headers: {'Content-Type': 'application/json', 'X-XSRF-TOKEN': token ? token[1] : ''},
    body: body === undefined ? undefined : JSON.stringify(body)
  }).catch(() => {
    throw new Refused(say('common.noAnswer'), true);
  });
  const text = await answer.text();
  let content = null;
  try {
    content = text ? JSON.parse(text) : null;
  } catch {
    // No answer of ours: a proxy's, or one that was cut off.
  }
  if (!answer.ok) {
    throw new Refused(content?.message || say('common.noAnswer'), answer.status >= 500);
  }
  return content;
}
