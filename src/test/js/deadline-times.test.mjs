// What supervisors read of a deadline's time. Run by ScriptsTest, or: node --test src/test/js/*.test.mjs
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {load} from './load.mjs';

const {STANDINGS, SIGNS, WORDS, clock, duration, timeLeft} = await load('cockpit/scripts/deadline-times.js');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = new Date('2026-03-29T12:00:00Z');

const deadline = (start, due, more = {}) => ({
  startedAt: new Date(NOW.getTime() + start).toISOString(),
  dueAt: new Date(NOW.getTime() + due).toISOString(),
  standing: 'ON_TIME',
  ...more
});

test('a duration is as exact as anybody needs', () => {
  assert.equal(duration(0), '0 min');
  assert.equal(duration(59 * MINUTE), '59 min');
  assert.equal(duration(HOUR), '1 h 0 min');
  assert.equal(duration(71 * HOUR + 59 * MINUTE), '71 h 59 min');
  assert.equal(duration(72 * HOUR), '3 d');
  assert.equal(duration(-90 * MINUTE), '1 h 30 min');
});

test('time left is told with its share of the whole', () => {
  assert.deepEqual(timeLeft(deadline(-36 * HOUR, 12 * HOUR), NOW), {words: '12 h 0 min left', share: 0.25});
  assert.deepEqual(timeLeft(deadline(-49 * HOUR, -HOUR), NOW), {words: '1 h 0 min overdue', share: 0});
  assert.equal(timeLeft(deadline(HOUR, 2 * HOUR), NOW).share, 1);
});

test('an answer that came late is late by the time between', () => {
  const late = deadline(-50 * HOUR, -2 * HOUR, {
    standing: 'ANSWERED_LATE',
    endedAt: new Date(NOW.getTime() - HOUR).toISOString()
  });
  assert.deepEqual(timeLeft(late, NOW), {words: '1 h 0 min late', share: 0});
});

test('times are those of Paris, in 24 hours, also on the day on which the clocks change', () => {
  // Where commas stand is a matter of Node's version.
  assert.equal(clock(new Date('2026-03-28T22:30:00Z')), '23\u00a0h\u00a030');
  assert.equal(clock(new Date('2026-03-29T22:30:00Z')), '00\u00a0h\u00a030');
});

test('every state has words and a sign of its own, so that nobody needs colours', () => {
  assert.deepEqual(Object.keys(WORDS).sort(), [...STANDINGS].sort());
  assert.equal(new Set(STANDINGS.map(each => SIGNS[each])).size, STANDINGS.length);
});
