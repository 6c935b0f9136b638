// The vendor: a user who has given a password, but not the required second factor, gets no page for the code.
// This patch: the browser opens the page that asks for the code of the second factor.

const NOT_LOGGED_IN = 401;

const {send} = XMLHttpRequest.prototype;
XMLHttpRequest.prototype.send = function (...body) {
  this.addEventListener('load', () => {
    if (this.status === NOT_LOGGED_IN && this.getResponseHeader('X-Second-Factor')) {
      location.assign(`/second-factor.html?then=${encodeURIComponent(location.pathname)}`);
    }
  });
  send.apply(this, body);
};
