// Pages in Cockpit: who read what; models and rights that wait for a second person.
import {ask} from '../../acse/common.js';
import {element, moment, page, table} from '../../acse/dom.js';
import {showRights} from '../../acse/rights.js';
import {say} from '../../acse/words.js';

const MOST_SHOWN = 30;
const PAGE = 50;

// The vendor's button for a failed job would also move deadlines. Ours only tries the job again, and is logged.
const open = XMLHttpRequest.prototype.open;
XMLHttpRequest.prototype.open = function (method, address, ...more) {
  const job = /\/job\/([^/]+)\/retries$/.exec(String(address));
  return job && method.toUpperCase() === 'PUT'
    ? open.call(this, 'POST', `/camunda/api/acse/failed-jobs/${job[1]}/retry`, ...more)
    : open.call(this, method, address, ...more);
};

/** Shows a link to whoever may open its page. */
async function linkIfAllowed(node, path, words, probe) {
  try {
    await ask('GET', probe);
    node.append(element('a', {href: `#${path}`}, words));
  } catch {
    // Her role may not see it, or there was no answer: the page itself says so when she opens it.
  }
}

const long = words => element('span', {class: 'acse-long'}, words);

/** The sets that were ever current, the current one first. */
function sets(all, deploys, act) {
  return table(
    [say('models.set'), say('models.what'), say('models.by'), say('models.when'), say('models.changes'), ''],
    all.map((set, index) => [
      String(set.number),
      long(`${set.name} ${say(`models.origin.${set.origin}`)}`),
      set.madeBy,
      moment(set.madeAt),
      set.changes.length ? changes(set) : '',
      index === 0
        ? say('models.current')
        : deploys
          ? element('button', {class: 'btn btn-default', onclick: act(() => ask('POST', `models/sets/${set.number}/again`, {}))}, say('models.again'))
          : ''
    ])
  );
}

function changes(proposal) {
  const order = {changed: 0, removed: 1, added: 2};
  const lines = [...proposal.changes]
    .sort((a, b) => (order[a.what] ?? 3) - (order[b.what] ?? 3))
    .slice(0, MOST_SHOWN)
    .map(change => element('li', {}, `${change.file}: ${change.element || say('models.wholeFile')} ${change.name ? `“${change.name}” ` : ''}${say(`models.change.${change.what}`)}`));
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

function showModels(node) {
  page(node, say('models.title'), async act => {
    const {me, deploys, proposals, sets: all} = await ask('GET', 'models');
    const list = proposals.length
      ? table(
          [say('models.what'), say('models.by'), say('models.when'), say('models.changes'), say('models.decision')],
          proposals.map(each => [long(each.name), each.proposedBy, moment(each.proposedAt), changes(each), decisions(each, me, all[0].number, act)])
        )
      : element('p', {}, say('models.none'));
    return [list, element('h2', {}, say('models.sets')), element('p', {}, say('models.aboutSets')), sets(all, deploys, act), ...(deploys ? await token(act) : [])];
  });
}

function showReads(node) {
  const asked = {reader: '', file: '', from: '', page: 0};
  const field = (name, label, type, hint) => {
    const input = element('input', {class: 'form-control', type, name, placeholder: hint, maxlength: 64, oninput: () => (asked[name] = input.value)});
    input.value = asked[name];
    return element('label', {}, label, input);
  };
  page(node, say('reads.title'), async act => {
    const query = new URLSearchParams(asked);
    const {lines, total} = await ask('GET', `reads?${query}`);
    const turn = by => act(() => (asked.page += by));
    return [
      element(
        'form',
        {
          class: 'acse-filters',
          onsubmit: event => {
            event.preventDefault();
            asked.page = 0;
            act(() => {})();
          }
        },
        field('reader', say('reads.who'), 'text', say('reads.everybody')),
        field('file', say('reads.file'), 'text', say('reads.all')),
        field('from', say('reads.from'), 'date', ''),
        element('button', {class: 'btn btn-primary'}, say('reads.search')),
        ' ',
        element('a', {class: 'btn btn-default', href: `/camunda/api/acse/reads/csv?${query}`, download: 'who-read-what.csv'}, say('common.csv'))
      ),
      element('p', {}, `${total === 1 ? say('reads.one') : say('reads.many', total)} ${say('reads.about')}`),
      lines.length
        ? table([say('reads.number'), say('reads.when'), say('reads.whoRead'), say('reads.what')], lines.map(line => [String(line.number), moment(line.at), line.person, line.fields.join(', ')]))
        : element('p', {}, say('reads.noMatch')),
      element('button', {class: 'btn btn-default', disabled: asked.page === 0, onclick: turn(-1)}, say('reads.newer')),
      ' ',
      element('button', {class: 'btn btn-default', disabled: (asked.page + 1) * PAGE >= total, onclick: turn(1)}, say('reads.older'))
    ];
  });
}

const plugin = (name, words, probe, show, priority) => [
  {
    id: `acse-${name}-link`,
    pluginPoint: 'cockpit.navigation',
    priority,
    properties: {path: `/${name}`},
    render: node => {
      linkIfAllowed(node, `/${name}`, words, probe);
    }
  },
  {id: `acse-${name}-page`, pluginPoint: 'cockpit.route', properties: {path: `/${name}`}, render: show}
];

export default [
  ...plugin('reads', say('reads.title'), 'reads?page=0', showReads, 109),
  ...plugin('models', say('models.title'), 'models', showModels, 108),
  ...plugin('rights', say('rights.title'), 'rights', showRights, 107)
];
