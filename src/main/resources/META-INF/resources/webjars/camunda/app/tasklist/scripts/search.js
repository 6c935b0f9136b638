// A search field above the task list finds part of a case reference. The engine's own search needs its own syntax.
import {element} from '../../acse/dom.js';
import {say} from '../../acse/words.js';

const PAUSE = 300;
const REFERENCE = 'processInstanceBusinessKey';

const asked = () => {
  try {
    const [first] = JSON.parse(new URLSearchParams(location.hash.split('?')[1]).get('searchQuery') ?? '[]');
    return first?.type === REFERENCE ? first.value.replaceAll('%', '') : '';
  } catch {
    return ''; // Somebody has changed the address by hand.
  }
};

function search(text) {
  const [path, query] = location.hash.slice(1).split('?');
  const params = new URLSearchParams(query);
  const part = text.trim().toUpperCase();
  params.set('searchQuery', JSON.stringify(part ? [{type: REFERENCE, operator: `Like`, value: `%${part}%`, name: ''}] : []));
  params.delete('page');
  location.replace(`#${path || '/'}?${params}`);
}

function box() {
  let typing;
  const later = event => {
    clearTimeout(typing);
    typing = setTimeout(() => search(event.target.value), PAUSE);
  };
  return element('input', {
    class: 'form-control acse-case-search',
    type: 'search',
    maxlength: 30,
    placeholder: say('cases.reference'),
    'aria-label': say('cases.reference'),
    value: asked(),
    oninput: later
  });
}

addEventListener('hashchange', () => {
  const shown = document.querySelector('.acse-case-search');
  if (shown && shown !== document.activeElement) {
    shown.value = asked();
  }
});

new MutationObserver(() => {
  const vendors = document.querySelector('.tasks-list')?.querySelector('[cam-widget-search]');
  if (vendors && !vendors.parentElement.querySelector('.acse-case-search')) {
    vendors.before(box());
  }
}).observe(document.body, {childList: true, subtree: true});
