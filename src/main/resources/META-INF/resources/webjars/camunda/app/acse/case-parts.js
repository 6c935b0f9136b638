// The parts of a case file, shared by the tab of a task and the page of a case.
import {ask} from './common.js';
import {callable, element, moment} from './dom.js';
import {say} from './words.js';

/** Fields that hold a number to call. How the woman can be reached safely is none: a call may reach whoever looks for her. */
const PHONE = /Phone$/;

const LATE = ['OVERDUE', 'ANSWERED_LATE'];

function time(instant) {
  return instant ? element('time', {datetime: instant}, moment(instant)) : '';
}

function table(columns, rows) {
  return element(
    'table',
    {},
    element('thead', {}, element('tr', {}, ...columns.map(column => element('th', {scope: 'col'}, column)))),
    element('tbody', {}, ...rows)
  );
}

function section(title, ...content) {
  return [element('h3', {}, title), ...content];
}

export function hint(words) {
  return element('p', {class: 'acse-hint'}, words);
}

function row(...cells) {
  return element('tr', {}, ...cells.map(cell => (cell instanceof HTMLTableCellElement ? cell : element('td', {}, cell))));
}

function at(instant) {
  return element('td', {class: 'acse-when'}, time(instant));
}

/** A step that waits. The page of the case adds who has it in hand, and the link for whoever can do it. */
function named({name, task}) {
  return element('td', task ? {'data-task': task} : {}, element('span', {class: 'acse-step'}, name));
}

export const waiting = open => table([say('case.openStep'), say('case.who'), say('case.due')], open.map(step => row(named(step), step.role, at(step.at))));

function state({outcome, open}) {
  if (outcome) {
    return section(say('case.where'), element('p', {}, say('case.closed', outcome)), ...(open?.length ? [waiting(open)] : []));
  }
  return open
    ? section(
        say('case.where'),
        open.length ? waiting(open) : hint(say('case.nobody'))
      )
    : [];
}

function deadlines({deadlines}) {
  return deadlines?.length
    ? section(
        say('case.deadlines'),
        table(
          [say('case.what'), say('case.due'), say('case.state')],
          deadlines.map(clock =>
            row(
              clock.name,
              at(clock.dueAt),
              element('span', LATE.includes(clock.state) ? {class: 'acse-late'} : {}, say(`case.state.${clock.state}`))
            )
          )
        )
      )
    : [];
}

/** A step and what was answered in it, for whoever may read that. */
function done({name, answer}) {
  return element('td', {}, name, answer ? element('div', {class: 'acse-quiet'}, answer) : '');
}

/** @param first whether those that say how the case stands now are meant, or the others */
const tables = ({tables}, first) => tables.filter(({standing}) => standing === first).flatMap(({title, columns, rows}) => section(title, table(columns, rows.map(cells => row(...cells)))));

function steps({steps}) {
  return steps.length
    ? section(
        say('case.done'),
        table([say('case.step'), say('case.by'), say('case.when')], steps.map(step => row(done(step), step.role, at(step.at))))
      )
    : [];
}

/** Other cases of the same woman. */
function linked({linked}) {
  return linked?.length
    ? section(
        say('case.linked'),
        hint(say('case.linkedWhat')),
        table(
          [say('case.reference'), say('case.state')],
          linked.map(each => row(element('a', {href: `/camunda/app/acse/cases.html#${each.reference}`}, each.reference), each.outcome ?? say('case.open')))
        )
      )
    : [];
}

function household({household}) {
  return household?.length
    ? section(say('case.household'), table(['', ''], household.map(line => row(line.label, line.value))))
    : [];
}

function sealed({sealed}, reveal) {
  return sealed.length
    ? section(
        say('case.sealed'),
        hint(say('case.recorded')),
        table([say('case.what'), say('case.value')], sealed.map(field => row(field.label, revealing(field, reveal))))
      )
    : [];
}

function revealing(field, reveal) {
  const show = element('button', {type: 'button', class: 'btn btn-default', 'aria-label': say('case.showOf', field.label)}, say('case.show'));
  const cell = element('td', {}, show);
  show.addEventListener('click', async () => {
    show.disabled = true;
    try {
      const values = await ask('POST', reveal, {field: field.key});
      const text = values[field.key] ?? '';
      const value = element('span', {class: 'acse-value', tabindex: '-1'}, ...(PHONE.test(field.key) ? callable(text) : [text]));
      cell.replaceChildren(value);
      value.focus();
    } catch (refused) {
      show.disabled = false;
      cell.replaceChildren(show, element('p', {role: 'alert'}, refused.message));
    }
  });
  return cell;
}

/** @param reveal where a sealed value is asked for */
export const parts = (file, reveal) => [
  ...tables(file, true),
  ...state(file),
  ...linked(file),
  ...deadlines(file),
  ...tables(file, false),
  ...household(file),
  ...sealed(file, reveal),
  ...steps(file)
];
