// The vendor: takes a space at the end of what was pasted as part of the answer.
// This patch: removes it.

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
