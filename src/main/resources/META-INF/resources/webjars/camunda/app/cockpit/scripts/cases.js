// The list of cases and the page of a case in Cockpit. Both pages are read-only.
import {showAlarmsInView} from '../../acse/alarms.js';
import {showCase} from '../../acse/case.js';
import {askedFor, showCases} from '../../acse/cases.js';
import {mayOpen} from '../../acse/common.js';
import {element} from '../../acse/dom.js';
import {say} from '../../acse/words.js';
import {remember} from './address.js';

const query = () => new URLSearchParams(location.hash.split('?')[1]);

let timer;

const title = words => {
  document.title = `${document.title.split(' | ')[0]} | ${words}`;
};

export default [
  {
    id: 'acse-cases-link',
    pluginPoint: 'cockpit.navigation',
    priority: 111,
    properties: {path: '/cases'},
    render: async node => {
      if (!(await mayOpen('cases?size=1'))) {
        return; // Analysts have no part in a case.
      }
      node.append(element('a', {href: '#/cases'}, say('shell.allCases')));
      // What stays empty for supervisors is not offered to them.
      document.body.classList.add('acse-supervisor');
      document.querySelectorAll('.acse-bell-here').forEach(showAlarmsInView);
    }
  },
  {
    id: 'acse-bell',
    pluginPoint: 'cockpit.navigation',
    priority: 112,
    properties: {path: '/alarms'},
    render: node => void node.classList.add('acse-bell-here')
  },
  {
    id: 'acse-cases-page',
    pluginPoint: 'cockpit.route',
    properties: {path: '/cases'},
    render: node => {
      title(say('shell.allCases'));
      timer = showCases(
        node,
        askedFor(query()),
        now => remember('/cases', now),
        each => `#/case?reference=${each}`
      );
    },
    unmount: () => clearInterval(timer)
  },
  {
    id: 'acse-case-page',
    pluginPoint: 'cockpit.route',
    properties: {path: '/case'},
    render: node => {
      title(query().get('reference'));
      showCase(node, query().get('reference') || '', '#/cases');
    }
  }
];
