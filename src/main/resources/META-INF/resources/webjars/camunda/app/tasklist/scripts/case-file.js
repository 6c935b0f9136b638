// The case file beside the form of a task: what this person may see of the case, loaded in one request.
import {ask} from '../../acse/common.js';

const when = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'Europe/Paris'
});

function element(name, attributes = {}, ...content) {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  made.append(...content);
  return made;
}

function time(moment) {
  return moment ? element('time', {datetime: moment}, when.format(new Date(moment))) : '';
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

function hint(words) {
  return element('p', {class: 'acse-hint'}, words);
}

function row(...cells) {
  return element('tr', {}, ...cells.map(cell => (cell instanceof HTMLTableCellElement ? cell : element('td', {}, cell))));
}

function at(moment) {
  return element('td', {class: 'acse-when'}, time(moment));
}

function state({outcome, open}) {
  if (outcome) {
    return section('Where it stands', element('p', {}, `Closed: ${outcome}`));
  }
  return open
    ? section(
        'Where it stands',
        open.length
          ? table(['Open step', 'Who', 'Due'], open.map(step => row(step.name, step.role, at(step.at))))
          : hint('Nobody has to do anything now.')
      )
    : [];
}

const STATES = {RUNNING: 'running', FIRED: 'passed', OVERDUE: 'late', ANSWERED_LATE: 'answered late'};

function deadlines({deadlines}) {
  return deadlines?.length
    ? section(
        'Deadlines',
        table(
          ['What', 'Due', 'State'],
          deadlines.map(clock =>
            row(
              clock.name,
              at(clock.dueAt),
              element('span', clock.state === 'RUNNING' ? {} : {class: 'acse-late'}, STATES[clock.state])
            )
          )
        )
      )
    : [];
}

function steps({steps}) {
  return steps.length
    ? section(
        'What was done',
        table(['Step', 'By', 'When'], steps.map(step => row(step.name, step.role, at(step.at))))
      )
    : [];
}

function household({household}) {
  return household?.length
    ? section('The household and its needs', table(['', ''], household.map(line => row(line.label, line.value))))
    : [];
}

function sealed({sealed}, task) {
  return sealed.length
    ? section(
        'Sealed',
        hint('If you show a value, this is recorded: who read it, when, and from which task.'),
        table(['What', 'Value'], sealed.map(field => row(field.label, revealing(field, task))))
      )
    : [];
}

function revealing(field, task) {
  const show = element('button', {type: 'button', class: 'btn btn-default', 'aria-label': `Show: ${field.label}`}, 'Show');
  const cell = element('td', {}, show);
  show.addEventListener('click', async () => {
    show.disabled = true;
    try {
      const values = await ask('POST', `tasks/${task}/reveal`, {field: field.key});
      const value = element('span', {class: 'acse-value', tabindex: '-1'}, values[field.key]);
      cell.replaceChildren(value);
      value.focus();
    } catch (refused) {
      show.disabled = false;
      cell.replaceChildren(show, element('p', {role: 'alert'}, refused.message));
    }
  });
  return cell;
}

export default {
  id: 'acse-case-file',
  pluginPoint: 'tasklist.task.detail',
  priority: 900,
  properties: {
    label: 'Case file'
  },
  async render(node, {taskId}) {
    const place = element('div', {class: 'acse-case'}, hint('Loading …'));
    node.append(place);
    try {
      const file = await ask('GET', `tasks/${taskId}/case`);
      place.replaceChildren(
        element('h3', {}, `Case ${file.reference}`),
        ...state(file),
        ...deadlines(file),
        ...household(file),
        ...sealed(file, taskId),
        ...steps(file)
      );
    } catch (refused) {
      place.replaceChildren(element('p', {role: 'alert'}, refused.message));
    }
  },
  unmount() {}
};
