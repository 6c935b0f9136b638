// The page of payment runs: the list of runs, or all payments of one run and the bank's answer to each payment.
import {ask} from './common.js';
import {day, element, euros, page, table} from './dom.js';
import {shell} from './shell.js';
import {say} from './words.js';

const REASONS = ['accountClosed', 'accountWrong', 'accountBlocked', 'noReason', 'other'];
let settled = null;

const reference = location.hash.slice(1);
const answers = new Map();

const answered = (line, change) => answers.set(line, {bankAnswer: '', bankReason: '', ...answers.get(line), ...change});

function option(line, value, label) {
  return element(
    'label',
    {class: 'acse-box'},
    element('input', {type: 'radio', name: `line-${line}`, value, checked: answers.get(line)?.bankAnswer === value, onchange: event => {
        answered(line, value === 'paid' ? {bankAnswer: value, bankReason: ''} : {bankAnswer: value});
        const why = event.target.closest('td').querySelector('select');
        why.value = value === 'paid' ? '' : why.value;
      }
    }),
    ` ${label}`
  );
}

function reason(line) {
  return element(
    'select',
    {class: 'form-control', 'aria-label': say('run.why', line), onchange: event => {
        answered(line, {bankAnswer: 'refused', bankReason: event.target.value});
        document.querySelector(`[name=line-${line}][value=refused]`).checked = true;
      }
    },
    element('option', {value: ''}, say('run.ifRefused')),
    ...REASONS.map(each => element('option', {value: each, selected: answers.get(line)?.bankReason === each}, say(`run.reason.${each}`)))
  );
}

function answer(line) {
  if (line.state === 'SENT') {
    return [element('div', {class: 'acse-boxes', role: 'radiogroup', 'aria-label': say('run.line', line.line)}, option(line.line, 'paid', say('run.paid')), option(line.line, 'refused', say('run.refused'))), reason(line.line)];
  }
  return line.bankReason ? `${say('run.refused')}: ${say(`run.reason.${line.bankReason}`)}` : say(`run.state.${line.state}`);
}

/** The last runs, so that an old one is found. */
async function runs() {
  const found = await ask('GET', 'payment-runs');
  return found.length
    ? [
        table(
          [say('run.run'), say('run.day'), say('run.lines'), say('run.sum'), say('run.stands')],
          found.map(run => [
            run.state === 'RELEASED' ? element('a', {href: `#${run.reference}`}, run.reference) : run.reference,
            day(run.day),
            run.state === 'STOPPED' ? '–' : String(run.lines),
            run.state === 'STOPPED' ? '–' : euros(run.euros),
            run.state === 'RELEASED' ? (run.open ? say('run.stands.open', run.open) : say('run.stands.settled')) : say(`run.stands.${run.state}`)
          ])
        )
      ]
    : [element('p', {}, say('run.none'))];
}

const title = reference ? say('run.title', reference) : say('run.titleAll');
shell(title);
page(document.getElementById('page'), title, async act => {
  if (!reference) {
    return runs();
  }
  const lines = await ask('GET', `payment-runs/${encodeURIComponent(reference)}/lines`);
  const open = lines.filter(line => line.state === 'SENT');
  const sum = lines.reduce((cents, line) => cents + Math.round(Number(line.euros) * 100), 0) / 100;
  const record = async () => {
    const sent = [...answers].filter(([line]) => open.some(each => each.line === line)).map(([line, each]) => ({line, ...each}));
    settled = null;
    await ask('POST', `payment-runs/${encodeURIComponent(reference)}/lines`, sent);
    answers.clear();
  };
  const readFile = async file => {
    settled = null;
    // A picture or a PDF holds signs that no text holds; the answer says that it is no status report.
    const xml = (await file.text()).replaceAll('\u0000', ' ');
    settled = await ask('POST', `payment-runs/${encodeURIComponent(reference)}/status`, {xml});
    answers.clear();
  };
  const allPaid = () =>
    open
      .filter(line => !answers.get(line.line)?.bankAnswer)
      .forEach(line => {
        answered(line.line, {bankAnswer: 'paid'});
        document.querySelector(`[name=line-${line.line}][value=paid]`).checked = true;
      });
  return [
    element('p', {}, element('a', {href: location.pathname}, say('run.titleAll'))),
    ...(settled ? [element('p', {class: 'acse-done', role: 'status'}, say('run.settled', settled.paid, settled.refused, settled.open))] : []),
    ...(settled?.opposed.length ? [element('p', {class: 'acse-alert', role: 'alert'}, say('run.opposed', settled.opposed.join(', ')))] : []),
    element('p', {}, say('run.what', lines.length, euros(sum), open.length)),
    table(
      [say('run.number'), say('run.payee'), say('run.account'), say('run.case'), say('run.sum'), say('run.answer')],
      lines.map(line => [String(line.line), line.payee, `…${line.account}`, line.claim ? element('a', {href: `cases.html#${line.claim}`}, line.claim) : say('run.shelter'), euros(line.euros), answer(line)])
    ),
    ...(open.length
      ? [
          element('p', {}, element('button', {type: 'button', class: 'btn btn-default', onclick: allPaid}, say('run.allPaid')), ' ', element('button', {type: 'button', class: 'btn btn-primary', onclick: act(record)}, say('run.record'))),
          element(
            'p',
            {},
            element('label', {}, say('run.file'), ' ', element('input', {type: 'file', accept: '.xml,application/xml', onchange: event => act(() => readFile(event.target.files[0]))()})),
            ' ',
            element('small', {}, say('run.fileWhat'))
          )
        ]
      : [element('p', {class: 'acse-done', role: 'status'}, say('run.done'))])
  ];
});
addEventListener('hashchange', () => location.reload());
