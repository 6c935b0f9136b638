// What the Modeler loads; npm run modeler makes client.js of it.
import templates from '../../.camunda/element-templates/acse.json';
import {config, rules} from '../acse/bpmn.mjs';

const ours = rules(templates);

window.plugins = window.plugins || [];
window.plugins.push({
  type: 'lintRules.bpmn',
  plugin: {config: config(templates), resolver: {resolveRule: (pkg, name) => ours[name], resolveConfig: () => ({rules: {}})}}
});
