// The vendor: the list of tasks and the form stand beside each other or, on a telephone, below each other.
// This patch: a button hides the list. On a telephone, the list and the task are two screens.
import {element} from '../dom.js';
import {say} from '../words.js';

const FOLDED = 'acse-folded';
const OPEN = 'acse-task-open';
const FOLD = 'acse.list';

const isOpen = () => /[?&]task=[^&]/.test(location.hash);

function fold(button, folded) {
  document.body.classList.toggle(FOLDED, folded);
  button.setAttribute('aria-expanded', String(!folded));
  button.textContent = folded ? say('screens.unfold') : say('screens.fold');
}

function foldButton() {
  const button = element('button', {
    type: 'button',
    class: 'btn acse-fold',
    onclick: () => {
      const folded = !document.body.classList.contains(FOLDED);
      sessionStorage.setItem(FOLD, folded ? FOLDED : '');
      fold(button, folded);
    }
  });
  fold(button, sessionStorage.getItem(FOLD) === FOLDED);
  return button;
}

/** Leaves the task; the list keeps its page and its search. */
function back() {
  location.hash = location.hash.replace(/([?&])task=[^&]*&?/, '$1').replace(/[?&]$/, '');
}

function draw() {
  document.body.classList.toggle(OPEN, isOpen());
  const top = document.querySelector('.task-details > .top');
  if (top && !top.querySelector('.acse-back')) {
    top.prepend(element('button', {type: 'button', class: 'btn acse-back', onclick: back}, `‹ ${say('screens.back')}`));
    document.querySelector('.task-details > .content').prepend(foldButton());
  }
}

addEventListener('hashchange', () => {
  const wasOpen = document.body.classList.contains(OPEN);
  draw();
  if (isOpen() !== wasOpen) {
    scrollTo(0, 0);
  }
});
new MutationObserver(draw).observe(document.body, {childList: true, subtree: true});
draw();
