// The vendor: Cockpit begins with a page of counts that lead to other products.
// This patch: the address of that page leads to the user's own first page.
const NOTHING = ['', '#', '#/', '#/dashboard'];

function leave() {
  if (NOTHING.includes(location.hash.split('?')[0]) && document.querySelector('.acse-shell')) {
    location.replace('/');
  }
}

addEventListener('hashchange', leave);
new MutationObserver(leave).observe(document.body, {childList: true});
leave();
