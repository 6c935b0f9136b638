// Times in a browser whose clock shows another time than Paris. Run by ScriptsTest, or: node --test src/test/js/*.test.mjs
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {load} from './load.mjs';

process.env.TZ = 'Indian/Reunion';
const {moment} = await load('acse/dom.js');

test('a time says that it is Paris time where the clock shows another one', () => {
  assert.equal(moment('2026-12-01T21:36:00Z'), '1 Dec 2026, 22:36 (Paris time)');
});
