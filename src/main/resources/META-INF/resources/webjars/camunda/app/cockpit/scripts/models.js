// The page Models: proposals that wait for a second person, rehearsals, sets, and the token for the Modeler.
import {ask} from '../../acse/common.js';
import {element, moment, page, table} from '../../acse/dom.js';
import {say} from '../../acse/words.js';
import {Rehearsals} from './rehearsals.js';

const MOST_SHOWN = 30;

const long = words => element('span', {class: 'acse-long'}, words);

/** The first click asks, the second one acts. */
function again(set, act) {
  const button = element('button', {class: 'btn btn-default'}, say('models.again'));
  button.onclick = () => {
    button.textContent = say('models.againSure', set.number);
    button.classList.add('btn-primary');
    button.onclick = act(() => ask('POST', `models/sets/${set.number}/again`, {}));
  };
  return button;
}

/** The sets that were ever current, the current one first. */
function sets(all, deploys, act) {
  return table(
    [say('models.set'), say('models.what'), say('models.by'), say('models.when'), say('models.changes'), say('models.download'), ''],
    all.map((set, index) => [
      String(set.number),
      long(`${set.name} ${say(`models.origin.${set.origin}`)}`),
      set.madeBy,
      moment(set.madeAt),
      set.changes.length ? changes(set) : '',
      element('a', {href: `/camunda/api/acse/models/sets/${set.number}/files`, download: `set-${set.number}.zip`}, say('models.download')),
      index === 0
        ? say('models.current')
        : deploys
          ? again(set, act)
          : ''
    ])
  );
}

function changes(proposal) {
  const order = {changed: 0, removed: 1, added: 2};
  const lines = [...proposal.changes]
    .sort((a, b) => (order[a.what] ?? 3) - (order[b.what] ?? 3))
    .slice(0, MOST_SHOWN)
    .map(change =>
      element(
        'li',
        {},
        `${change.file}: ${change.element || say('models.wholeFile')} ${change.name ? `“${change.name}” ` : ''}${say(`models.change.${change.what}`)}`,
        ...(change.before || change.after ? [': ', element('del', {}, change.before), ' → ', element('ins', {}, change.after)] : [])
      )
    );
  const more = proposal.changes.length - MOST_SHOWN;
  return [
    proposal.changes.length ? '' : say('models.nothing'),
    element('ul', {}, ...lines),
    more > 0 ? say('models.more', more) : ''
  ];
}

function decisions(proposal, me, seen, act) {
  if (proposal.state !== 'WAITING') {
    return say(`models.state.${proposal.state}`, proposal.decidedBy);
  }
  const own = proposal.proposedBy === me;
  const refuse = element(
    'button',
    {class: 'btn btn-default', onclick: act(() => ask('POST', `models/${proposal.id}/refuse`))},
    own ? say('models.withdraw') : say('models.refuse')
  );
  return own
    ? [say('models.somebodyElse'), ' ', refuse]
    : [element('button', {class: 'btn btn-primary', onclick: act(() => ask('POST', `models/${proposal.id}/release?seen=${seen}`))}, say('models.release')), ' ', refuse];
}

async function token(act) {
  const current = await ask('GET', 'deployment-token');
  const shown = element('p', {'aria-live': 'polite'});
  const make = async () => {
    const made = await ask('POST', 'deployment-token', {});
    shown.replaceChildren(
      `${say('token.shown')} `,
      element('code', {}, made.token),
      ` ${say('token.works', moment(made.expiresAt))}`
    );
  };
  return [
    element('h2', {}, say('token.title')),
    element('p', {}, current.expiresAt ? say('token.until', moment(current.expiresAt)) : say('token.none')),
    element('button', {class: 'btn btn-default', onclick: make}, say('token.make')),
    ' ',
    element('button', {class: 'btn btn-default', onclick: act(() => ask('DELETE', 'deployment-token'))}, say('token.revoke')),
    shown
  ];
}

export function showModels(node) {
  page(node, say('models.title'), async act => {
    const {me, deploys, proposals, sets: all} = await ask('GET', 'models');
    const rehearsals = new Rehearsals(all[0].number);
    const list = proposals.length
      ? table(
          [say('models.what'), say('models.by'), say('models.when'), say('models.changes'), say('models.rehearsal'), say('models.decision')],
          proposals.map(each => [long(each.name), each.proposedBy, moment(each.proposedAt), changes(each), rehearsals.of(each), decisions(each, me, all[0].number, act)])
        )
      : element('p', {}, say('models.none'));
    const links = element('p', {}, element('a', {href: '/camunda/api/acse/models/figures', target: '_blank'}, say('models.figures')), ' · ', element('a', {href: '#/migration'}, say('migration.title')));
    return [
      links,
      list,
      ...rehearsals.section(deploys),
      element('h2', {}, say('models.sets')),
      element('p', {}, say('models.aboutSets')),
      sets(all, deploys, act),
      ...(deploys ? await token(act) : []),
      element('h2', {}, say('engine.title')),
      element('p', {}, say('engine.ended'))
    ];
  });
}
