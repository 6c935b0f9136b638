// A row of the table of deadlines.
import {caseLink} from '../../acse/alarms.js';
import {element, moment} from '../../acse/dom.js';
import {say} from '../../acse/words.js';
import {SIGNS, timeLeft} from './deadline-times.js';

/** A state by sign, colour and words. */
export function pill(standing, words) {
  return element(
    'span',
    {class: `acse-standing acse-${standing}`},
    element('span', {'aria-hidden': 'true'}, SIGNS[standing]),
    ` ${words}`
  );
}

const COLUMNS = {
  state: say('deadlines.state'),
  case: say('deadlines.case'),
  kind: say('deadlines.kind'),
  step: say('deadlines.step'),
  responsible: say('deadlines.responsible'),
  due: say('deadlines.due'),
  timeLeft: say('deadlines.timeLeft')
};

/** On a narrow screen each row is a card, whose cells say their columns. */
const cell = (column, attributes, ...content) => element('td', {...attributes, 'data-label': COLUMNS[column]}, ...content);

export function row(each, now, move) {
  const left = timeLeft(each, now);
  const name = each.reference || '–';
  return element(
    'tr',
    {class: `acse-row-${each.standing}`},
    cell(
      'state',
      {},
      pill(each.standing, each.words),
      each.stuckSince
        ? element('div', {class: 'acse-stuck'}, say('deadlines.stuckSince', moment(each.stuckSince)))
        : ''
    ),
    cell(
      'case',
      {class: 'acse-reference'},
      each.reference?.startsWith('ACSE-')
        ? element(
            'a',
            {
              href: caseLink(each.reference),
              title: say('deadlines.open'),
              'data-key': `open-${each.job}`
            },
            name
          )
        : name
    ),
    cell('kind', {}, each.kind),
    cell(
      'step',
      {},
each.instance && each.standing !== 'ANSWERED_LATE'
        ? element('a', {href: `#/process-instance/${each.instance}/runtime`, title: say('deadlines.diagram'), 'data-key': `step-${each.job}`}, each.step)
        : each.step,
      ...(each.moves ? [element('span', {class: 'acse-moved'}, ` ${say('deadlines.moved')}`)] : [])
    ),
    cell('responsible', {}, each.responsible),
    cell('due', {class: 'acse-when'}, element('time', {datetime: each.dueAt}, moment(each.dueAt))),
    cell(
      'timeLeft',
      {class: 'acse-left'},
      element(
        'span',
        {class: 'acse-bar', 'aria-hidden': 'true'},
        element('span', {class: `acse-${each.standing}`, style: `width:${Math.round(left.share * 100)}%`})
      ),
      element('span', {class: 'acse-left-words'}, left.words)
    ),
    element(
      'td',
      {},
      each.movable
        ? element(
            'button',
            {
              type: 'button',
              class: 'btn btn-default btn-xs',
              'aria-label': say('deadlines.moveOf', each.kind, name),
              'data-key': `move-${each.job}`,
              onclick: move
            },
            say('deadlines.move')
          )
        : ''
    )
  );
}
