// The user who is logged in: the pages in the header, and what a form asks. Asked once per login.
import {BY_ITSELF, ask} from './common.js';

let asked = null;

/** Who she is, or nothing while there is no answer. */
export function me() {
  asked ??= ask('GET', 'me', undefined, BY_ITSELF).catch(() => {
    asked = null;
    return null;
  });
  return asked;
}

/** Somebody else may log in now. */
export function forgetMe() {
  asked = null;
}
