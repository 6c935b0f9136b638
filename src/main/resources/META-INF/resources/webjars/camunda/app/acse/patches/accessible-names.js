// The vendor: buttons have no names, the tab order differs from the order of the fields, and a field may show the key of its hint.
// This patch: buttons get names for screen readers, fields lose the wrong tab order, and the hint has words.
import {say} from '../words.js';

const NAMES = [
  ["button[ng-click^='toggleSection']", say('common.fold')],
  ['.unclaim', say('cover.way.BACK')],
  ['input.toggle', say('common.fold')],
  ['a.circle', say('case.state')],
  ['.btn-xs.dropdown-toggle', say('leave.choose')]
];
new MutationObserver(() => {
  NAMES.forEach(([which, name]) => document.querySelectorAll(`${which}:not([aria-label])`).forEach(each => each.setAttribute('aria-label', name)));
  document.querySelectorAll('.btn-toolbar[uib-tooltip]:not([aria-label])').forEach(each => each.setAttribute('aria-label', each.getAttribute('uib-tooltip')));
  document.querySelectorAll('[placeholder="SEARCH_PLACEHOLDER"]').forEach(field => field.setAttribute('placeholder', say('common.criteria')));
  document.querySelectorAll('.form-signin [tabindex]').forEach(field => field.removeAttribute('tabindex'));
  document.querySelectorAll('.main-field[aria-expanded]').forEach(field => field.removeAttribute('aria-expanded'));
}).observe(document.documentElement, {childList: true, subtree: true});
