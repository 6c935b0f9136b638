// A line across the page for errors that no other part shows: a step was not sent, or the user is logged out.

/** Says it. Without words, takes the last line away. */
export function trouble(...words) {
  document.querySelector('.acse-trouble')?.remove();
  if (words.length) {
    const box = document.createElement('div');
    box.className = 'acse-trouble';
    box.setAttribute('role', 'alert');
    box.append(...words);
    document.body.append(box);
  }
}
