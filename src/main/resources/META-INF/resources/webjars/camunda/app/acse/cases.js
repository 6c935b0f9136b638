// The list of the cases in which the user has a part. The address contains the filters, so that a list can be bookmarked and sent.
import {BY_ITSELF, ask} from './common.js';
import {element, moment} from './dom.js';
import {finder} from './finder.js';
import {me} from './me.js';
import {nicknamePlace, nicknames} from './nicknames.js';
import {say} from './words.js';

const PAGE = 25;
const REFRESH = 30000;
const SORTS = ['DUE', 'LAST', 'OPENED', 'REFERENCE'];

/** How long ago or ahead, in the largest unit. */
function distance(instant, now) {
  const minutes = Math.round((new Date(instant) - new Date(now)) / 60000);
  const unit = Math.abs(minutes) < 90 ? ['minute', 1] : Math.abs(minutes) < 2880 ? ['hour', 60] : ['day', 1440];
  return new Intl.RelativeTimeFormat('en-GB', {numeric: 'auto'}).format(Math.round(minutes / unit[1]), unit[0]);
}

function when(instant, now) {
  return instant ? element('time', {datetime: instant, title: moment(instant)}, distance(instant, now)) : '';
}

function todo(each, now) {
  if (!each.todo) {
    return [element('span', {class: 'acse-quiet'}, each.closed ? '–' : say('cases.nobody'))];
  }
  const {step, who, since, mine, task} = each.todo;
  return [
    mine && task ? element('a', {href: `/camunda/app/tasklist/default/#/?task=${task}`}, step) : step,
    element('div', {class: 'acse-quiet'}, mine ? say('cases.you') : who, ...(since ? [' · ', when(since, now)] : [])),
    each.more ? element('div', {class: 'acse-quiet'}, each.more === 1 ? say('cases.oneMore') : say('cases.more', each.more)) : ''
  ];
}

function due(each, now) {
  if (!each.due) {
    return [element('span', {class: 'acse-quiet'}, '–')];
  }
  const standing = each.due.late ? 'LATE' : each.due.atRisk ? 'AT_RISK' : 'ON_TIME';
  return [
    element('span', {class: `acse-standing acse-${standing}`}, when(each.due.at, now)),
    element('div', {class: 'acse-quiet'}, each.due.what)
  ];
}

/** @param alike how the case fits a search, or nothing */
function cells(each, now, link, alike) {
  const cell = (label, ...content) => element('td', {'data-label': label}, ...content);
  return element(
    'tr',
    {class: each.alarm || each.danger || each.missing ? 'acse-row-LATE' : ''},
    cell(
      say('cases.case'),
      element('a', {class: 'acse-reference', href: link(each.reference)}, each.reference),
      nicknamePlace(each.reference),
      alike ? element('div', {class: 'acse-quiet'}, alike) : '',
      each.alarm ? element('div', {}, element('span', {class: 'acse-tag acse-tag-alarm'}, say('cases.alarm'))) : '',
      each.danger && !each.alarm ? element('div', {}, element('span', {class: 'acse-tag acse-tag-alarm'}, say('cases.danger'))) : '',
      each.missing ? element('div', {}, element('span', {class: 'acse-tag acse-tag-alarm'}, say('cases.missing'))) : '',
      each.urgent ? element('div', {}, element('span', {class: 'acse-tag'}, say('cases.urgent'))) : ''
    ),
    cell(say('cases.stage'), each.stage),
    cell(say('cases.todo'), ...todo(each, now)),
    cell(say('cases.due'), ...due(each, now)),
    cell(say('cases.last'), ...(each.last ? [each.last.step, element('div', {class: 'acse-quiet'}, each.last.who && `${each.last.who} · `, when(each.last.at, now))] : ['–']))
  );
}

/**
 * @param asked what to show: text, show, stage, sort, page
 * @param keep takes over what she chose, so that it stands in the address
 * @param link where one case is shown
 */
