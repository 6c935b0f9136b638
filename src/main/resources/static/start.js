// Leads everybody to what she works in, before and after she has logged in: to the case of a mail, or to her start page.
const WELCOME = '/camunda/app/welcome/default/';
const LEAD = 'acse.lead';
const CASE = 'acse.case';
const CASES = ['cases', 'all_cases'];
const REFERENCE = /^ACSE-[0-9A-Z]{4}-[0-9A-Z]{4}$/;

const asked = new URLSearchParams(location.search).get('case') ?? '';
const isCase = REFERENCE.test(asked);
const answer = await fetch('/camunda/api/acse/me', {headers: {'X-By-Itself': 'yes'}});
if (answer.ok) {
  const {home, pages} = await answer.json();
  const reference = isCase ? asked : sessionStorage.getItem(LEAD) && sessionStorage.getItem(CASE);
  sessionStorage.removeItem(LEAD);
  sessionStorage.removeItem(CASE);
  location.replace(reference && pages.some(page => CASES.includes(page)) ? `/camunda/app/acse/cases.html#${reference}` : home);
} else {
  // The case is kept for this login only.
  if (isCase) {
    sessionStorage.setItem(CASE, asked);
  } else if (asked || !sessionStorage.getItem(LEAD)) {
    sessionStorage.removeItem(CASE);
  }
  sessionStorage.setItem(LEAD, 'yes');
  location.replace(answer.headers.get('X-Second-Factor') ? `/second-factor.html?then=${encodeURIComponent(WELCOME)}` : WELCOME);
}
