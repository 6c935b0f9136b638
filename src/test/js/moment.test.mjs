// Times in a browser whose clock shows another time than Paris. Run by ScriptsTest, or: node --test src/test/js/*.test.mjs
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {load} from './load.mjs';

process.env.TZ = 'Indian/Reunion';
const {day, euros, iso, moment} = await load('acse/dom.js');

test('a time says that it is Paris time where the clock shows another one', () => {
  assert.equal(moment('2026-12-01T21:36:00Z'), '01/12/2026 22\u00a0h\u00a036 (Paris time)');
});

test('days and amounts are written as in France', () => {
  assert.equal(day('1996-04-15'), '15/04/1996');
  assert.equal(euros('304.00'), '304,00\u00a0€');
  assert.equal(euros('1304.5'), '1\u202f304,50\u00a0€');
});

test('a time is read in the form in which it is shown', () => {
  assert.equal(iso('15/04/1996 14\u00a0h\u00a030'), '1996-04-15T14:30');
  assert.equal(iso('15/4/1996 9:05'), '1996-04-15T09:05');
  assert.equal(iso('15/04/1996 14h'), '1996-04-15T14:00');
  assert.equal(iso('15 April'), '15 April');
});
