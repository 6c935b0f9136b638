// Pages in Cockpit: who read what; models and rights that wait for a second person.
import {ask} from '../../acse/common.js';
import {element, moment, page, table} from '../../acse/dom.js';
import {showRights} from '../../acse/rights.js';

const STATES = {WAITING: 'Waiting', RELEASED: 'Deployed', REFUSED: 'Refused', WITHDRAWN: 'Withdrawn'};
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

function changes(proposal) {
  const order = {changed: 0, removed: 1, added: 2};
  const lines = [...proposal.changes]
    .sort((a, b) => (order[a.what] ?? 3) - (order[b.what] ?? 3))
    .slice(0, MOST_SHOWN)
    .map(change => element('li', {}, `${change.file}: ${change.element || 'the whole file'} ${change.name ? `“${change.name}” ` : ''}${change.what}`));
  const more = proposal.changes.length - MOST_SHOWN;
  return [
    proposal.changes.length ? '' : 'Nothing changes.',
    element('ul', {}, ...lines),
    more > 0 ? `and ${more} more` : ''
  ];
}

function decisions(proposal, me, act) {
  if (proposal.state !== 'WAITING') {
    return `${STATES[proposal.state]} by ${proposal.decidedBy}`;
  }
  const own = proposal.proposedBy === me;
  const refuse = element(
    'button',
    {class: 'btn btn-default', onclick: act(() => ask('POST', `models/${proposal.id}/refuse`))},
    own ? 'Withdraw' : 'Refuse'
  );
  return own
    ? ['Somebody else must release it. ', refuse]
    : [element('button', {class: 'btn btn-primary', onclick: act(() => ask('POST', `models/${proposal.id}/release`))}, 'Release'), ' ', refuse];
}

async function token(act) {
  const current = await ask('GET', 'deployment-token');
  const shown = element('p', {'aria-live': 'polite'});
  const make = async () => {
    const made = await ask('POST', 'deployment-token', {});
    shown.replaceChildren(
      'Enter it in the Modeler as your password now. It is shown only this once: ',
      element('code', {}, made.token),
      ` It works until ${moment(made.expiresAt)}.`
    );
  };
  return [
    element('h2', {}, 'Token for the Modeler'),
    element('p', {}, current.expiresAt ? `You have a token that works until ${moment(current.expiresAt)}.` : 'You have no token. In the Modeler, a token replaces your password; it can only deploy.'),
    element('button', {class: 'btn btn-default', onclick: make}, 'Make a token'),
    ' ',
    element('button', {class: 'btn btn-default', onclick: act(() => ask('DELETE', 'deployment-token'))}, 'Revoke the token'),
    shown
  ];
}

function showModels(node) {
  page(node, 'Models', async act => {
    const {me, deploys, proposals} = await ask('GET', 'models');
    const list = proposals.length
      ? table(
          ['What', 'By', 'When', 'What changes', 'Decision'],
          proposals.map(each => [each.name, each.proposedBy, moment(each.proposedAt), changes(each), decisions(each, me, act)])
        )
      : element('p', {}, 'No models are waiting. When an analyst deploys models, they wait here for a second person, if the settings require one.');
    return [list, ...(deploys ? await token(act) : [])];
  });
}

function showReads(node) {
  const asked = {reader: '', file: '', from: '', page: 0};
  const field = (name, label, type, hint) => {
    const input = element('input', {class: 'form-control', type, name, placeholder: hint, maxlength: 64, oninput: () => (asked[name] = input.value)});
    input.value = asked[name];
    return element('label', {}, label, input);
  };
  page(node, 'Who read what', async act => {
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
        field('reader', 'Who (login)', 'text', 'everybody'),
        field('file', 'Case reference or shelter', 'text', 'all'),
        field('from', 'From', 'date', ''),
        element('button', {class: 'btn btn-primary'}, 'Search'),
        ' ',
        element('a', {class: 'btn btn-default', href: `/camunda/api/acse/reads/csv?${query}`, download: 'who-read-what.csv'}, 'CSV')
      ),
      element('p', {}, `${total === 1 ? 'One reading' : `${total} readings`}. The log says who read which fields, and when. It holds no values and no case references. To see who read a case, enter its reference.`),
      lines.length
        ? table(['No.', 'When', 'Who', 'What'], lines.map(line => [String(line.number), moment(line.at), line.person, line.fields.join(', ')]))
        : element('p', {}, 'No reading matches your search.'),
      element('button', {class: 'btn btn-default', disabled: asked.page === 0, onclick: turn(-1)}, 'Newer'),
      ' ',
      element('button', {class: 'btn btn-default', disabled: (asked.page + 1) * PAGE >= total, onclick: turn(1)}, 'Older')
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
  ...plugin('reads', 'Who read what', 'reads?page=0', showReads, 109),
  ...plugin('models', 'Models', 'models', showModels, 108),
  ...plugin('rights', 'Rights', 'rights', showRights, 107)
];
