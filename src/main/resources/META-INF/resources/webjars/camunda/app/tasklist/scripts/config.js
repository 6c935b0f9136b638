import '../../acse/common.js';
import './claims.js';
import './endings.js';
import './dates.js';
import './drafts.js';
import './forms.js';
import './numbers.js';
import {say} from '../../acse/words.js';

export default {
  app: {
    name: 'Tasklist',
    vendor: 'Ac.Sé'
  },
  disableWelcomeMessage: true,
  customScripts: ['scripts/case-file', 'scripts/cards', 'scripts/navigation'],
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: say('shortcut.claimTask')
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: say('shortcut.focusFilter')
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: say('shortcut.focusList')
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: say('shortcut.focusForm')
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: say('shortcut.startProcess')
    }
  }
};
