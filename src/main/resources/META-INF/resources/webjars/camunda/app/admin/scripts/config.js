import '../../acse/patches/one-header.js';
import {say} from '../../acse/words.js';
import '../../acse/patches/invited-users.js';

export default {
  app: {
    name: say('shell.network'),
    vendor: 'Ac.Sé'
  }
};
