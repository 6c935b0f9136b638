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

/** Asks our own endpoints, with the token that protects against requests from other sites. */
export async function ask(method, path, body) {
  const token = document.cookie.match(/XSRF-TOKEN=([^;]+)/);
  const answer = await fetch(`/camunda/api/acse/${path}`, {
    method,
    headers: {'Content-Type': 'application/json', 'X-XSRF-TOKEN': token ? token[1] : ''},
    body: body === undefined ? undefined : JSON.stringify(body)
  });
  const text = await answer.text();
  let content = null;
  try {
    content = text ? JSON.parse(text) : null;
  } catch {
    // No answer of ours: a proxy's, or one that was cut off.
  }
  if (!answer.ok) {
    throw new Error(content?.message || say('common.noAnswer'));
  }
  return content;
}
