// Tasklist keeps drafts of forms in clear in the browser: on "Save" and when a login is lost. Names and addresses must not
// stay there, so such drafts are neither kept nor offered, and old ones are removed.
const DRAFT = 'camunda-form:';

const keep = Storage.prototype.setItem;
Storage.prototype.setItem = function (key, value) {
  if (!String(key).startsWith(DRAFT)) {
    keep.call(this, key, value);
  }
};
Object.keys(localStorage)
  .filter(key => key.startsWith(DRAFT))
  .forEach(key => localStorage.removeItem(key));

const style = document.createElement('style');
style.textContent = '.form-actions [ng-click^="save("] { display: none !important; }';
document.head.append(style);

export default {
  app: {
    name: 'Tasklist',
    vendor: 'Ac.Sé'
  },
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: 'claims the currently selected task'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: 'set the focus to the first filter in the list'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: 'sets the focus to the first task in the list'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: 'sets the focus to the first input field in a task form'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: 'opens the start process modal dialog'
    }
  }
};
