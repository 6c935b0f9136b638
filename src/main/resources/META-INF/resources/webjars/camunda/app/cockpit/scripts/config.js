import '../../acse/patches/one-header.js';
import {say} from '../../acse/words.js';
import '../../acse/patches/retry-job.js';
import '../../acse/patches/own-first-page.js';

export default {
  app: {
    name: say('shell.network'),
    vendor: 'Ac.Sé'
  },
  customScripts: ['scripts/deadlines', 'scripts/power']
};
