// The vendor: a refusal begins with the names of engine components, and appears twice.
// This patch: only the refusal itself is shown, and a refusal in a long dialog is scrolled into view.
import {whenDrawn} from '../drawn.js';

const OF_PARTS = /^(?:(?:<|&lt;)\w+(?:>|&gt;) (?:<|&lt;)- )+/;
const told = new WeakSet();
function showRefusals() {
  for (const refusal of document.querySelectorAll('.notifications .alert')) {
    const [status, message] = ['.status', '.message'].map(part => refusal.querySelector(part));
    if (told.has(refusal) || !message?.textContent) {
      continue;
    }
    told.add(refusal);
    const words = message.textContent.replace(OF_PARTS, '');
    if (words !== message.textContent) {
      message.textContent = words;
      status.hidden = true;
      status.nextElementSibling.hidden = status.nextElementSibling !== message;
    }
    // Of a long form she sees the end, where its button is.
    if (refusal.closest('.modal')) {
      refusal.scrollIntoView({block: 'center'});
    }
  }
}

whenDrawn(showRefusals);
