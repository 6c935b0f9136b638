// The vendor: the format of dates depends on the browser's language, and a week begins on Sunday.
// This patch: dates are day/month/year with 24 hours, and a week begins on Monday.

const Vendors = Intl.DateTimeFormat;
const OURS = 'en-GB';
const BROWSERS = 'default';

function DayFirst(locales, options) {
  return new Vendors(!locales || locales === BROWSERS ? OURS : locales, options);
}
Object.setPrototypeOf(DayFirst, Vendors);
DayFirst.prototype = Vendors.prototype;
Intl.DateTimeFormat = DayFirst;

// Tasklist brings the picker along, before this script or after it.
(function beginOnMonday() {
  if (globalThis.flatpickr) {
    globalThis.flatpickr.localize({firstDayOfWeek: 1});
  } else {
    setTimeout(beginOnMonday, 50);
  }
})();