export function showCases(node, asked, keep, link) {
  const title = element('h1', {}, say('cases.title'));
  me().then(she => she?.pages.includes('all_cases') && (title.textContent = say('cases.titleAll')));
  const problem = element('p', {role: 'alert', class: 'acse-alert'});
  const tabs = element('div', {class: 'acse-tabs', role: 'group', 'aria-label': say('cases.which')});
  const body = element('tbody');
  const note = element('p', {class: 'acse-note', role: 'status'});
  const pager = element('nav', {class: 'acse-pager', 'aria-label': say('cases.pages')});
  const choose = (name, label, options) =>
    element('label', {}, label, element('select', {class: 'form-control', name, onchange: event => turn({[name]: event.target.value})}, ...options));
  const stages = choose('stage', say('cases.stage'), [element('option', {value: ''}, say('cases.everyStage'))]);
  const sorts = choose(
    'sort',
    say('cases.order'),
    SORTS.map(sort => element('option', {value: sort, selected: sort === asked.sort}, say(`cases.sort.${sort}`)))
  );
  let typing;
  let searching = false;
  const search = element('input', {
    class: 'form-control',
    type: 'search',
    name: 'text',
    maxlength: 14,
    placeholder: say('cases.anyPart'),
    oninput: event => {
      clearTimeout(typing);
      typing = setTimeout(() => turn({text: event.target.value}), 250);
    }
  });
  search.value = asked.text || '';
  const names = nicknames(body, problem);
  const filters = element(
    'form',
    {class: 'acse-filters', onsubmit: event => event.preventDefault()},
    element('label', {}, say('cases.reference'), search),
    stages,
    sorts
  );
  const find = finder(showFound, () => {
    searching = false;
    load();
  });
  find.hidden = true;
  node.replaceChildren(
    element(
      'div',
      {class: 'acse-page'},
      title,
      tabs,
      element('div', {class: 'acse-tools'}, find, filters),
      problem,
      element(
        'table',
        {class: 'acse-table acse-cases'},
        element(
          'thead',
          {},
          element('tr', {}, ...[say('cases.case'), say('cases.stage'), say('cases.todo'), say('cases.due'), say('cases.last')].map(name => element('th', {scope: 'col'}, name)))
        ),
        body
      ),
      note,
      pager
    )
  );
  let latest = 0;

  function turn(change) {
    Object.assign(asked, {page: 0}, change);
    keep(asked);
    load();
  }

  async function load(byItself = {}) {
    if (searching) {
      return; // What a search found stays until the user leaves it.
    }
    const mine = ++latest;
    try {
      const found = await ask('GET', `cases?${new URLSearchParams({...asked, size: PAGE})}`, undefined, byItself);
      if (mine === latest && !searching) {
        draw(found);
      }
    } catch (refused) {
      // An address that somebody has changed by hand may ask for what there is not.
      const all = element('button', {type: 'button', class: 'btn btn-link', onclick: () => turn(askedFor(new URLSearchParams()))}, say('common.showAll'));
      problem.replaceChildren(refused.message, ' ', all);
    }
  }

  function showFound({cases, exact, now}) {
    searching = true;
    problem.textContent = '';
    note.textContent = '';
    pager.replaceChildren();
    filters.hidden = true;
    tabs.hidden = true;
    body.replaceChildren(...cases.map(each => cells(each, now, link, say(exact.includes(each.reference) ? 'find.same' : 'find.similar'))));
    names.drawn();
  }

  function draw(found) {
    problem.textContent = '';
    filters.hidden = false;
    tabs.hidden = false;
    if (found.finds && find.hidden) {
      find.hidden = false;
      filters.append(names.button);
    }
    const focused = document.activeElement?.dataset?.show;
    tabs.replaceChildren(
      ...found.shows.map(({value, label, count}) =>
        element(
          'button',
          {type: 'button', 'data-show': value, 'aria-pressed': String(value === asked.show), onclick: () => turn({show: value})},
          `${label} `,
          element('span', {class: 'acse-number'}, String(count))
        )
      )
    );
    tabs.querySelector(`[data-show="${focused}"]`)?.focus();
    const select = stages.querySelector('select');
    if (select.options.length === 1) {
      select.append(...found.stages.map(({value, label}) => element('option', {value}, label)));
    }
    select.value = asked.stage || '';
    body.replaceChildren(...found.cases.map(each => cells(each, found.now, link)));
    if (found.finds) {
      names.drawn();
    }
    const last = Math.max(1, Math.ceil(found.total / PAGE));
    note.textContent = found.total ? '' : asked.text ? say('cases.noneFound', asked.text) : say('cases.none');
    pager.replaceChildren(
      ...(last > 1
        ? [
            element('button', {type: 'button', class: 'btn btn-default', disabled: asked.page === 0, onclick: () => turn({page: asked.page - 1})}, say('cases.before')),
            element('span', {}, say('cases.page', asked.page + 1, last, found.total)),
            element('button', {type: 'button', class: 'btn btn-default', disabled: asked.page + 1 >= last, onclick: () => turn({page: asked.page + 1})}, say('cases.after'))
          ]
        : [])
    );
  }

  load();
  return setInterval(() => document.hidden || load(BY_ITSELF), REFRESH);
}

/** What an address asks for. */
export const askedFor = query => ({
  text: query.get('text') || '',
  show: query.get('show') || 'OPEN',
  stage: query.get('stage') || '',
  sort: query.get('sort') || 'DUE',
  page: Math.max(0, Math.trunc(Number(query.get('page'))) || 0)
});
