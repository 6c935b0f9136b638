import '../../acse/patches/one-header.js';
import {say} from '../../acse/words.js';

// Whoever came by the address of the application alone, or by a mail, and had to log in, goes on to what she works in.
const LEAD = 'acse.lead';

async function lead() {
  const answer = await fetch('/camunda/api/acse/me', {headers: {'X-By-Itself': 'yes'}});
  if (answer.ok) {
    location.replace('/');
  }
}

if (sessionStorage.getItem(LEAD)) {
  const send = XMLHttpRequest.prototype.send;
  XMLHttpRequest.prototype.send = function (...body) {
    this.addEventListener('load', () => {
      if (this.status === 200 && this.responseURL.includes('/login/welcome')) {
        lead();
      }
    });
    send.apply(this, body);
  };
}

export default {
  app: {
    name: say('shell.network'),
    vendor: 'Ac.Sé'
  },
  links: []
};
