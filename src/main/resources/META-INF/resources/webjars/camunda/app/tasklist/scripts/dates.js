// In a date picker a week begins on Monday. Tasklist brings the picker along, before this script or after it.
(function beginOnMonday() {
  if (window.flatpickr) {
    window.flatpickr.localize({firstDayOfWeek: 1});
  } else {
    setTimeout(beginOnMonday, 50);
  }
})();
