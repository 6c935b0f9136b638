// The vendor: Admin creates a user with a password that somebody else has chosen.
// This patch: the address of that page leads to the page People, where a user is invited.
function invite() {
  if (location.hash.startsWith('#/user-create')) {
    location.replace('/camunda/app/acse/people.html');
  }
}

addEventListener('hashchange', invite);
invite();
