// Checks processes, decisions, forms and element templates: node models.mjs [folder]. Nothing found: no output, exit code 0.
import {readFileSync, readdirSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {BpmnModdle} from 'bpmn-moddle';
import {DmnModdle} from 'dmn-moddle';
import {config as ours, rules as bpmnRules} from './acse/bpmn.mjs';
import {rules as dmnRules} from './acse/dmn.mjs';
import {findings as inForm} from './acse/forms.mjs';

const require = createRequire(import.meta.url);
const camunda = require('camunda-bpmn-moddle/resources/camunda.json');
const {Linter: BpmnLinter} = require('bpmnlint');
const BpmnResolver = require('bpmnlint/lib/resolver/node-resolver');
const {Linter: DmnLinter} = require('dmnlint');
const DmnResolver = require('dmnlint/lib/resolver/node-resolver');

const {validateAll} = require('@bpmn-io/element-templates-validator');

/** Rules with the prefix acse are ours, all others come from packages. */
function resolver(Base, rules) {
  const base = new Base({require});
  return {
    resolveRule: (pkg, name) => (pkg.endsWith('-acse') || pkg === 'acse' ? rules[name] : base.resolveRule(pkg, name)),
    resolveConfig: (pkg, name) => base.resolveConfig(pkg, name)
  };
}

function ofForm(file, text) {
  try {
    return inForm(file.split('/').pop(), JSON.parse(text));
  } catch (error) {
    return [`This form cannot be read (${error.message}). Please save it in the Modeler.`];
  }
}

/** @returns an object of finding(file, element, words) for each rule that is broken */
export async function lint(folder) {
  const found = [];
  const read = file => readFileSync(join(folder, file), 'utf8');
  const files = (inside, end) => readdirSync(join(folder, inside)).filter(name => name.endsWith(end)).map(name => join(inside, name));
  const tell = (file, reports) =>
    Object.entries(reports).forEach(([rule, all]) => all.forEach(({id, message}) => found.push({file, element: id ?? '', words: message, rule})));

  const templates = JSON.parse(read('.camunda/element-templates/acse.json'));
  validateAll(templates).results.forEach(({valid, errors, object}) => {
    if (!valid) {
      errors.forEach(error => found.push({file: 'acse.json', element: object.id, words: error.message, rule: 'template'}));
    }
  });

  const {extends: extended, rules} = JSON.parse(read('.bpmnlintrc'));
  // Some rules remember what they have seen, so each file gets its own.
  const bpmn = () => new BpmnLinter({config: {extends: extended, rules: {...rules, ...ours(templates).rules}}, resolver: resolver(BpmnResolver, bpmnRules(templates))});
  const moddle = new BpmnModdle({camunda});
  const processes = files('processes', '.bpmn');
  /** Its root, or nothing if it cannot be read. */
  const root = async (parser, file) => {
    const {rootElement, warnings} = await parser.fromXML(read(file)).catch(({message}) => ({warnings: [{message}]}));
    warnings.forEach(({message}) => found.push({file, element: '', words: message, rule: 'xml'}));
    return rootElement;
  };
  for (const file of processes) {
    const model = await root(moddle, file);
    tell(file, model ? await bpmn().lint(model) : {});
  }

  const dmnConfig = {extends: 'dmnlint:recommended', rules: Object.fromEntries(Object.keys(dmnRules).map(name => [`acse/${name}`, 'error']))};
  const dmn = () => new DmnLinter({config: dmnConfig, resolver: resolver(DmnResolver, dmnRules)});
  const decisions = files('processes', '.dmn');
  for (const file of decisions) {
    const decision = await root(new DmnModdle(), file);
    tell(file, decision ? await dmn().lint(decision) : {});
  }

  const forms = files('forms', '.form');
  for (const file of forms) {
    ofForm(file, read(file)).forEach(words => found.push({file, element: '', words, rule: 'form'}));
  }
  return {found, looked: {processes: processes.length, decisions: decisions.length, forms: forms.length, templates: templates.length}};
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const {found, looked} = await lint(process.argv[2] ?? '..');
  found.forEach(({file, element, words, rule}) => console.error(`${file}${element ? `, ${element}` : ''}: ${words} [${rule}]`));
  // No model at all would pass silently.
  const nothing = Object.entries(looked).filter(([, count]) => count === 0);
  nothing.forEach(([what]) => console.error(`There are no ${what} to look at.`));
  console.log(`Looked at ${Object.entries(looked).map(([what, count]) => `${count} ${what}`).join(', ')}: ${found.length || 'nothing'} found.`);
  process.exitCode = found.length || nothing.length ? 1 : 0;
}
