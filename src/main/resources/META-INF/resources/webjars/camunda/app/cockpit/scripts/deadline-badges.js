// Badges on the diagram of a process instance show the time left on each timer.
import {ask} from '../../acse/common.js';
import {element, moment} from '../../acse/dom.js';
import {timeLeft} from './deadline-times.js';
import {say} from '../../acse/words.js';

const REFRESH = 15000;
const shownBadges = new Map();

async function draw(viewer, instance) {
  const clocks = await ask('GET', `deadlines/of-instance/${encodeURIComponent(instance)}`);
  if (!shownBadges.has(viewer)) {
    return;
  }
  const overlays = viewer.get('overlays');
  const elements = viewer.get('elementRegistry');
  overlays.remove({type: 'acse-deadline'});
  const now = new Date();
  const byElement = Map.groupBy ? Map.groupBy(clocks, each => each.activity) : grouped(clocks);
  for (const [activity, all] of byElement) {
    if (!elements.get(activity)) {
      continue;
    }
    const urgent = all.reduce((first, each) => (each.dueAt < first.dueAt ? each : first));
    const {words} = timeLeft(urgent, now);
    const badge = element(
      'span',
      {class: `acse-badge acse-${urgent.standing}`, title: say('time.due', moment(urgent.dueAt))},
      all.length > 1 ? say('time.firstOf', words, all.length) : words
    );
    // However far the diagram is zoomed out, a badge stays readable.
    overlays.add(activity, 'acse-deadline', {position: {top: -24, left: -8}, scale: {min: 1}, html: badge});
  }
}

function grouped(clocks) {
  const map = new Map();
  clocks.forEach(each => map.set(each.activity, [...(map.get(each.activity) || []), each]));
  return map;
}

export function showBadges(viewer, instance) {
  clearInterval(shownBadges.get(viewer));
  const refresh = () => draw(viewer, instance).catch(() => {});
  shownBadges.set(viewer, setInterval(refresh, REFRESH));
  refresh();
}

export function removeBadges() {
  shownBadges.forEach(timer => clearInterval(timer));
  shownBadges.clear();
}
