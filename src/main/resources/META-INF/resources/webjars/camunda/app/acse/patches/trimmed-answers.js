// The vendor: a space at the end of a pasted text is part of the answer.
// This patch: spaces at the beginning and the end of an answer are removed.

document.addEventListener(
  'change',
  ({target}) => {
    if (target.matches?.('.fjs-container input[type=text]') && target.value !== target.value.trim()) {
      target.value = target.value.trim();
      target.dispatchEvent(new Event('input', {bubbles: true}));
    }
  },
  true
);
