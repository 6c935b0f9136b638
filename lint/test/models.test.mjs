// Each of our rules refuses an edit of our own models; the plugin of the Modeler brings the same rules. Run by: npm test
import assert from 'node:assert/strict';
import {cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import vm from 'node:vm';
import {BpmnModdle} from 'bpmn-moddle';
import {buildSync} from 'esbuild';
import {lint} from '../models.mjs';

const ROOT = new URL('../..', import.meta.url).pathname;
const require = createRequire(import.meta.url);

/** What is found after one file was edited. */
async function after(file, before, now) {
  const folder = mkdtempSync(join(tmpdir(), 'models-'));
  try {
    ['.camunda', '.bpmnlintrc', 'processes', 'forms'].forEach(each => cpSync(join(ROOT, each), join(folder, each), {recursive: true}));
    const text = readFileSync(join(folder, file), 'utf8');
    assert.ok(text.includes(before), `${file} holds ${before}`);
    writeFileSync(join(folder, file), text.replace(before, now));
    return (await lint(folder)).found;
  } finally {
    rmSync(folder, {recursive: true});
  }
}

const EDITS = [
  ['acse/id-says-kind', 'processes/stay.bpmn', /task_followUp(?!_)/g, 'step_followUp'],
  ['acse/says-its-rule', 'processes/transfer.bpmn', /<bpmn:documentation>The operator names[^<]*<.bpmn:documentation>/, ''],
  ['acse/task-has-form-and-people', 'processes/transfer.bpmn', 'camunda:candidateGroups="#{operatorGroup}" camunda:dueDate="PT24H"', 'camunda:dueDate="PT24H"'],
  ['acse/delegate-by-name', 'processes/transfer.bpmn', '#{appointEscortDelegate}', '#{appointEscort}'],
  ['acse/end-says-outcome', 'processes/referral.bpmn', /<camunda:property name="outcome" value="[A-Z_]+" \/>/, ''],
  ['acse/clock-is-not-too-often', 'processes/orientation.bpmn', 'PT24H', 'PT10S'],
  ['acse/clock-is-not-too-often', 'processes/orientation.bpmn', 'PT24H', '1 month'],
  ['acse/process-keeps-history', 'processes/stay.bpmn', ' camunda:historyTimeToLive="P731D"', ''],
  ['acse/template-is-applied', 'processes/stay.bpmn', ' camunda:modelerTemplate="fr.acse.task"', ''],
  ['acse/template-is-applied', 'processes/stay.bpmn', 'camunda:modelerTemplate="fr.acse.task" camunda:modelerTemplateVersion="1"', 'camunda:modelerTemplate="fr.acse.task" camunda:modelerTemplateVersion="0"'],
  ['acse/says-its-source', 'processes/eligibility.dmn', /<description>Seed page[^<]*<\/description>/, ''],
  ['acse/inputs-have-names', 'processes/eligibility.dmn', 'label="Her age"', ''],
  ['acse/rows-say-why', 'processes/eligibility.dmn', '<description>Not a default housing solution</description>', ''],
  ['form', 'forms/follow-up.form', '"radio"', '"camera"'],
  ['form', 'forms/follow-up.form', '"id": "follow-up"', '"id": "followed"'],
  ['form', 'forms/follow-up.form', '"components"', 'components'],
  ['template', '.camunda/element-templates/acse.json', '"type" : "Hidden"', '"type" : "Secret"']
];

test('our models break no rule', async () => {
  const {found, looked} = await lint(ROOT);
  assert.deepEqual(found, []);
  assert.ok(looked.processes > 10 && looked.decisions > 2 && looked.forms > 40 && looked.templates > 60);
});

for (const [rule, file, before, now] of EDITS) {
  test(`${rule} is broken by an edit of ${file}`, async () => {
    const folder = readFileSync(join(ROOT, file), 'utf8');
    const first = before instanceof RegExp ? folder.match(before)?.[0] : before;
    const found = await after(file, first, first.replace(before, now));
    assert.ok(found.some(each => each.rule === rule), JSON.stringify(found.map(each => each.rule)));
  });
}

test('the plugin of the Modeler brings our rules', async () => {
  const built = buildSync({entryPoints: [join(ROOT, 'lint/modeler/source.mjs')], bundle: true, format: 'iife', target: 'chrome120', write: false}).outputFiles[0].text;
  const window = {};
  vm.runInNewContext(built, {window});
  const [{type, plugin}] = window.plugins;
  assert.equal(type, 'lintRules.bpmn');
  assert.equal(require('../modeler/index.js').script, './client.js');

  const {Linter} = require('bpmnlint');
  const moddle = new BpmnModdle({camunda: require('camunda-bpmn-moddle/resources/camunda.json')});
  const xml = readFileSync(join(ROOT, 'processes/orientation.bpmn'), 'utf8').replace('PT24H', 'PT10S');
  const reports = await new Linter({config: plugin.config, resolver: plugin.resolver}).lint((await moddle.fromXML(xml)).rootElement);
  assert.deepEqual(Object.keys(reports), ['acse/clock-is-not-too-often']);
});
