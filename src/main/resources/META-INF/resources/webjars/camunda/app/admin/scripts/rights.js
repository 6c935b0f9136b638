// Links from Admin to the pages People and Rights. New users are invited on the page People, and choose their own password.
import {element} from '../../acse/dom.js';
import {say} from '../../acse/words.js';

function show() {
  document.body.append(
    element(
      'div',
      {class: 'acse-rights-link'},
      element('a', {href: '/camunda/app/acse/people.html'}, say('people.title')),
      ' · ',
      element('a', {href: '/camunda/app/acse/rights.html'}, say('rights.link')),
      ' · ',
      element('details', {class: 'acse-engine'}, element('summary', {}, say('engine.short')), element('p', {}, say('engine.ended')))
    )
  );
}

function invite() {
  if (location.hash.startsWith('#/user-create')) {
    location.replace('/camunda/app/acse/people.html');
  }
}

addEventListener('hashchange', invite);
invite();
if (document.body) {
  show();
} else {
  document.addEventListener('DOMContentLoaded', show);
}

export default [];
