// The vendor: drafts of forms are kept unencrypted in the browser, on Save and when a login ends.
// This patch: drafts are encrypted on the server while the user types, and only that user can read them.
import {ask} from '../common.js';
import {forEachForm} from '../drawn.js';
import {actionsOf, formIn, typed} from '../form-parts.js';
import {say} from '../words.js';

const REFUSED = 400;
const DRAFT = 'camunda-form:';
const PAUSE = 1200;
const AGAIN = 5000;
/** A request without an answer keeps the next ones waiting no longer. */
const LONGEST = 15_000;

// Drafts that the vendor has left in the browser on a page on which this patch was not loaded.
Object.keys(localStorage)
  .filter(key => key.startsWith(DRAFT))
  .forEach(key => localStorage.removeItem(key));

/** The process whose start form was loaded last; the form itself does not name it. */
let starting = null;

/** Who is logged in, and her drafts that the server could not keep because her login had ended. */
let person = null;
const unkept = new Map();

const open = XMLHttpRequest.prototype.open;
XMLHttpRequest.prototype.open = function (method, url, ...more) {
  const start = /\/process-definition\/([^:/]+)(?::[^/]*)?\/startForm/.exec(url);
  if (start) {
    starting = decodeURIComponent(start[1]);
  }
  if (/\/auth\/user\/[^/]+(\/login\/[^/]+)?$/.test(url)) {
    this.addEventListener('load', () => {
      if (this.status === 200) {
        const login = JSON.parse(this.responseText).userId;
        if (login !== person) {
          unkept.clear();
        }
        person = login;
      }
    });
  }
  open.call(this, method, url, ...more);
};

function nameOf(key) {
  const task = key.slice(DRAFT.length);
  return task === 'undefined' ? `start-${starting}` : task;
}

function find(name) {
  // Tasklist expects an answer from its storage at once, so this request is synchronous.
  const request = new XMLHttpRequest();
  request.open('GET', `/camunda/api/acse/drafts/${encodeURIComponent(name)}`, false);
  request.send();
  return request.status === 200 ? request.responseText : null;
}

const {getItem, setItem, removeItem} = Storage.prototype;

Storage.prototype.getItem = function (key) {
  if (!String(key).startsWith(DRAFT)) {
    return getItem.call(this, key);
  }
  const name = nameOf(key);
  return removed.has(name) ? null : unkept.get(name) || find(name);
};

Storage.prototype.setItem = function (key, value) {
  if (String(key).startsWith(DRAFT)) {
    keep(nameOf(key), value).catch(() => {});
  } else {
    setItem.call(this, key, value);
  }
};

Storage.prototype.removeItem = function (key) {
  if (String(key).startsWith(DRAFT)) {
    clearTimeout(timer);
    unkept.delete(nameOf(key));
    remove(nameOf(key));
  } else {
    removeItem.call(this, key);
  }
};

let timer;
let again;

/** The draft that belongs to the form in an element, or nothing. */
function draftOf(container) {
  return container.closest('.modal')
    ? `start-${starting}`
    : new URLSearchParams(location.hash.split('?')[1]).get('task');
}

/** Drafts whose removal is on its way. */
const removed = new Set();

/** Drafts are sent one after the other, so that an older text never replaces a newer one. */
let sent = Promise.resolve();

function keep(name, values) {
  unkept.set(name, values);
  removed.delete(name);
  sent = sent.catch(() => {}).then(() => send(name));
  return sent;
}

/** A draft that is on its way is removed, too. */
function remove(name) {
  removed.add(name);
  sent = sent
    .catch(() => {})
    .then(() => request('DELETE', name))
    .catch(() => {})
    .then(() => removed.delete(name));
}

const request = (method, name, body) => ask(method, `drafts/${encodeURIComponent(name)}`, body, {signal: AbortSignal.timeout(LONGEST)});

/** Sends the newest text of a draft, unless the request before has sent it already. */
async function send(name) {
  const values = unkept.get(name);
  if (values === undefined) {
    return;
  }
  try {
    await request('PUT', name, JSON.parse(values));
  } catch (refused) {
    if (refused.mayPass) {
      clearTimeout(again);
      again = setTimeout(keepTheOthers, AGAIN);
    }
    throw refused;
  }
  if (unkept.get(name) === values) {
    unkept.delete(name);
  }
}

/** What it refuses is not kept at all; everything else is tried again. */
const notKept = ({status, message}) => (status === REFUSED ? message : say('draft.notKept', message));

/** What the server gave no answer to, also of forms that she has left meanwhile. */
async function keepTheOthers() {
  for (const [name, values] of [...unkept]) {
    try {
      await keep(name, values);
      tell(name, say('draft.kept'), values);
    } catch (refused) {
      tell(name, notKept(refused));
    }
  }
}

/** What each form held when it was opened, or kept last: a click that changes nothing is no draft. */
const known = new WeakMap();
const EMPTY = '{}';

forEachForm(container => {
  const form = formIn(container);
  if (form && !known.has(form)) {
    known.set(form, JSON.stringify(typed(form)));
  }
});

/** @param name of the draft as it was when she typed: she may be in another task by now */
async function save(container, name) {
  const form = formIn(container);
  const isOfAnother = container.isConnected && draftOf(container) !== name;
  if (!form || !name || isOfAnother) {
    return;
  }
  const text = JSON.stringify(typed(form));
  if (text === (known.get(form) ?? EMPTY)) {
    return;
  }
  try {
    await keep(name, text);
    known.set(form, text);
    tell(name, say('draft.kept'), text);
  } catch (refused) {
    tell(name, notKept(refused));
  }
}

/**
 * Says it below the form, if it is still the one that she sees.
 *
 * @param kept the text that it is said of: it is not said of a form that holds another one by now; nothing if it is said of every text
 */
function tell(name, words, kept) {
  for (const container of document.querySelectorAll('.fjs-container')) {
    if (draftOf(container) === name && (kept === undefined || JSON.stringify(typed(formIn(container))) === kept)) {
      note(container, words);
    }
  }
}

function note(container, words) {
  const actions = actionsOf(container);
  if (!actions) {
    return;
  }
  const line = actions.querySelector('.acse-saved') || document.createElement('span');
  line.className = 'acse-saved';
  line.setAttribute('role', 'status');
  line.textContent = words;
  actions.prepend(line);
}

for (const event of ['input', 'change', 'click']) {
  document.addEventListener(event, ({target}) => {
    const container = target.closest?.('.fjs-container');
    if (container) {
      const form = formIn(container);
      if (form && event !== 'click' && !known.has(form)) {
        // She typed before it was seen what the form held when it was opened.
        known.set(form, EMPTY);
      }
      actionsOf(container)?.querySelector('.acse-saved')?.remove();
      clearTimeout(timer);
      timer = setTimeout(save, PAUSE, container, draftOf(container));
    }
  });
}
