// Adds the case, the alarm and facts to each row of the task list. One request loads the rows of a list.
import {BY_ITSELF, ask} from '../../acse/common.js';
import {element} from '../../acse/dom.js';
import {say} from '../../acse/words.js';

const TOGETHER = 60;
const MOST_KNOWN = 200;

let waiting = new Map();

/** What each row said last: a list that is drawn anew shows it at once. */
let known = new Map();

async function fill() {
  const asked = waiting;
  waiting = new Map();
  try {
    const cards = await ask('GET', `cards?ids=${[...asked.keys()].join(',')}`, undefined, BY_ITSELF);
    known = new Map([...known, ...Object.entries(cards)].slice(-MOST_KNOWN));
    asked.forEach((node, task) => cards[task] && draw(node, cards[task]));
  } catch {
    // The list stays as it is; it is asked for again when it is drawn anew.
  }
}

function draw(node, {reference, urgent, reported, facts}) {
  node.replaceChildren(
    ...(reported ? [element('div', {class: reported.danger ? 'acse-card-line acse-card-danger' : 'acse-card-line'}, reported.what)] : []),
    element(
      'div',
      {class: 'acse-card-line'},
      element('strong', {}, reference ?? ''),
      urgent ? element('span', {class: 'acse-tag'}, say('cases.urgent')) : ''
    ),
    ...facts.map(({label, value}) => element('div', {class: 'acse-card-line acse-quiet'}, `${label}: ${value}`))
  );
}

export default {
  id: 'acse-card',
  pluginPoint: 'tasklist.card',
  priority: 500,
  render(node, {taskId}) {
    if (!waiting.size) {
      setTimeout(fill, TOGETHER);
    }
    const place = element('div', {class: 'acse-card-facts'});
    node.append(place);
    if (known.has(taskId)) {
      draw(place, known.get(taskId));
    }
    waiting.set(taskId, place);
  }
};
