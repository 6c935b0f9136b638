// The vendor: dialogs have no accessible name.
// This patch: the heading of a dialog becomes its accessible name.
import {whenDrawn} from '../drawn.js';

whenDrawn(() => {
  document
    .querySelectorAll('[role=dialog]:not([aria-label])')
    .forEach(dialog => dialog.setAttribute('aria-label', dialog.querySelector('h3')?.textContent.trim() ?? ''));
});
