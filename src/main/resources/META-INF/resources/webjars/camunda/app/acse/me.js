// The user who is logged in: the pages in the header, and what a form asks. Asked once per login.
import {BY_ITSELF, ask} from './common.js';
import {trouble} from './trouble.js';

const AGAIN = 5000;

let asked = null;

/** A server that gives no answer is asked again: without one there is no header, and no alarm. */
async function answered() {
  let missed = false;
  for (;;) {
    try {
      const she = await ask('GET', 'me', undefined, BY_ITSELF);
      if (missed) {
        trouble();
      }
      return she;
    } catch ({message, mayPass}) {
      if (!mayPass) {
        asked = null;
        return null;
      }
      missed = true;
      trouble(message);
    }
    await new Promise(later => setTimeout(later, AGAIN));
  }
}

/** Who she is, or nothing if nobody is logged in. */
export function me() {
  asked ??= answered();
  return asked;
}

/** Somebody else may log in now. */
export function forgetMe() {
  asked = null;
}
