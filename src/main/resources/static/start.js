// Leads everybody to what she works in, before and after she has logged in.
const WELCOME = '/camunda/app/welcome/default/';
const answer = await fetch('/camunda/api/acse/me', {headers: {'X-By-Itself': 'yes'}});
if (answer.ok) {
  sessionStorage.removeItem('acse.lead');
  location.replace((await answer.json()).home);
} else if (answer.headers.get('X-Second-Factor')) {
  sessionStorage.setItem('acse.lead', 'yes');
  location.replace(`/second-factor.html?then=${encodeURIComponent(WELCOME)}`);
} else {
  sessionStorage.setItem('acse.lead', 'yes');
  location.replace(WELCOME);
}
