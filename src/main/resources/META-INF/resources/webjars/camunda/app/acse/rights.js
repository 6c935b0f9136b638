// Requested rights that a second person grants: a page, and a part of the page People.
import {ask} from './common.js';
import {element, moment, page, table} from './dom.js';
import {say} from './words.js';

function grantWord(rights) {
  if (rights.every(right => right.closes)) {
    return 'rights.close';
  }
  return rights.every(right => right.away) ? 'rights.take' : 'rights.grant';
}

function buttons(rights, act, decided) {
  if (rights.every(right => right.told)) {
    return say('rights.told');
  }
  if (rights[0].mine && !rights[0].asked) {
    return say('rights.mine');
  }
  const decide = what =>
    act(async () => {
      for (const right of rights.filter(each => !each.told)) {
        await ask('POST', `rights/${right.id}/${what}?closes=${right.closes}`);
      }
      decided();
    });
  if (rights[0].asked) {
    return [say('rights.asked'), ' ', element('button', {class: 'btn btn-default', onclick: decide('refuse')}, say('rights.withdraw'))];
  }
  return [
    element('button', {class: 'btn btn-primary', onclick: decide('grant')}, say(grantWord(rights))),
    ' ',
    element('button', {class: 'btn btn-default', onclick: decide('refuse')}, say('rights.refuse'))
  ];
}

/** What was asked for one person by one other, in one line; what gives, takes away and closes is decided one by one. */
function lines(waiting) {
  const byPerson = new Map();
  waiting.forEach(right => {
    const key = `${right.login}|${right.askedBy}|${right.away}|${right.closes}`;
    byPerson.set(key, [...(byPerson.get(key) ?? []), right]);
  });
  return [...byPerson.values()];
}

/** Supervisors who ask for the names of readers, for whoever may agree. */
async function names(act) {
  const waiting = await ask('GET', 'reads/names').catch(() => []);
  const decide = (request, what) => act(() => ask('POST', `reads/names/${request.id}/${what}`));
  return waiting.length
    ? [
        element('h2', {}, say('names.title')),
        element('p', {}, say('names.what')),
        table(
          [say('names.case'), say('rights.askedBy'), say('rights.since'), ''],
          waiting.map(request => [
            request.reference,
            request.askedBy,
            moment(request.askedAt),
            request.mine
              ? say('names.mine')
              : [
                  element('button', {class: 'btn btn-primary', onclick: decide(request, 'agree')}, say('names.agree')),
                  ' ',
                  element('button', {class: 'btn btn-default', onclick: decide(request, 'refuse')}, say('rights.refuse'))
                ]
          ])
        )
      ]
    : [];
}

/** People who were disabled, for whoever may undo it. */
async function disabled(act) {
  const off = await ask('GET', 'rights/disabled').catch(() => []);
  return off.length
    ? [
        element('h2', {}, say('disabled.title')),
        element('p', {}, say('disabled.what')),
        table(
          [say('disabled.who'), say('disabled.roles'), say('disabled.by'), say('rights.since'), ''],
          off.map(each => [
            each.name,
            each.roles.join(', '),
            each.by,
            moment(each.at),
            element('button', {class: 'btn btn-default', onclick: act(() => ask('POST', `rights/disabled/${encodeURIComponent(each.login)}/undo`))}, say('disabled.undo'))
          ])
        )
      ]
    : [];
}

/**
 * The table of what waits.
 *
 * @param decided is called after each decision
 */
export function showRights(node, title = say('rights.title'), decided = () => {}) {
  page(node, title, async act => {
    const waiting = await ask('GET', 'rights');
    if (!waiting.length) {
      return [element('p', {}, say('rights.none')), ...(await names(act)), ...(await disabled(act))];
    }
    return [
      element('p', {}, say('rights.some')),
      table(
        [say('rights.who'), say('rights.group'), say('rights.askedBy'), say('rights.since'), ''],
        lines(waiting).map(rights => [
          [`${rights[0].name} (${rights[0].login})`, ...(rights[0].address ? [element('br'), rights[0].address] : [])],
          rights.map(right => (right.away ? say(right.closes ? 'rights.closes' : 'rights.away', right.label) : right.label)).join(', '),
          rights[0].askedBy,
          moment(rights[0].askedAt),
          buttons(rights, act, decided)
        ])
      ),
      ...(await names(act)),
      ...(await disabled(act))
    ];
  });
}
