// Additional links in Tasklist's navigation: the user's cases and leaves, other pages of the application, and the alarms.
import {showAlarmsInView} from '../../acse/alarms.js';
import {element} from '../../acse/dom.js';
import {linkToMore} from '../../acse/shell.js';
import {say} from '../../acse/words.js';
import './heading.js';
import './search.js';

const link = (id, href, words, priority) => ({
  id,
  pluginPoint: 'tasklist.navbar.action',
  priority,
  render: node => {
    node.append(element('a', {href}, words));
  }
});

export default [
  link('acse-cases', '/camunda/app/acse/cases.html', say('shell.cases'), 500),
  link('acse-leave', '/camunda/app/acse/leave.html', say('shell.leave'), 50),
  {id: 'acse-people', pluginPoint: 'tasklist.navbar.action', priority: 40, render: node => void linkToMore(node)},
  {id: 'acse-bell', pluginPoint: 'tasklist.navbar.action', priority: 600, render: node => showAlarmsInView(node)}
];
