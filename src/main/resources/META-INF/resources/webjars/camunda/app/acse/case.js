// The page of a case: its stage, deadlines, done steps, and the processes that the user may start for the case.
import {hint, parts, waiting} from './case-parts.js';
import {progress} from './alarm-words.js';
import {telephone, telephoneLine} from './alarms.js';
import {cover} from './cover.js';
import {BY_ITSELF, ask} from './common.js';
import {callable, element, moment} from './dom.js';
import {nicknameForm} from './nicknames.js';
import {say} from './words.js';

/** In milliseconds. */
const REFRESH = 15_000;

const TASKLIST = '/camunda/app/tasklist/default/';

/** Opens a start form with what is known filled in: it goes on with a draft about this case, and takes the place of any other one. */
async function start(process, known) {
  const draft = await ask('GET', `drafts/start-${process}`);
  if (Object.keys(known).some(key => draft?.[key] !== known[key])) {
    await ask('PUT', `drafts/start-${process}`, known);
  }
  location.assign(`${TASKLIST}#/?processStart=${process}`);
}

function starts(found, problem) {
  return found.starts.map(each =>
    element(
      'button',
      {
        type: 'button',
        class: each.danger ? 'btn btn-danger' : 'btn btn-default',
        onclick: () => start(each.process, {caseReference: found.file.reference, ...each.known}).catch(refused => (problem.textContent = refused.message))
      },
      each.label
    )
  );
}

const isOver = ({state}) => state === 'OVER';

/** Also when an alarm is over, whoever comes later must know of it. */
function ended(found) {
  const over = found.alarms.filter(isOver);
  return over.length
    ? [element('h3', {}, say('case.alarmsOver')), element('ul', {}, ...over.map(({what, by, at}) => element('li', {}, `${what}: ${by}, ${moment(at)} – ${say('case.alarmOver')}`)))]
    : [];
}

/** The alarms that wait come before everything else. */
async function alarms(found) {
  const waiting = found.alarms.filter(alarm => !isOver(alarm));
  return waiting.length
    ? [
        element(
          'ul',
          {class: 'acse-alarm acse-standing-alarms', 'aria-label': say('case.alarms')},
          ...waiting.map(alarm =>
            element(
              'li',
              {},
              element('div', {}, element('strong', {}, alarm.what), element('span', {class: 'acse-quiet'}, say('alarms.reported', alarm.by, moment(alarm.at))), element('span', {}, progress(alarm))),
              alarm.task ? element('a', {class: 'btn btn-danger', href: `${TASKLIST}#/?task=${alarm.task}`}, say('alarms.open')) : ''
            )
          ),
          ...telephoneLine(await telephone())
        )
      ]
    : [];
}

/** The cells with which a shelter is telephoned, and its answer recorded. */
function telephoned({reference}, shelter, problem) {
  const phone = element('td', {});
  const show = element('button', {
    type: 'button',
    class: 'btn btn-default',
    onclick: async () => {
      try {
        const values = await ask('POST', `cases/${reference}/shelters/${shelter}/telephone`);
        const value = element('span', {class: 'acse-value', tabindex: '-1'}, ...callable(Object.values(values)[0] ?? say('case.noPhone')));
        phone.replaceChildren(value);
        value.focus();
      } catch (refused) {
        problem.textContent = refused.message;
      }
    }
  }, say('case.show'));
  phone.append(show);
  const record = element(
    'button',
    {
      type: 'button',
      class: 'btn btn-default',
      onclick: () => start('telephone-answer', {caseReference: reference, shelterCode: shelter}).catch(refused => (problem.textContent = refused.message))
    },
    say('case.recordAnswer')
  );
  return [phone, element('td', {}, record)];
}

