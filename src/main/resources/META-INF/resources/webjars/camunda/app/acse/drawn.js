// Calls the patches 0.3 seconds after a change of the page, because the vendor's components draw themselves in several steps.
const SHOWN_AFTER = 300;
const patches = [];
let waiting = false;

new MutationObserver(() => {
  if (!waiting) {
    waiting = true;
    setTimeout(() => {
      waiting = false;
      patches.forEach(patch => patch());
    }, SHOWN_AFTER);
  }
}).observe(document.body, {childList: true, subtree: true, characterData: true});

export function whenDrawn(patch) {
  patches.push(patch);
}

/** Calls a patch for each form that a page shows. */
export function forEachForm(patch) {
  whenDrawn(() => document.querySelectorAll('.fjs-container').forEach(patch));
}
