// What our pages say stands in bundles. Run by ScriptsTest, or: node --test src/test/js/*.test.mjs
import assert from 'node:assert/strict';
import {readFile, readdir} from 'node:fs/promises';
import {test} from 'node:test';
import {SCRIPTS, bundle, load} from './load.mjs';

const {say} = await load('acse/words.js');

const files = (await readdir(SCRIPTS, {recursive: true})).filter(file => file.endsWith('.js'));
const sources = await Promise.all(files.map(file => readFile(new URL(file, SCRIPTS), 'utf8')));

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
  assert.deepEqual([...new Set(begun)].sort(), ['case.state.', 'models.change.', 'models.origin.', 'models.rehearsal.', 'models.state.', 'standing.']);
});

test('every phrase is said somewhere', () => {
  const spoken = key => named.includes(key) || begun.some(begin => key.startsWith(begin));
  assert.deepEqual(Object.keys(phrases).filter(key => !spoken(key)), []);
});
