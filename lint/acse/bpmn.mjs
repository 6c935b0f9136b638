// Our rules for processes, each a function that bpmnlint calls for every element. The same rules run at the command line and in the Modeler.
// The gate of the server proves much more; these are what an analyst can see while she draws.

const is = (element, ...types) => types.some(type => element.$instanceOf?.(`bpmn:${type}`));
const named = element => (element.name ? `“${element.name}” (${element.id})` : element.id);
const extensions = (element, type) => (element.extensionElements?.values ?? []).filter(each => each.$type === `camunda:${type}`);
const definition = (element, type) => element.eventDefinitions?.find(each => each.$type === `bpmn:${type}EventDefinition`);
const rule = check => () => ({check: (element, reporter) => check(element, words => reporter.report(element.id, words))});

const KINDS = [
  [['UserTask', 'ServiceTask', 'BusinessRuleTask', 'ReceiveTask', 'SendTask'], 'task_'],
  [['CallActivity'], 'call_'],
  [['SubProcess'], 'sub_'],
  [['Gateway'], 'gateway_'],
  [['EndEvent'], 'end_'],
  [['SequenceFlow'], 'flow_']
];

const idSaysKind = rule((element, report) => {
  const kind = KINDS.find(([types]) => is(element, ...types));
  const start = kind?.[1] ?? (definition(element, 'Timer') && is(element, 'BoundaryEvent', 'IntermediateCatchEvent') ? 'timer_' : null);
  if (start && !element.id.startsWith(start)) {
    report(`The id of ${named(element)} does not say what it is. Please begin it with ${start}.`);
  }
});

const saysItsRule = rule((element, report) => {
  const asked = is(element, 'UserTask', 'ServiceTask', 'BusinessRuleTask', 'CallActivity', 'Gateway') || (is(element, 'BoundaryEvent', 'IntermediateCatchEvent') && definition(element, 'Timer'));
  if (asked && !element.documentation?.some(each => each.text?.trim())) {
    report(`${named(element)} does not say its rule. Please write the rule and its source into the documentation.`);
  }
});

const taskHasFormAndPeople = rule((element, report) => {
  if (!is(element, 'UserTask')) {
    return;
  }
  if (!element.get('camunda:candidateGroups') && !element.get('camunda:assignee')) {
    report(`Nobody sees the task ${named(element)}. Please name a candidate group.`);
  }
  if (!element.get('camunda:formRef') || element.get('camunda:formRefBinding') !== 'deployment') {
    report(`The task ${named(element)} has no form of its own deployment. Please name the form, and choose the binding “deployment”.`);
  }
});

const delegateByName = rule((element, report) => {
  const delegate = element.get?.('camunda:delegateExpression');
  if (is(element, 'ServiceTask') && !/^#\{[a-z]\w*Delegate\}$/.test(delegate ?? '')) {
    report(`The service task ${named(element)} names no delegate. Please apply one of the templates.`);
  }
  for (const listener of extensions(element, 'ExecutionListener')) {
    if (!/^#\{[a-z]\w*Listener\}$/.test(listener.delegateExpression ?? '')) {
      report(`A listener of ${named(element)} names no listener of the software. Please apply one of the templates.`);
    }
  }
});

const CLOSING = ['#{closeCaseListener}', '#{closePermitListener}', '#{endJourneyListener}'];

const endSaysOutcome = rule((element, report) => {
  const closes = is(element, 'EndEvent') && extensions(element, 'ExecutionListener').some(each => CLOSING.includes(each.delegateExpression));
  const outcome = extensions(element, 'Properties').flatMap(each => each.values ?? []).find(each => each.name === 'outcome');
  if (closes && !outcome?.value) {
    report(`The end ${named(element)} closes something without a reason. Please add the property “outcome”.`);
  }
});

const SECONDS = {S: 1, M: 60};

const clockIsNotTooOften = rule((element, report) => {
  const timer = definition(element, 'Timer');
  const written = timer?.timeDuration?.body ?? timer?.timeCycle?.body ?? '';
  if (written && !/^[#$]\{|^R?\d*\/?P|^[\d*?/, ]+$/.test(written)) {
    report(`The clock ${named(element)} has no time that can be read: ${written}. Please write PT24H, P7D or P1M.`);
  }
  const short = /^(?:R\d*\/)?PT(\d+)([SM])$/.exec(written);
  if (short && Number(short[1]) * SECONDS[short[2]] < 60) {
    report(`The clock ${named(element)} fires after ${written}. Please write a minute (PT1M) or more.`);
  }
});

const processKeepsHistory = rule((element, report) => {
  if (is(element, 'Process') && !element.get('camunda:historyTimeToLive')) {
    report(`The process ${named(element)} does not say how long its history is kept. Please write P731D (two calendar years).`);
  }
});

/** @param templates versions by id */
const templateIsApplied = templates =>
  rule((element, report) => {
    const id = element.get?.('camunda:modelerTemplate');
    const wanted = is(element, 'UserTask', 'ServiceTask', 'EndEvent') || definition(element, 'Timer') || definition(element, 'Message');
    if (!wanted || !is(element, 'FlowNode')) {
      return;
    }
    if (!id) {
      report(`No template is applied to ${named(element)}. Please choose one in the properties panel.`);
    } else if (!(id in templates)) {
      report(`The template ${id} of ${named(element)} does not exist. Please choose another one.`);
    } else if (Number(element.get('camunda:modelerTemplateVersion')) !== templates[id]) {
      report(`The template of ${named(element)} is not the latest. Please update it in the properties panel.`);
    }
  });

/** @param templates content of the file of element templates */
export const rules = templates => ({
  'id-says-kind': idSaysKind,
  'says-its-rule': saysItsRule,
  'task-has-form-and-people': taskHasFormAndPeople,
  'delegate-by-name': delegateByName,
  'end-says-outcome': endSaysOutcome,
  'clock-is-not-too-often': clockIsNotTooOften,
  'process-keeps-history': processKeepsHistory,
  'template-is-applied': templateIsApplied(Object.fromEntries(templates.map(each => [each.id, each.version])))
});

/** All of them are errors. */
export const config = templates => ({rules: Object.fromEntries(Object.keys(rules(templates)).map(name => [`acse/${name}`, 'error']))});
