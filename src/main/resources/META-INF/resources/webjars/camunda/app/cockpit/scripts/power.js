// The pages Who read what, Models, and Running cases and versions.
import {ask} from '../../acse/common.js';
import {day, element, iso, page, table} from '../../acse/dom.js';
import {showMigration} from './migration.js';
import {showModels} from './models.js';
import {say} from '../../acse/words.js';

const PAGE = 50;

/** What became of a request for names. */
const NAMES = {WAITING: say('reads.namesAsked'), REFUSED: say('reads.namesRefused'), SHOWN: say('reads.named')};

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

const route = (path, render) => ({id: `acse-${path}-page`, pluginPoint: 'cockpit.route', properties: {path: `/${path}`}, render});

export default [route('reads', showReads), route('models', showModels), route('migration', showMigration)];
