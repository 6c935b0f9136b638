// Our rules for decisions, for dmnlint.

const rule = check => () => ({check: (element, reporter) => check(element, words => reporter.report(element.id, words))});
const isA = (element, type) => element.$type === `dmn:${type}`;

const saysItsSource = rule((element, report) => {
  if (isA(element, 'Decision') && !element.description?.trim()) {
    report(`The decision “${element.name}” does not say its source. Please write it into the description.`);
  }
});

const inputsHaveNames = rule((element, report) => {
  if (isA(element, 'InputClause') && !element.label?.trim()) {
    report('An input has no name. Please write what it asks.');
  }
  if (isA(element, 'OutputClause') && !(element.label ?? element.name)?.trim()) {
    report('An output has no name. Please write what it says.');
  }
});

const rowsSayWhy = rule((element, report) => {
  if (isA(element, 'DecisionRule') && !element.description?.trim()) {
    report(`The row ${element.id} does not say why. Please write it into the annotation.`);
  }
});

export const rules = {'says-its-source': saysItsSource, 'inputs-have-names': inputsHaveNames, 'rows-say-why': rowsSayWhy};
