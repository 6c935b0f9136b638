// Times of the tests by class, from the reports of Surefire and Failsafe, as a table in Markdown.
//
//   node times.mjs ROOT [BEFORE]      BEFORE: another checkout, whose times stand beside
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';

const [root = '..', before] = process.argv.slice(2);
const PHASES = {'surefire-reports': 'rules and engine', 'failsafe-reports': 'browser and commands'};
const attribute = (xml, name) => new RegExp(`<testsuite [^>]*?\\b${name}="([^"]*)"`).exec(xml)[1].replaceAll(',', '');

/** Seconds and number of tests of each class. */
function classes(checkout) {
  return new Map(Object.entries(PHASES).flatMap(([folder, phase]) => {
    const reports = join(checkout, 'target', folder);
    return (existsSync(reports) ? readdirSync(reports) : [])
      .filter(file => file.startsWith('TEST-'))
      .map(file => readFileSync(join(reports, file), 'utf8'))
      .map(xml => [attribute(xml, 'name').replace(/^fr\.acse\./, ''), {phase, tests: Number(attribute(xml, 'tests')), seconds: Number(attribute(xml, 'time'))}]);
  }));
}

const now = classes(root);
const then = before ? classes(before) : new Map();
const shown = value => (value ? value.seconds.toFixed(1) : '–');
const row = (name, value) => `| ${name} | ${value?.tests ?? then.get(name).tests} |${before ? ` ${shown(then.get(name))} |` : ''} ${shown(value)} |`;
const sum = (all, phase) => [...all.values()].filter(each => each.phase === phase).reduce((total, {seconds}) => total + seconds, 0);

console.log(`| class | tests |${before ? ' before (s) |' : ''} seconds |\n|---|---|---|${before ? '---|' : ''}`);
for (const phase of Object.values(PHASES)) {
  const tests = [...now.values()].filter(each => each.phase === phase).reduce((total, each) => total + each.tests, 0);
  console.log(`| **all: ${phase}** | ${tests} |${before ? ` ${sum(then, phase).toFixed(0)} |` : ''} ${sum(now, phase).toFixed(0)} |`);
}
[...new Set([...now.keys(), ...then.keys()])]
  .sort((one, other) => (now.get(other) ?? then.get(other)).seconds - (now.get(one) ?? then.get(one)).seconds)
  .forEach(name => console.log(row(name, now.get(name))));
