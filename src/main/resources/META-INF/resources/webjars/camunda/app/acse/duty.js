// The duty roster of the user's role: the people whose pagers get the alarms, and the times of their duties.
import {ask} from './common.js';
import {element, iso, moment, page, table} from './dom.js';
import {say} from './words.js';

const typed = {person: '', pageTo: '', beginsAt: '', endsAt: ''};

export async function showDuty(node) {
  try {
    await ask('GET', 'duties');
  } catch {
    return; // Only some roles have a roster.
  }
  page(node, say('duty.title'), async act => {
    const {duties, colleagues} = await ask('GET', 'duties');
    const field = (name, label, attributes) => {
      const input = element('input', {class: 'form-control', name, oninput: event => (typed[name] = event.target.value), ...attributes});
      input.value = typed[name];
      return element('label', {}, label, input);
    };
    return [
      element('p', {}, say('duty.what')),
      duties.length
        ? table(
            [say('duty.who'), say('duty.pager'), say('duty.from'), say('duty.until'), ''],
            duties.map(each => [
              each.person,
              each.pageTo,
              moment(each.beginsAt),
              moment(each.endsAt),
              element('button', {type: 'button', class: 'btn btn-default', onclick: act(() => ask('DELETE', `duties/${each.id}`))}, say('duty.cancel'))
            ])
          )
        : element('p', {}, say('duty.none')),
      element(
        'form',
        {
          class: 'acse-filters',
          novalidate: true,
          onsubmit: event => {
            event.preventDefault();
            act(async () => {
              await ask('POST', 'duties', {...typed, beginsAt: iso(typed.beginsAt), endsAt: iso(typed.endsAt)});
              Object.keys(typed).forEach(name => (typed[name] = ''));
            })();
          }
        },
        element(
          'label',
          {},
          say('duty.who'),
          element(
            'select',
            {class: 'form-control', name: 'person', onchange: event => (typed.person = event.target.value)},
            element('option', {value: ''}, say('leave.choose')),
            ...colleagues.map(each => element('option', {value: each.value, selected: each.value === typed.person}, each.label))
          )
        ),
        field('pageTo', say('duty.pager'), {maxlength: 40, placeholder: 'night-1'}),
        field('beginsAt', say('duty.from'), {placeholder: say('common.moment'), maxlength: 16}),
        field('endsAt', say('duty.until'), {placeholder: say('common.moment'), maxlength: 16}),
        element('button', {class: 'btn btn-primary'}, say('duty.note'))
      )
    ];
  });
}
