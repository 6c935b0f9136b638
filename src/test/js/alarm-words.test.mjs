// What is said of an alarm. Run by ScriptsTest, or: node --test src/test/js/*.test.mjs
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {load} from './load.mjs';

process.env.TZ = 'Europe/Paris';
const {progress} = await load('acse/alarm-words.js');

test('an alarm says that nobody has taken it, or who has, and the next step', () => {
  assert.equal(progress({state: 'WAITS', takenBy: null, takenAt: null, next: 'Look for her (Coordination)'}), 'Nobody has taken it yet. Next step: Look for her (Coordination).');
  assert.equal(
    progress({state: 'TAKEN', takenBy: 'Claire Dupont', takenAt: '2026-12-01T21:36:00Z', next: null}),
    'Claire Dupont has had it since 01/12/2026 22\u00a0h\u00a036.'
  );
});

test('an alarm says when the next role is told', () => {
  assert.equal(
    progress({state: 'WAITS', takenBy: null, takenAt: null, risesAt: '2026-12-01T21:36:00Z', next: null}),
    'Nobody has taken it yet. If nobody does, the next role is told at 01/12/2026 22\u00a0h\u00a036.'
  );
});

test('an alarm says to whom it was given, and what comes first in a danger', () => {
  assert.equal(
    progress({state: 'WAITS', takenBy: null, takenAt: null, givenTo: 'Claire Dupont', first: 'In danger, call the police (17) first.', next: null}),
    'In danger, call the police (17) first. Claire Dupont was given the task, and has not confirmed yet that she works on it.'
  );
});

test('whoever may not know who has taken it reads no name and no time, and neither does whoever has taken it herself', () => {
  assert.equal(progress({state: 'TAKEN', takenBy: null, takenAt: null, next: null}), '');
  assert.equal(progress({state: 'OVER', takenBy: null, takenAt: null, next: null}), '');
});
