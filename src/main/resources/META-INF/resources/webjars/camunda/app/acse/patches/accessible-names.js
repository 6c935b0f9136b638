// The vendor: buttons have no names, and the tab order differs from the order of the fields on the screen.
// This patch: buttons get names for screen readers, and fields lose the wrong tab order.
import {say} from '../words.js';

const NAMES = [
  ['.stored-criteria > .dropdown-toggle', say('common.searches')],
  ["button[ng-click^='toggleSection']", say('common.fold')],
  ['.unclaim', say('cover.way.BACK')],
  ['input.toggle', say('common.fold')],
  ['a.circle', say('case.state')],
  ['.btn-xs.dropdown-toggle', say('leave.choose')]
];
new MutationObserver(() => {
  NAMES.forEach(([which, name]) => document.querySelectorAll(`${which}:not([aria-label])`).forEach(each => each.setAttribute('aria-label', name)));
  document.querySelectorAll('.btn-toolbar[uib-tooltip]:not([aria-label])').forEach(each => each.setAttribute('aria-label', each.getAttribute('uib-tooltip')));
  document.querySelectorAll('.form-signin [tabindex]').forEach(field => field.removeAttribute('tabindex'));
  document.querySelectorAll('.main-field[aria-expanded]').forEach(field => field.removeAttribute('aria-expanded'));
}).observe(document.documentElement, {childList: true, subtree: true});
