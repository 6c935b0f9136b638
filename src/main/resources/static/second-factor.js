const PATH = '/acse/second-factor';
const then = new URLSearchParams(location.search).get('then') || '';

async function ask(method, body) {
  const answer = await fetch(PATH, {
    method,
    headers: {'Content-Type': 'application/json'},
    body: body && JSON.stringify(body)
  });
  const text = await answer.text();
  const content = text ? JSON.parse(text) : {};
  if (!answer.ok) {
    throw new Error(content.message);
  }
  return content;
}

const words = document.getElementById('words');

const form = document.getElementById('form');
const code = document.getElementById('code');

form.addEventListener('submit', async event => {
  event.preventDefault();
  try {
    await ask('POST', {code: code.value});
    // Go only to a page of our own, never to an address that somebody else put into the link.
    const wanted = /^\/camunda\/app\/[a-z]+\//.test(then) && !sessionStorage.getItem('acse.lead');
    location.assign(wanted ? then : '/');
  } catch (refused) {
    words.textContent = refused.message;
  }
});

// Shown when it can be sent: a browser that sends it by itself would write the code into the address.
form.hidden = false;
code.focus();

try {
  const {login, secret} = await ask('GET');
  if (secret) {
    document.getElementById('secret').textContent = secret.match(/.{1,4}/g).join(' ');
    document.getElementById('link').href =
      `otpauth://totp/${encodeURIComponent(`Ac.Sé:${login}`)}?secret=${secret}&issuer=${encodeURIComponent('Ac.Sé')}`;
    document.getElementById('enter').hidden = false;
  }
} catch (refused) {
  words.textContent = refused.message;
}
