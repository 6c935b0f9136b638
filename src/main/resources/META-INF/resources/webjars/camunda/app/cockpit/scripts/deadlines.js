// Deadlines for supervisors in Cockpit: the page with all deadlines, a card on the dashboard, and badges on diagrams.
import {ask, mayOpen} from '../../acse/common.js';
import {element} from '../../acse/dom.js';
import {remember} from './address.js';
import {removeBadges, showBadges} from './deadline-badges.js';
import {DeadlinesPage} from './deadlines-page.js';
import {say} from '../../acse/words.js';

let page;

/** What the card shows. Analysts work in Cockpit, too, and get no answer: for them there is neither card nor link. */
const OPEN_REQUESTS = 'deadlines?kind=answer&size=1';

export default [
  {
    id: 'acse-deadlines-link',
    pluginPoint: 'cockpit.navigation',
    priority: 110,
    properties: {path: '/deadlines'},
    async render(node) {
      if (await mayOpen(OPEN_REQUESTS)) {
        node.append(element('a', {href: '#/deadlines'}, say('deadlines.title')));
      }
    }
  },
  {
    id: 'acse-deadlines-page',
    pluginPoint: 'cockpit.route',
    properties: {path: '/deadlines'},
    render(node) {
      page = new DeadlinesPage(node, new URLSearchParams(location.hash.split('?')[1]), filter => remember('/deadlines', filter));
      page.open();
    },
    unmount() {
      page?.close();
    }
  },
  {
    id: 'acse-deadlines-card',
    pluginPoint: 'cockpit.dashboard',
    priority: 10,
    properties: {label: say('deadlines.title')},
    async render(node) {
      const figure = (label, value, standing, more = '') =>
        element(
          'div',
          {class: 'stats-section col-xs-4'},
          element('div', {class: 'stats-label'}, label),
          element('a', {class: `value acse-figure acse-figure-${standing}`, href: `#/deadlines?kind=answer${more}`}, String(value))
        );
      const open = await ask('GET', OPEN_REQUESTS).catch(() => null);
      if (!open) {
        return;
      }
      // Our card is the only one in this frame.
      const title = node.closest('section')?.querySelector('.section-title');
      if (title) {
        title.textContent = say('deadlines.title');
      }
      node.append(
        element(
          'div',
          {class: 'col-xs-12 acse-dashboard-card'},
          element('h4', {}, say('deadlines.card')),
          element(
            'div',
            {class: 'row stats'},
            figure(say('deadlines.cardOpen'), open.total, 'all'),
            figure(say('standing.AT_RISK'), open.standings.AT_RISK, 'AT_RISK', '&standing=AT_RISK'),
            figure(say('standing.LATE'), open.standings.LATE, 'LATE', '&standing=LATE')
          )
        )
      );
    }
  },
  {
    id: 'acse-deadlines-badges',
    pluginPoint: 'cockpit.processInstance.diagram.plugin',
    priority: 0,
    render: (viewer, {processInstanceId}) => showBadges(viewer, processInstanceId),
    unmount: removeBadges
  }
];
