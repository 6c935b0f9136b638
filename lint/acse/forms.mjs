// Our rules for forms, and the parts that the form viewer of Tasklist knows. It wants a browser, so it gets a small one.
import {createRequire} from 'node:module';
import {Window} from 'happy-dom';

const window = new Window();
for (const name of ['document', 'KeyboardEvent', 'Node', 'HTMLElement', 'Element', 'DOMParser']) {
  globalThis[name] = window[name];
}
const {formFields, schemaVersion} = createRequire(import.meta.url)('@bpmn-io/form-js-viewer');

const KNOWN = new Map(formFields.map(field => [field.config.type, field.config]));
const KINDS = ['code', 'number', 'amount', 'day', 'moment', 'yesNo'];
const CHOICES = ['select', 'radio', 'checklist', 'taglist'];

const labelOf = field => field.label || field.dateLabel || field.timeLabel;
const nameOf = field => labelOf(field) || field.key || field.id;

const isKeyed = field => KNOWN.get(field.type)?.keyed;
const values = field => (field.values ?? []).map(each => each.value);
const offersNothing = field => CHOICES.includes(field.type) && !field.values?.length && !field.valuesKey && !field.valuesExpression;

/** Each: when it is broken, and what to say then. */
const RULES = [
  [field => !KNOWN.has(field.type), field => `Tasklist shows no field of the kind ${field.type}. Please choose another one.`],
  [field => isKeyed(field) && !field.key, field => `The field “${nameOf(field)}” has no key. Please give it one.`],
  [(field, seen) => field.key && seen.has(field.key), field => `The key ${field.key} is given twice. Please give the field “${nameOf(field)}” another one.`],
  [field => isKeyed(field) && !labelOf(field)?.trim(), field => `The field ${field.key} has no label. Please write the question.`],
  [offersNothing, field => `“${nameOf(field)}” offers nothing. Please add its options.`],
  [field => new Set(values(field)).size < values(field).length, field => `“${nameOf(field)}” offers a value twice. Please give each option a value of its own.`],
  [
    field => field.properties?.kind && !KINDS.includes(field.properties.kind),
    field => `“${nameOf(field)}” is of the kind ${field.properties.kind}, which is not known. Please write one of ${KINDS.join(', ')}.`
  ]
];

function ofField(field, seen) {
  const found = RULES.filter(([isBroken]) => isBroken(field, seen)).map(([, words]) => words(field));
  seen.add(field.key);
  return found;
}

/** What is wrong with a form, in words. */
export function findings(file, form) {
  const found = [];
  if (form.type !== 'default' || !Array.isArray(form.components)) {
    return ['This is not a form of Camunda. Please save it in the Modeler.'];
  }
  if (`${form.id}.form` !== file) {
    found.push(`The id ${form.id} is not the name of the file. Please make them the same.`);
  }
  if (form.schemaVersion > schemaVersion) {
    found.push(`The form is written for a newer viewer (${form.schemaVersion}) than that of Tasklist (${schemaVersion}). Please choose Camunda 7.24 in the Modeler.`);
  }
  const seen = new Set();
  return [...found, ...form.components.flatMap(field => ofField(field, seen))];
}

