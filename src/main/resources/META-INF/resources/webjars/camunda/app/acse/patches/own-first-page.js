// The vendor: Cockpit begins with a page of counts that lead to other products, and leads to it from a page that has gone.
// This patch: the address of that page leads to the user's own first page, and a line says that a page has gone.
import {me} from '../me.js';
import {trouble} from '../trouble.js';
import {say} from '../words.js';

const NOTHING = ['', '#', '#/', '#/dashboard'];

const INSTANCE = /#\/(process|decision)-/;

async function leave({oldURL = ''} = {}) {
  if (!NOTHING.includes(location.hash.split('?')[0]) || !document.querySelector('.acse-shell')) {
    return;
  }
  const {home} = await me();
  location.replace(home);
  if (INSTANCE.test(oldURL)) {
    trouble(say('common.notThere'));
    document.addEventListener('click', () => trouble(), {once: true});
  }
}

addEventListener('hashchange', leave);
new MutationObserver(() => leave()).observe(document.body, {childList: true});
leave();
