// After a claim that was refused, Tasklist waits for its answer for ever: "Claim" and "Complete" stay grey on each task that is opened next.
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
