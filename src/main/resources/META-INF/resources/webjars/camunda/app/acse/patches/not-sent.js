// The vendor: a step that could not be sent gives no message.
// This patch: a message appears, and stays until the next step is sent.
import {say} from '../words.js';
import {trouble} from '../trouble.js';

const READING = ['GET', 'HEAD'];

const {open, send} = XMLHttpRequest.prototype;
XMLHttpRequest.prototype.open = function (method, ...more) {
  this.acseMethod = String(method).toUpperCase();
  return open.call(this, method, ...more);
};
XMLHttpRequest.prototype.send = function (...body) {
  if (!READING.includes(this.acseMethod)) {
    this.addEventListener('error', () => trouble(say('common.notSent')));
    this.addEventListener('load', () => trouble());
  }
  send.apply(this, body);
};
