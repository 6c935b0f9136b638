// Rights that somebody asked for and a second person grants: for supervisors in Cockpit, for administrators and the coordination on a page.
import {ask} from './common.js';
import {element, moment, page, table} from './dom.js';
import {say} from './words.js';

function buttons(rights, act) {
  if (rights.every(right => right.told)) {
    return say('rights.told');
  }
  if (rights[0].mine) {
    return say('rights.mine');
  }
  const decide = what =>
    act(async () => {
      for (const right of rights.filter(each => !each.told)) {
        await ask('POST', `rights/${right.id}/${what}`);
      }
    });
  return [
    element('button', {class: 'btn btn-primary', onclick: decide('grant')}, say('rights.grant')),
    ' ',
    element('button', {class: 'btn btn-default', onclick: decide('refuse')}, say('rights.refuse'))
  ];
}

/** What was asked for one person by one other, in one line. */
function lines(waiting) {
  const byPerson = new Map();
  waiting.forEach(right => {
    const key = `${right.login}|${right.askedBy}`;
    byPerson.set(key, [...(byPerson.get(key) ?? []), right]);
  });
  return [...byPerson.values()];
}

/** The table of what waits. */
export function showRights(node, title = say('rights.title')) {
  page(node, title, async act => {
    const waiting = await ask('GET', 'rights');
    if (!waiting.length) {
      return [element('p', {}, say('rights.none'))];
    }
    return [
      element('p', {}, say('rights.some')),
      table(
        [say('rights.who'), say('rights.group'), say('rights.askedBy'), say('rights.since'), ''],
        lines(waiting).map(rights => [
          [`${rights[0].name} (${rights[0].login})`, ...(rights[0].address ? [element('br'), rights[0].address] : [])],
          rights.map(right => right.label).join(', '),
          rights[0].askedBy,
          moment(rights[0].askedAt),
          buttons(rights, act)
        ])
      )
    ];
  });
}
