// Finds the forms in Tasklist's pages, and reads their values and errors.

/** The form that form-js draws in an element, found through one of the nodes that it has drawn there. */
export function formIn(node) {
  if (node?.props?.value?.getService) {
    return node.props.value.getService('form');
  }
  for (const child of [node?.__k].flat()) {
    const form = child && formIn(child);
    if (form) {
      return form;
    }
  }
  return null;
}

/** What she typed herself; fields that only show something are filled again when the form is opened again. */
export function typed(form) {
  const data = {...form._getSubmitData()};
  form._getState().schema.components
    .filter(component => component.readonly || component.disabled)
    .forEach(component => delete data[component.key]);
  return data;
}

/** A list around its rows is a field, too: the innermost is meant. */
export const wrong = container =>
  [...container.querySelectorAll('.fjs-form-field')].filter(field => [...field.querySelectorAll('.fjs-form-field-error')].some(error => error.closest('.fjs-form-field') === field));

export function actionsOf(container) {
  return container.closest('.modal')?.querySelector('.modal-footer') ?? document.querySelector('.task-details .form-actions');
}

/** Buttons that send a form. */
export const SEND = '.form-actions .btn-primary, .modal-footer .btn-primary';

/** The form that a click on its button sends, or nothing. */
export function sentBy({target}) {
  const button = target.closest?.(SEND);
  return button && (button.closest('.modal') ?? document).querySelector('.fjs-container');
}
