// The case file beside the form of a task: what this person may see of the case, loaded in one request.
import {ask} from '../../acse/common.js';
import {say} from '../../acse/words.js';

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
    return section(say('case.where'), element('p', {}, say('case.closed', outcome)));
  }
  return open
    ? section(
        say('case.where'),
        open.length
          ? table([say('case.openStep'), say('case.who'), say('case.due')], open.map(step => row(step.name, step.role, at(step.at))))
          : hint(say('case.nobody'))
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
              element('span', clock.state === 'RUNNING' ? {} : {class: 'acse-late'}, say(`case.state.${clock.state}`))
            )
          )
        )
      )
    : [];
}

function steps({steps}) {
  return steps.length
    ? section(
        say('case.done'),
        table([say('case.step'), say('case.by'), say('case.when')], steps.map(step => row(step.name, step.role, at(step.at))))
      )
    : [];
}

function household({household}) {
  return household?.length
    ? section(say('case.household'), table(['', ''], household.map(line => row(line.label, line.value))))
    : [];
}

function sealed({sealed}, task) {
  return sealed.length
    ? section(
        say('case.sealed'),
        hint(say('case.recorded')),
        table([say('case.what'), say('case.value')], sealed.map(field => row(field.label, revealing(field, task))))
      )
    : [];
}

function revealing(field, task) {
  const show = element('button', {type: 'button', class: 'btn btn-default', 'aria-label': say('case.showOf', field.label)}, say('case.show'));
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
    label: say('case.tab')
  },
  async render(node, {taskId}) {
    const place = element('div', {class: 'acse-case'}, hint(say('case.loading')));
    node.append(place);
    try {
      const file = await ask('GET', `tasks/${taskId}/case`);
      place.replaceChildren(
        element('h3', {}, say('case.title', file.reference)),
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
