// The page Running cases and versions: the number of cases in each version, the migration plan, and the button that moves the cases.
import {ask} from '../../acse/common.js';
import {element, moment, page, table} from '../../acse/dom.js';
import {say} from '../../acse/words.js';

const AGAIN_MILLISECONDS = 1000;

const setOf = version => (version.set ?? '').replace('set-', '');

function versions(all, show) {
  return table(
    [say('migration.process'), say('migration.version'), say('models.set'), say('migration.cases'), ''],
    all.map(each => [
      each.name,
      each.same && !each.current ? `${each.version} ${say('migration.same')}` : String(each.version),
      setOf(each),
      String(each.cases),
      each.current
        ? say('models.current')
        : element('button', {class: 'btn btn-default', 'aria-label': say('migration.planOf', each.name, each.version), onclick: show(each)}, say('migration.plan'))
    ])
  );
}

function landings(plan) {
  return table(
    [say('migration.now'), say('migration.then'), say('migration.cases')],
    plan.landings.map(each => [each.from, each.to ?? element('strong', {}, `${say('migration.stays')} ${each.why}`), each.references ? `${each.cases}: ${each.references.join(', ')}` : String(each.cases)])
  );
}

function preview(plan, moves, act, done) {
  return [
    element('h2', {}, say('migration.planTitle', plan.name, plan.from, plan.to)),
    element('p', {}, say('migration.aboutPlan')),
    landings(plan),
    plan.cases > 0 && !moves
      ? element('p', {}, say('migration.supervisor', plan.cases))
      : plan.cases > 0
      ? element(
          'button',
          {
            class: 'btn btn-primary',
            onclick: act(async () => {
              await ask('POST', `models/migrations/${plan.process}/${plan.from}`, {to: plan.to});
              done();
            })
          },
          say('migration.move', plan.cases, plan.to)
        )
      : element('p', {}, say('migration.nobody'))
  ];
}

function records(all) {
  return all.length
    ? table(
        [say('migration.process'), say('migration.fromTo'), say('models.by'), say('models.when'), say('migration.outcome')],
        all.map(each => [each.process, `${each.from} → ${each.to}`, each.askedBy, moment(each.askedAt), `${say('migration.moved', each.moved, each.stayed, each.failed)} ${each.endedAt ? '' : say('migration.running')}`])
      )
    : element('p', {}, say('migration.noRecord'));
}

export function showMigration(node) {
  let shown = null;
  page(node, say('migration.title'), async act => {
    const {versions: all, records: past, moves} = await ask('GET', 'models/migrations');
    const isThere = shown && all.some(each => each.process === shown.process && each.version === shown.version && each.cases > 0);
    const plan = isThere ? await ask('GET', `models/migrations/${shown.process}/${shown.version}`) : null;
    if (past.some(each => !each.endedAt)) {
      setTimeout(() => node.isConnected && act(() => {})(), AGAIN_MILLISECONDS);
    }
    const show = version =>
      act(() => {
        shown = version;
        node.firstElementChild.scrollTo({top: 0});
      });
    return [
      element('p', {}, say('migration.about')),
      ...(plan ? preview(plan, moves, act, () => (shown = null)) : []),
      element('h2', {}, say('migration.records')),
      records(past),
      element('h2', {}, say('migration.versions')),
      versions(all, show)
    ];
  });
}
