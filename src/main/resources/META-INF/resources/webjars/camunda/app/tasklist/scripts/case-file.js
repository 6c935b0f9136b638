// The tab with the case file of a task.
import {hint, parts} from '../../acse/case-parts.js';
import {ask} from '../../acse/common.js';
import {element} from '../../acse/dom.js';
import {say} from '../../acse/words.js';

export default {
  id: 'acse-case-file',
  pluginPoint: 'tasklist.task.detail',
  priority: 900,
  properties: {
    label: say('case.tab')
  },
  async render(node, {taskId}) {
    const place = element('div', {class: 'acse-case'}, hint(say('case.loading')));
    node.append(place);
    try {
      const file = await ask('GET', `tasks/${taskId}/case`);
      place.replaceChildren(element('h3', {}, say('case.title', file.reference)), ...parts(file, `tasks/${taskId}/reveal`));
    } catch (refused) {
      place.replaceChildren(element('p', {role: 'alert'}, refused.message));
    }
  },
  unmount() {}
};
