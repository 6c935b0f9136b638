import '../../acse/patches/one-header.js';
import './heading.js';
import '../../acse/patches/two-screens.js';
import './search.js';
import './endings.js';
import './done.js';
import '../../acse/patches/refused-claim.js';
import '../../acse/patches/day-first.js';
import '../../acse/patches/real-days.js';
import '../../acse/patches/sealed-drafts.js';
import '../../acse/patches/radio-groups.js';
import '../../acse/patches/rules-in-words.js';
import '../../acse/patches/length-limits.js';
import '../../acse/patches/trimmed-answers.js';
import '../../acse/patches/first-question.js';
import '../../acse/patches/missing-answers.js';
import '../../acse/patches/open-lists.js';
import '../../acse/patches/claim-first.js';
import '../../acse/patches/not-hers.js';
import '../../acse/patches/number-fields.js';
import '../../acse/patches/plain-refusals.js';
import '../../acse/patches/named-dialogs.js';
import {say} from '../../acse/words.js';

export default {
  app: {
    name: say('shell.network'),
    vendor: 'Ac.Sé'
  },
  disableWelcomeMessage: true,
  customScripts: ['scripts/case-file', 'scripts/cards'],
  shortcuts: {
    claimTask: {key: 'ctrl+alt+c'},
    focusFilter: {key: 'ctrl+shift+f'},
    focusList: {key: 'ctrl+alt+l'},
    focusForm: {key: 'ctrl+alt+f'},
    startProcess: {key: 'ctrl+alt+p'}
  }
};
