// The vendor: a list that has the cursor and is closed, for example after a choice, may stay closed at a click. An open list may stand behind the buttons.
// This patch: a click on a closed list opens it. An open list is scrolled into view.

const LIST = '.fjs-form-field-select';
const openList = field => field.querySelector('.fjs-dropdownlist');
const isOpen = field => Boolean(openList(field));
const show = ({target}) => requestAnimationFrame(() => openList(target.closest?.('.fjs-form-field') ?? target)?.scrollIntoView({block: 'nearest'}));
let wasOpen = false;

document.addEventListener('focusin', show);
document.addEventListener('click', show);
document.addEventListener('pointerdown', ({target}) => (wasOpen = isOpen(target.closest?.(LIST) ?? document.body)), true);

document.addEventListener('click', ({target}) => {
  const field = target.closest?.(LIST);
  const input = field?.querySelector('input');
  if (!input || input.disabled || input.readOnly || wasOpen || isOpen(field) || target.closest('.fjs-select-cross, .fjs-dropdownlist')) {
    return;
  }
  // The list opens when it gets the cursor.
  input.blur();
  input.focus();
});
