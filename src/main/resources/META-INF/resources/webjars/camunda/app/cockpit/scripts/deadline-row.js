// One deadline in the table.
import {element} from '../../acse/dom.js';
import {say} from '../../acse/words.js';
import {SIGNS, timeLeft, when} from './deadline-times.js';

/** A state by sign, colour and words. */
export function pill(standing, words) {
  return element(
    'span',
    {class: `acse-standing acse-${standing}`},
    element('span', {'aria-hidden': 'true'}, SIGNS[standing]),
    ` ${words}`
  );
}

export function row(each, now, move) {
  const left = timeLeft(each, now);
  const name = each.reference || '–';
  return element(
    'tr',
    {class: `acse-row-${each.standing}`},
    element(
      'td',
      {},
      pill(each.standing, each.words),
      each.stuckSince
        ? element('div', {class: 'acse-stuck'}, say('deadlines.stuckSince', when.format(new Date(each.stuckSince))))
        : ''
    ),
    element(
      'td',
      {class: 'acse-reference'},
      each.instance && each.standing !== 'ANSWERED_LATE'
        ? element(
            'a',
            {
              href: `#/process-instance/${each.instance}/runtime`,
              title: say('deadlines.open'),
              'data-key': `open-${each.job}`
            },
            name
          )
        : name
    ),
    element('td', {}, each.kind),
    element('td', {}, each.step, ...(each.moves ? [element('span', {class: 'acse-moved'}, ` ${say('deadlines.moved')}`)] : [])),
    element('td', {}, each.responsible),
    element('td', {class: 'acse-when'}, element('time', {datetime: each.dueAt}, when.format(new Date(each.dueAt)))),
    element(
      'td',
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
