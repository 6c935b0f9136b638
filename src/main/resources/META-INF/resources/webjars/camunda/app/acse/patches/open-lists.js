// The vendor: a list that has the cursor and is closed, for example after a choice, may stay closed at a click.
// This patch: a click on a closed list opens it.

const LIST = '.fjs-form-field-select';
const isOpen = field => Boolean(field.querySelector('.fjs-dropdownlist'));
let wasOpen = false;

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
