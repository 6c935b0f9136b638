// The vendor: waits for ever after a claim that was refused: Claim and Complete stay grey on each task that is opened next.
// This patch: loads the page anew with the next task.

const HANDS = /\/task\/[^/]+\/(?:claim|unclaim)$/;
const REFUSED = 400;
const LOOK_EVERY = 200;

const taskShown = () => /[?&]task=([^&]*)/.exec(location.hash)?.[1];

function beginAnewWithNextTask() {
  const refused = taskShown();
  const looking = setInterval(() => {
    if (taskShown() !== refused) {
      clearInterval(looking);
      location.reload();
    }
  }, LOOK_EVERY);
}

const {open} = XMLHttpRequest.prototype;
XMLHttpRequest.prototype.open = function (method, url, ...more) {
  if (HANDS.test(url)) {
    this.addEventListener('load', () => this.status >= REFUSED && beginAnewWithNextTask());
  }
  open.call(this, method, url, ...more);
};
