// What our pages say stands in bundles. Run by ScriptsTest, or: node --test src/test/js/*.test.mjs
import assert from 'node:assert/strict';
import {readFile, readdir} from 'node:fs/promises';
import {test} from 'node:test';
import {PAGES, RESOURCES, SCRIPTS, bundle, load} from './load.mjs';

const {say} = await load('acse/words.js');

const scripts = async folder =>
  (await readdir(folder, {recursive: true})).filter(file => file.endsWith('.js')).map(file => new URL(file, folder));
const files = [...(await scripts(SCRIPTS)), ...(await scripts(PAGES))];
const sources = await Promise.all(files.map(file => readFile(file, 'utf8')));

/** Keys that scripts name, and the beginnings of those that they put together: PhrasesTest knows how these end. */
const named = sources.flatMap(source => [...source.matchAll(/(?<!download: )'([a-z]+\.\w+)'/g)].map(([, key]) => key));
const begun = sources.flatMap(source => [...source.matchAll(/say\(`([a-z.]+\.)\$/g)].map(([, begin]) => begin));
const phrases = await bundle('pages');

test('a phrase takes its details in any order, and keeps the place of one that is missing', () => {
  assert.equal(say('deadlines.page', 2, 7, '1,234'), 'Page 2 of 7, 1,234 deadlines');
  assert.equal(say('deadlines.page', 0), 'Page 0 of {1}, {2} deadlines');
  assert.equal(say('standing.AT_RISK'), 'At risk');
  assert.equal(say('no.such.key'), 'no.such.key');
});

test('every key that a script names has words', () => {
  const beginnings = new Set(Object.keys(phrases).map(key => key.split('.')[0]));
  const asked = named.filter(key => beginnings.has(key.split('.')[0]));
  assert.ok(asked.length > 100);
  assert.deepEqual(asked.filter(key => !(key in phrases)), []);
  assert.deepEqual([...new Set(begun)].sort(), ['case.state.', 'cases.sort.', 'cover.do.', 'cover.way.', 'done.', 'ending.ask.', 'ending.now.', 'models.change.', 'models.origin.', 'models.rehearsal.', 'models.state.', 'people.state.', 'places.is.', 'run.reason.', 'run.stands.', 'run.state.', 'standing.']);
});

test('every phrase is said somewhere', () => {
  const spoken = key => named.includes(key) || begun.some(begin => key.startsWith(begin));
  assert.deepEqual(Object.keys(phrases).filter(key => !spoken(key)), []);
});

test('no key stands twice in a bundle, where the last one would silently win', async () => {
  const bundles = (await readdir(RESOURCES)).filter(file => file.endsWith('.properties'));
  assert.ok(bundles.length > 3);
  for (const file of bundles) {
    const lines = (await readFile(new URL(file, RESOURCES), 'utf8')).split('\n');
    const keys = lines.filter(line => /^[^#].*=/.test(line)).map(line => line.slice(0, line.indexOf('=')));
    assert.deepEqual(keys.filter((key, at) => keys.indexOf(key) !== at), [], file);
  }
});
