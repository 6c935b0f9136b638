// The page Places: free, held, occupied and closed places of the shelters, and the day on which a place is expected to be free.
import {ask} from './common.js';
import {day, element, moment, page, table} from './dom.js';
import {shell} from './shell.js';
import {say} from './words.js';

const STATES = ['FREE', 'HELD', 'OCCUPIED', 'CLOSED'];
const MONTHS = 6;
const months = new Intl.DateTimeFormat('en-GB', {month: 'short', year: 'numeric', timeZone: 'UTC'});
const ofCase = reference => element('a', {href: `cases.html#${reference}`}, reference);

/** The last days of this month and the ones after it. */
function ends() {
  const now = new Date();
  return Array.from({length: MONTHS}, (none, ahead) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead + 1, 0)));
}

const freeOn = (places, day) => places.filter(place => place.state === 'FREE' || (place.freeFrom && place.freeFrom <= day.toISOString().slice(0, 10))).length;

const count = number => element('span', {class: number ? 'acse-number' : 'acse-number acse-quiet'}, String(number));

function summary(shelters) {
  const last = ends();
  const counts = places => [...STATES.map(state => places.filter(place => place.state === state).length), ...last.map(day => freeOn(places, day))].map(count);
  const isFull = places => !places.some(({state}) => state === 'FREE') && places.some(({state}) => state !== 'CLOSED');
  const name = (shelter, places) => [element('a', {href: `#${shelter}`}, shelter), isFull(places) ? element('span', {class: 'acse-tag acse-full'}, say('places.full')) : ''];
  const made = table(
    [say('places.shelter'), ...STATES.map(state => say(`places.is.${state}`)), ...last.map(end => say('places.freeBy', months.format(end)))],
    [...[...shelters].map(([shelter, places]) => [name(shelter, places), ...counts(places)]), ...(shelters.size > 1 ? [[say('places.all'), ...counts([...shelters.values()].flat())]] : [])]
  );
  made.classList.add('acse-numbers');
  return made;
}

const ofShelter = ([shelter, places]) => [
  element('h2', {id: shelter}, say('places.of', shelter)),
  table(
    [say('places.number'), say('places.state'), say('places.case'), say('places.freeFrom')],
    places.map(place => [String(place.number), say(`places.is.${place.state}`), place.reference ? ofCase(place.reference) : '', place.freeFrom ? day(place.freeFrom) : say(place.state === 'FREE' ? 'places.now' : 'places.notKnown')])
  )
];

const given = left => [
  element('h2', {}, say('places.left')),
  table(
    [say('places.shelter'), say('places.case'), say('places.where'), say('places.next'), say('places.since')],
    left.map(each => [each.shelter, ofCase(each.reference), say(each.lives ? 'places.lives' : 'places.awaited'), say(each.elsewhere ? 'places.elsewhere' : 'places.nowhere'), moment(each.since)])
  )
];

const address = each => element('li', {}, each.retiredAt ? say('places.retired', each.shelter, moment(each.retiredAt)) : say('places.frozen', each.shelter, moment(each.frozenAt)));

shell(say('places.title'));
page(document.getElementById('page'), say('places.title'), async () => {
  const {places, left, addresses} = await ask('GET', 'places');
  const shelters = new Map();
  places.forEach(place => shelters.set(place.shelter, [...(shelters.get(place.shelter) ?? []), place]));
  return [
    ...(left.length ? given(left) : []),
    ...(addresses.length ? [element('h2', {}, say('places.addresses')), element('ul', {}, ...addresses.map(address))] : []),
    ...(shelters.size ? [element('p', {}, say('places.what')), summary(shelters), ...[...shelters].flatMap(ofShelter)] : [element('p', {}, say('places.none'))])
  ];
});
