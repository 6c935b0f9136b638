import '../../acse/common.js';

export default {
  app: {
    name: 'Cockpit',
    vendor: 'Ac.Sé'
  },
  customScripts: ['scripts/deadlines', 'scripts/cases', 'scripts/power']
};
