// The vendor: each web application has a header of its own, and knows nothing of the other pages.
// This patch: the header of all pages stands above the vendor's pages, as long as somebody is logged in.
import '../common.js';
import {forgetMe} from '../me.js';
import {hideHeader, showHeader} from '../shell.js';

/** The vendor writes the address of the login in two ways. */
const LOGIN = /^#!?\/login/;

let isShown = false;

async function look() {
  if (LOGIN.test(location.hash)) {
    isShown = false;
    forgetMe();
    hideHeader();
  } else if (!isShown) {
    isShown = true;
    isShown = await showHeader();
  }
}

addEventListener('hashchange', look);
look();
