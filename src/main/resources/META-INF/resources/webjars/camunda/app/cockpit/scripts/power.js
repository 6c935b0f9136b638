// The pages Who read what, Models, Running cases and versions, and Rights in Cockpit.
import '../../acse/patches/retry-job.js';
import {ask, mayOpen} from '../../acse/common.js';
import {day, element, iso, page, table} from '../../acse/dom.js';
import {showMigration} from './migration.js';
import {showModels} from './models.js';
import {showRights} from '../../acse/rights.js';
import {say} from '../../acse/words.js';

const PAGE = 50;

/** What became of a request for names. */
const NAMES = {WAITING: say('reads.namesAsked'), REFUSED: say('reads.namesRefused'), SHOWN: say('reads.named')};

/** Shows a link to whoever may open its page. */
async function linkIfAllowed(node, path, words, probe) {
  if (await mayOpen(probe)) {
    node.append(element('a', {href: `#${path}`}, words));
  }
}

function showReads(node) {
  const asked = {file: '', from: '', page: 0};
  const field = (name, label, type, hint) => {
    const input = element('input', {class: 'form-control', type, name, placeholder: hint, maxlength: 64, oninput: () => (asked[name] = input.value)});
    input.value = asked[name];
    return element('label', {}, label, input);
  };
  page(node, say('reads.title'), async act => {
    const query = new URLSearchParams({...asked, from: iso(asked.from)});
    const {lines, total, names} = await ask('GET', `reads?${query}`);
    const askForNames = act(() => ask('POST', 'reads/names', {file: asked.file}));
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
        field('file', say('reads.file'), 'text', say('reads.all')),
        field('from', say('reads.from'), 'text', say('common.day')),
        element('button', {class: 'btn btn-primary'}, say('reads.search')),
        ' ',
        element('a', {class: 'btn btn-default', href: `/camunda/api/acse/reads/csv?${query}`, download: 'who-read-what.csv'}, say('common.csv'))
      ),
      element('p', {}, `${total === 1 ? say('reads.one') : say('reads.many', total)} ${say('reads.about')}`),
      element('p', {role: 'status', class: 'acse-done'}, NAMES[names] ?? ''),
      ...(asked.file && lines.length && ['NONE', 'REFUSED'].includes(names)
        ? [element('p', {}, element('button', {class: 'btn btn-default', onclick: askForNames}, say('reads.askNames')), ' ', say('reads.askNamesSure'))]
        : []),
      lines.length
        ? table([say('reads.when'), say('reads.whoRead'), say('reads.what')], lines.map(line => [day(line.day), line.reader, line.fields.join(', ')]))
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
  ...plugin('models', say('models.title'), 'models/rehearsals', showModels, 108),
  {id: 'acse-migration-page', pluginPoint: 'cockpit.route', properties: {path: '/migration'}, render: showMigration},
  ...plugin('rights', say('rights.title'), 'rights', node => showRights(node), 107)
];
