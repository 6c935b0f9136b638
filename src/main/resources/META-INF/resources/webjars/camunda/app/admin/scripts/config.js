import '../../acse/common.js';

export default {
  app: {
    name: 'Admin',
    vendor: 'Ac.Sé'
  },
  customScripts: ['scripts/rights']
};
