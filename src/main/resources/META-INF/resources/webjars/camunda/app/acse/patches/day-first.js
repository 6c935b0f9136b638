// The vendor: writes dates as the browser's language does, and begins a week on Sunday.
// This patch: writes day/month/year and 24 hours everywhere, and begins a week on Monday.

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
