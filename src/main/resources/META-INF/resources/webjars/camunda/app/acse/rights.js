// Rights that an administrator asked for and a second person grants: for supervisors in Cockpit, for administrators on a page.
import {ask} from './common.js';
import {element, moment, page, table} from './dom.js';

function buttons(right, act) {
  if (right.told) {
    return 'Granted. It takes effect once the mail to the coordination is sent.';
  }
  if (right.mine) {
    return 'You asked for this right, or it is for you. Somebody else must decide.';
  }
  return [
    element('button', {class: 'btn btn-primary', onclick: act(() => ask('POST', `rights/${right.id}/grant`))}, 'Grant'),
    ' ',
    element('button', {class: 'btn btn-default', onclick: act(() => ask('POST', `rights/${right.id}/refuse`))}, 'Refuse')
  ];
}

export function showRights(node) {
  page(node, 'Rights', async act => {
    const waiting = await ask('GET', 'rights');
    if (!waiting.length) {
      return [element('p', {}, 'No rights are waiting. When an administrator puts somebody into a group, the request waits here for a second person.')];
    }
    return [
      element('p', {}, 'An administrator asked for these. Grant one only if you know why it is needed. The coordination is told by mail before the right takes effect.'),
      table(
        ['Who', 'Group', 'Asked by', 'Since', ''],
        waiting.map(right => [right.login, right.group, right.askedBy, moment(right.askedAt), buttons(right, act)])
      )
    ];
  });
}
