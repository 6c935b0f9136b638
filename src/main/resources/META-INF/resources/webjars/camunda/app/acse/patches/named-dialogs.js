// The vendor: opens dialogs without names.
// This patch: names each by its heading.
import {whenDrawn} from '../drawn.js';

whenDrawn(() => {
  document
    .querySelectorAll('[role=dialog]:not([aria-label])')
    .forEach(dialog => dialog.setAttribute('aria-label', dialog.querySelector('h3')?.textContent.trim() ?? ''));
});
