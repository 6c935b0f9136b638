// Plants small defects, to see whether the tests find them: three each in four areas, drawn by a seed from every place where one
// character, word or line can be wrong. Four of them, one of each area, go into one checkout, so that each failure has one cause.
//
//   node defects.mjs ROOT SEED            lists the twelve
//   node defects.mjs ROOT SEED 1|2|3      plants the first, second or third of each area in ROOT
import {readFileSync, readdirSync, writeFileSync} from 'node:fs';
import {join, relative} from 'node:path';

const [root = '..', seed = '1', round] = process.argv.slice(2);

/** mulberry32: the same numbers for the same seed everywhere. */
function numbers(start) {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const swap = (is, becomes) => line => (line.includes(is) ? line.replace(is, becomes) : line);
const drop = what => line => (what.test(line) ? null : line);
const rewrite = (what, becomes) => line => line.replace(what, becomes);

const CONDITIONS = [
  swap(' < ', ' <= '), swap(' <= ', ' < '), swap(' > ', ' >= '), swap(' >= ', ' > '), swap(' == ', ' != '), swap(' != ', ' == '),
  swap(' && ', ' || '), swap(' || ', ' && '), swap('.isBefore(', '.isAfter('), swap('.isAfter(', '.isBefore('),
  swap('(!', '('), swap('return true;', 'return false;'), swap('return false;', 'return true;')
];
const AREAS = {
  rules: [
    {files: /java\/fr\/acse\/(breach|directory|payment|placement|referral|residence|retention|stay|transfer)\/\w+\.java$/, edits: CONDITIONS},
    {files: /^processes\/.*\.dmn$/, edits: [
      rewrite(/(<inputEntry [^>]*><text>)(["\d][^<]*)</, '$1not($2)<'), rewrite(/(<outputEntry [^>]*><text>\d+)</, '$19<')
    ]}
  ],
  access: [
    {files: /java\/fr\/acse\/(casefile|herdata|platform\/(access|door|form|login|rights|identity))\/\w+\.java$/, edits: CONDITIONS},
    {files: /(who-may-read|doors)\.txt$/, edits: [
      rewrite(/^(sealed_\w+ .*)$/, '$1 shelter finance'), rewrite(/^((?:GET|POST|PUT).*\/.*) (\S+)$/, '$1 all'), drop(/^sealed_/)
    ]}
  ],
  models: [
    {files: /^processes\/.*\.bpmn$/, edits: [
      swap(" == '", " != '"), rewrite(/#\{!(\w)/, '#{$1'), rewrite(/#\{(\w+)\}</, '#{!$1}<'), drop(/^\s*<camunda:(in|out) .*\/>$/),
      drop(/camunda:(task|execution)Listener.*\/>$/)
    ]},
    {files: /^forms\/.*\.form$/, edits: [
      swap('"required": true', '"required": false'), rewrite(/"key": "sealed_(\w+)"/, '"key": "$1"'), rewrite(/"max(Length)?": \d+/, '"max$1": 1'),
      rewrite(/"value": "(\w+)"/, '"value": "$1x"'), swap('"hide": "=', '"hide": "=not ')
    ]}
  ],
  clocks: [
    {files: /^processes\/.*\.bpmn$/, edits: [
      rewrite(/PT(\d+)(H|M)</, 'PT$19$2<'), rewrite(/(<bpmn:time(?:Date|Duration|Cycle)[^>]*>#\{)(\w+)/, '$1$2Later'), swap(' cancelActivity="false"', ''),
      rewrite(/ camunda:async(Before|After)="true"/, '')
    ]},
    {files: /java\/fr\/acse\/(deadline|notice|alarm|platform\/engine|platform\/history|casefile|payment|placement|referral|residence)\/\w+\.java$/, edits: [
      drop(/^\s*@Transactional(\(propagation.*)?$/), swap(' for update', ''), rewrite(/(\w+)\.plus(Hours|Days|Months|Years)?\(/, '$1.minus$2('),
      drop(/^\s*\w*[lL]ocks?\.\w+\(.*\);$/), rewrite(/Duration\.of(Hours|Days|Minutes)\((\d+)\)/, 'Duration.of$1($29)')
    ]},
    {files: /java\/fr\/acse\/deadline\/\w+\.java$/, edits: CONDITIONS},
    {files: /deadlines\.txt$/, edits: [rewrite(/ never$/, ' yes'), rewrite(/ yes$/, ' never')]}
  ]
};

function filesBelow(folder) {
  return readdirSync(join(root, folder), {recursive: true, withFileTypes: true})
    .filter(entry => entry.isFile())
    .map(entry => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}

const isProse = line => /^\s*(\*|\/\/|\/\*|#|<!--|import )/.test(line);

/** Every place of an area at which one of its edits changes a line. */
function places(kinds, files) {
  return kinds.flatMap(({files: named, edits}) =>
    files.filter(file => named.test(file)).flatMap(file =>
      readFileSync(join(root, file), 'utf8').split('\n').flatMap((line, at) =>
        isProse(line) ? [] : edits
          .map(edit => ({file, at, line, becomes: edit(line)}))
          .filter(({becomes}) => becomes !== line))));
}

/** First a kind of file, then a file, then a place in it; no file twice. */
function drawn(area, kinds, files) {
  const random = numbers(Number(seed) * 7919 + Object.keys(AREAS).indexOf(area));
  const any = list => list[Math.floor(random() * list.length)];
  const found = [];
  while (found.length < 3) {
    const ofKind = places([any(kinds)], files);
    const {file} = any(ofKind);
    if (!found.some(each => each.file === file)) {
      found.push({area, ...any(ofKind.filter(each => each.file === file))});
    }
  }
  return found;
}

const files = ['processes', 'forms', 'src/main'].flatMap(filesBelow);
const all = Object.entries(AREAS).map(([area, kinds]) => drawn(area, kinds, files));
for (const [number, {area, file, at, line, becomes}] of (round ? all.map(three => three[round - 1]) : all.flat()).entries()) {
  console.log(`${number + 1}. ${area}: ${file}:${at + 1}\n   - ${line.trim()}\n   + ${(becomes ?? '').trim()}`);
  if (round) {
    const lines = readFileSync(join(root, file), 'utf8').split('\n');
    lines.splice(at, 1, ...(becomes === null ? [] : [becomes]));
    writeFileSync(join(root, file), lines.join('\n'));
  }
}
