// Deadlines for supervisors: the page with all deadlines, and badges on diagrams.
import {remember} from './address.js';
import {removeBadges, showBadges} from './deadline-badges.js';
import {DeadlinesPage} from './deadlines-page.js';

let page;

export default [
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
    id: 'acse-deadlines-badges',
    pluginPoint: 'cockpit.processInstance.diagram.plugin',
    priority: 0,
    render: (viewer, {processInstanceId}) => showBadges(viewer, processInstanceId),
    unmount: removeBadges
  }
];
