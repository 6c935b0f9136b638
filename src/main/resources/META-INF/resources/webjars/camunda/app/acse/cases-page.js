// The page My cases. If the address contains a case reference, the page shows that case.
import {showCase} from './case.js';
import {askedFor, showCases} from './cases.js';
import {shell} from './shell.js';
import {say} from './words.js';

const node = document.getElementById('page');
let timer;

function show() {
  clearInterval(timer);
  const reference = decodeURIComponent(location.hash.slice(1));
  if (reference) {
    showCase(node, reference, location.search || location.pathname);
  } else {
    timer = showCases(
      node,
      askedFor(new URLSearchParams(location.search)),
      now => history.replaceState(null, '', `?${new URLSearchParams(now)}`),
      each => `#${each}`
    );
  }
}

shell(say('cases.title'));
addEventListener('hashchange', show);
show();
