// The page of the yearly report: counts with bars, and links to the report as a file.
import {ask} from './common.js';
import {day, element, euros, page} from './dom.js';
import {shell} from './shell.js';
import {say} from './words.js';

const YEARS_BACK = 5;
const chosen = () => Number(location.hash.slice(1)) || new Date().getFullYear() - 1;

function bar(value, whole) {
  if (value === null || !whole) {
    return element('td', {});
  }
  const part = element('span', {class: 'acse-part', 'aria-hidden': 'true'});
  part.style.width = `${(100 * value) / whole}%`;
  return element('td', {}, part);
}

const state = ({year, thisYear, keptOn}) => {
  if (year === thisYear) {
    return say('report.notOver', year);
  }
  return keptOn ? say('report.kept', day(keptOn)) : say('report.notKept', year);
};
const hidden = () => element('em', {}, say('report.hidden'));
const number = value => (value === null ? hidden() : String(value));
const money = line => (line.areEurosHidden ? hidden() : line.euros && euros(line.euros));

function lines(section) {
  const [whole] = section.lines;
  const paid = section.lines.some(line => line.euros || line.areEurosHidden);
  return element(
    'table',
    {class: 'acse-report'},
    element('caption', {}, whole.label),
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        element('th', {scope: 'col'}, say('report.what')),
        element('th', {scope: 'col', class: 'acse-number'}, say('report.number')),
        paid ? element('th', {scope: 'col', class: 'acse-number'}, say('report.euros')) : element('td', {}),
        element('th', {scope: 'col'}, say('report.part'))
      )
    ),
    element(
      'tbody',
      {},
      ...section.lines.map((line, at) =>
        element(
          'tr',
          {class: line.depth && line.breakdown && section.lines[at - 1]?.breakdown !== line.breakdown ? 'acse-divides' : null},
          element('th', {scope: 'row', class: `acse-depth-${line.depth}`}, line.depth ? line.label : say('report.total')),
          element('td', {class: 'acse-number'}, number(line.value)),
          element('td', {class: 'acse-number'}, money(line) || ''),
          bar(line.value, whole.value)
        )
      )
    )
  );
}

function years({year, thisYear}) {
  const choice = element(
    'select',
    {id: 'year', class: 'form-control', onchange: event => {
        location.hash = event.target.value;
      }
    },
    ...Array.from({length: YEARS_BACK + 1}, (_, back) => thisYear - back).map(each => element('option', {value: each, selected: each === year}, String(each)))
  );
  return element('p', {class: 'acse-unprinted'}, element('label', {for: 'year'}, say('report.year')), ' ', choice);
}

/** What cannot be undone is asked twice. */
const sure = (year, keep) =>
  element(
    'details',
    {class: 'acse-unprinted'},
    element('summary', {}, say('report.keep', year)),
    element('p', {}, say('report.keepAsk', year), ' ', element('button', {class: 'btn btn-primary', onclick: keep}, say('report.keepYes')))
  );

shell(say('report.title'));
page(document.getElementById('page'), say('report.title'), async act => {
  const report = await ask('GET', `report/${chosen()}`);
  const {year} = report;
  const keep = act(() => ask('POST', `report/${year}/keep`));
  const file = (ending, words) => element('a', {class: 'btn btn-default', href: `/camunda/api/acse/report/${year}/${ending}`, download: `acse-${year}.${ending}`}, words);
  return [
    years(report),
    element('p', {}, say('report.few', report.fewest)),
    element('p', {role: 'status'}, state(report)),
    ...(report.keptOn ? [element('p', {class: 'acse-unprinted'}, file('pdf', say('report.pdf')), ' ', file('csv', say('report.csv')))] : []),
    ...(report.keepNow ? [sure(year, keep)] : []),
    ...(report.keepFrom && !report.keepNow ? [element('p', {class: 'acse-unprinted'}, say('report.keepLater', day(report.keepFrom)))] : []),
    ...report.sections.map(lines)
  ];
});
addEventListener('hashchange', () => location.reload());