/** The shelters that are asked, and what the others said. Whoever may telephone with them records what they said. */
function asked({asked, file}, problem) {
  if (!asked.length) {
    return [];
  }
  const telephones = asked.some(({phone}) => phone);
  const people = ({hasPeople}) => (hasPeople ? say('case.answersHerself') : say(telephones ? 'case.onlyByPhone' : 'case.coordinationPhones'));
  const rows = asked.map(each =>
    element(
      'tr',
      {},
      element('td', {}, each.shelter),
      ...(each.said
        ? [element('td', {colspan: telephones ? 4 : 2}, each.said)]
        : [element('td', {}, moment(each.until)), element('td', {}, people(each)), ...(telephones ? telephoned(file, each.shelter, problem) : [])])
    )
  );
  const heads = ['case.askedShelter', 'case.askedUntil', 'case.askedPeople', ...(telephones ? ['case.askedPhone', 'case.askedAnswer'] : [])];
  return [
    element('h3', {}, say('case.asked')),
    ...(telephones ? [element('p', {class: 'acse-hint'}, say('case.askedHint'))] : []),
    element(
      'table',
      {},
      element('thead', {}, element('tr', {}, ...heads.map(name => element('th', {scope: 'col'}, say(name))))),
      element('tbody', {}, ...rows)
    )
  ];
}

/** Shows the page again when the case has changed. If she has opened a value or is about to act, she decides when. */
function watch(place, found, again) {
  const known = JSON.stringify(found);
  const timer = setInterval(async () => {
    if (!place.isConnected) {
      clearInterval(timer);
      return;
    }
    const now = document.hidden ? null : await ask('GET', `cases/${found.file.reference}`, undefined, BY_ITSELF).catch(() => null);
    if (!now || JSON.stringify(now) === known || !place.isConnected) {
      return;
    }
    clearInterval(timer);
    if (place.querySelector('.acse-value, .acse-cover-form, .acse-nickname-form[open]') || place.contains(document.activeElement)) {
      place.prepend(
        element('p', {class: 'acse-reported acse-danger', role: 'alert'}, say('case.changed'), ' ', element('button', {type: 'button', class: 'btn btn-default', onclick: again}, say('case.showAgain')))
      );
    } else {
      again();
    }
  }, REFRESH);
}

/** @param back where the list of cases is */
export async function showCase(node, reference, back) {
  const place = element('div', {class: 'acse-case'}, hint(say('case.loading')));
  node.replaceChildren(element('div', {class: 'acse-page'}, element('p', {}, element('a', {href: back}, say('cases.back'))), place));
  try {
    const found = await ask('GET', `cases/${encodeURIComponent(reference)}`);
    const problem = element('p', {role: 'alert'});
    place.replaceChildren(
      element('div', {class: 'acse-head'}, element('h1', {}, say('case.title', found.file.reference)), found.stage ? element('p', {class: 'acse-stage'}, found.stage) : '', ...(found.named ? [nicknameForm(found.file.reference)] : [])),
      ...(found.warning ? [element('p', {class: 'acse-reported acse-danger', role: 'alert'}, found.warning)] : []),
      ...(await alarms(found)),
      element('div', {class: 'acse-starts'}, ...starts(found, problem)),
      problem,
      ...(found.mine.length ? [element('h3', {}, say('case.mine')), waiting(found.mine)] : []),
      ...asked(found, problem),
      ...parts(found.file, `cases/${found.file.reference}/reveal`),
      ...ended(found)
    );
    for (const step of place.querySelectorAll('[data-task]')) {
      const line = await cover(step.dataset.task, () => showCase(node, reference, back));
      const name = step.querySelector('.acse-step');
      if ('hers' in line.dataset && location.pathname.includes('/app/acse/')) {
        name.replaceChildren(element('a', {href: `${TASKLIST}#/?task=${step.dataset.task}`}, name.textContent));
      }
      step.append(line);
    }
    watch(place, found, () => showCase(node, reference, back));
  } catch (refused) {
    place.replaceChildren(element('p', {role: 'alert', class: 'acse-alert'}, refused.message));
  }
}
