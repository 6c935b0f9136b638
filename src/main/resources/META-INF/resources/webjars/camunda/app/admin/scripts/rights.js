// A link from Admin to the page of rights that wait for a second person.
import {element} from '../../acse/dom.js';
import {say} from '../../acse/words.js';

function show() {
  document.body.append(element('a', {class: 'acse-rights-link', href: '/camunda/app/acse/rights.html'}, say('rights.link')));
}

if (document.body) {
  show();
} else {
  document.addEventListener('DOMContentLoaded', show);
}

export default [];
