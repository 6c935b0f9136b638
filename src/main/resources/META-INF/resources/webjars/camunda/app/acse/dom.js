// Functions for HTML elements, dates and tables that the application's own pages share.
import {say} from './words.js';

/** Makes an element: attributes, listeners ({onclick}), and what is in it. Text is never read as HTML. */
export function element(name, attributes = {}, ...content) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) {
      made.addEventListener(key.slice(2), value);
    } else if (value !== false && value !== null && value !== undefined) {
      made.setAttribute(key, value === true ? '' : value);
    }
  }
  made.append(...content);
  return made;
}

const NUMBER = /\+?\d[\d .()\u00a0\u202f-]{7,}\d/g;
const DIALLED = /^(?:\+\d{10,14}|0\d{9})$/;

/** A text whose telephone numbers, French or international, are links: on a telephone, a touch calls. */
export function callable(text) {
  const parts = [];
  let from = 0;
  for (const {0: number, index} of text.matchAll(NUMBER)) {
    const dialled = number.replace('(0)', '').replace(/[^\d+]/g, '');
    if (DIALLED.test(dialled)) {
      parts.push(text.slice(from, index), element('a', {href: `tel:${dialled}`}, number));
      from = index + number.length;
    }
  }
  return [...parts, text.slice(from)];
}

const MINUTES = {day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit'};
const times = new Intl.DateTimeFormat('en-GB', {...MINUTES, timeZone: 'Europe/Paris'});
const here = new Intl.DateTimeFormat('en-GB', MINUTES);

/** Hours and minutes as in France: 14 h 30. */
export const hours = text => text.replace(/(\d\d):(\d\d)/, '$1\u00a0h\u00a0$2');

/** A moment in French time, such as 15/04/2026 14 h 30. The text says so if the clock of the browser shows another time. */
export function moment(instant) {
  const shown = times.format(new Date(instant));
  const written = hours(shown.replace(',', ''));
  return shown === here.format(new Date(instant)) ? written : say('common.inParis', written);
}

const days = new Intl.DateTimeFormat('en-GB', {day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC'});

/** A day without a time: 2026-04-15 as 15/04/2026. */
export const day = text => days.format(new Date(text));

const money = new Intl.NumberFormat('fr-FR', {style: 'currency', currency: 'EUR'});

/** An amount in euros: 304.00 as 304,00 €. */
export const euros = amount => money.format(Number(amount));

const DAY = /^\s*(\d{1,2})\s*[/.]\s*(\d{1,2})\s*[/.]\s*(\d{4})(?:[\s,]+(\d{1,2})\s*[:h]\s*(\d{2})?)?\s*$/;

/** A day, with or without a time, as people here write it, in the form that the server reads; what is none stays as it is. */
export function iso(text) {
  const [found, day, month, year, hour, minute] = DAY.exec(text) ?? [];
  return found ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}${hour ? `T${hour.padStart(2, '0')}:${minute ?? '00'}` : ''}` : text;
}

export function table(heads, rows) {
  return element(
    'table',
    {class: 'acse-table'},
    element('thead', {}, element('tr', {}, ...heads.map(head => element('th', {scope: 'col'}, head)))),
    element('tbody', {}, ...rows.map(cells => element('tr', {}, ...cells.map((cell, column) => element('td', {'data-head': typeof heads[column] === 'string' ? heads[column] : null}, ...[cell].flat())))))
  );
}

/** A page that loads again after each action, and says what went wrong. */
export function page(node, title, content) {
  const words = element('p', {role: 'alert', class: 'acse-alert'});
  const place = element('div', {});
  const load = async () => {
    try {
      place.replaceChildren(...(await content(act)));
    } catch (refused) {
      words.textContent = refused.message;
    }
  };
  let busy = false;
  // One action at a time: a second click on the same button does nothing.
  const act = work => async () => {
    if (busy) {
      return;
    }
    busy = true;
    const stopped = [...place.querySelectorAll('button:not(:disabled)')];
    stopped.forEach(button => (button.disabled = true));
    words.textContent = '';
    try {
      await work();
      await load();
    } catch (refused) {
      await load();
      words.textContent = refused.message;
    } finally {
      busy = false;
      stopped.forEach(button => (button.disabled = false));
    }
  };
  node.replaceChildren(element('div', {class: 'acse-page'}, element('h1', {}, title), words, place));
  load();
  return load;
}
