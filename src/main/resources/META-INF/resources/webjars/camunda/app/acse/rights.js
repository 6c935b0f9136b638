// Rights that an administrator asked for and a second person grants: for supervisors in Cockpit, for administrators on a page.
import {ask} from './common.js';
import {element, moment, page, table} from './dom.js';
import {say} from './words.js';

function buttons(right, act) {
  if (right.told) {
    return say('rights.told');
  }
  if (right.mine) {
    return say('rights.mine');
  }
  return [
    element('button', {class: 'btn btn-primary', onclick: act(() => ask('POST', `rights/${right.id}/grant`))}, say('rights.grant')),
    ' ',
    element('button', {class: 'btn btn-default', onclick: act(() => ask('POST', `rights/${right.id}/refuse`))}, say('rights.refuse'))
  ];
}

export function showRights(node) {
  page(node, say('rights.title'), async act => {
    const waiting = await ask('GET', 'rights');
    if (!waiting.length) {
      return [element('p', {}, say('rights.none'))];
    }
    return [
      element('p', {}, say('rights.some')),
      table(
        [say('rights.who'), say('rights.group'), say('rights.askedBy'), say('rights.since'), ''],
        waiting.map(right => [right.login, right.group, right.askedBy, moment(right.askedAt), buttons(right, act)])
      )
    ];
  });
}
