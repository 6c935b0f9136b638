// The vendor: does not know that a person whose group needs a second factor has given only her password.
// This patch: leads her to the page that asks for her code.

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
