import '../../acse/common.js';

export default {
  app: {
    name: 'Welcome',
    vendor: 'Ac.Sé'
  }
};
