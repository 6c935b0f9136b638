// The page Leaves: the user's leaves and the deputy for each leave.
import {ask} from './common.js';
import {day, element, iso, page, table} from './dom.js';
import {showDuty} from './duty.js';
import {shell} from './shell.js';
import {say} from './words.js';


const field = (label, input) => element('label', {}, label, input);

shell(say('leave.title'));
showDuty(document.getElementById('duty'));
const typed = {deputy: '', firstDay: '', lastDay: ''};
page(document.getElementById('page'), say('leave.title'), async act => {
  const {leaves, standIns, colleagues} = await ask('GET', 'leaves');
  const keep = name => ({oninput: event => (typed[name] = event.target.value)});
  const date = name => {
    const input = element('input', {class: 'form-control', name, placeholder: say('common.day'), maxlength: 10, ...keep(name)});
    input.value = typed[name];
    return input;
  };
  const note = async () => {
    await ask('POST', 'leaves', {...typed, firstDay: iso(typed.firstDay), lastDay: iso(typed.lastDay)});
    Object.keys(typed).forEach(name => (typed[name] = ''));
  };
  return [
    element('p', {}, say('leave.what')),
    leaves.length
      ? table(
          [say('leave.first'), say('leave.last'), say('leave.deputy'), ''],
          leaves.map(leave => [
            day(leave.firstDay),
            day(leave.lastDay),
            leave.deputy,
            element('button', {type: 'button', class: 'btn btn-default', onclick: act(() => ask('DELETE', `leaves/${leave.id}`))}, say('leave.cancel'))
          ])
        )
      : element('p', {}, say('leave.none')),
    ...(standIns.length
      ? [element('h2', {}, say('leave.standIns')), table([say('leave.first'), say('leave.last'), say('leave.person')], standIns.map(each => [day(each.firstDay), day(each.lastDay), each.person]))]
      : []),
    element('h2', {}, say('leave.new')),
    colleagues.length
      ? element(
          'form',
          {
            class: 'acse-filters acse-card',
            novalidate: true,
            onsubmit: event => {
              event.preventDefault();
              act(note)();
            }
          },
          field(say('leave.first'), date('firstDay')),
          field(say('leave.last'), date('lastDay')),
          field(
            say('leave.deputy'),
            element(
              'select',
              {class: 'form-control', name: 'deputy', onchange: event => (typed.deputy = event.target.value)},
              element('option', {value: ''}, say('leave.choose')),
              ...colleagues.map(each => element('option', {value: each.value, selected: each.value === typed.deputy}, each.label))
            )
          ),
          element('button', {class: 'btn btn-primary'}, say('leave.note'))
        )
      : element('p', {}, say('leave.alone'))
  ];
});
