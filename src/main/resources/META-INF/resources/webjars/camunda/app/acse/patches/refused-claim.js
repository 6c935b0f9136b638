// The vendor: after a refused claim, the buttons Claim and Complete stay disabled on every task that is opened later.
// This patch: the page is loaded again when the user opens another task.

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
