// Where the link of an invitation leads: her own password, and her authenticator. The secret of the link stays behind the #.
import {say} from '/camunda/app/acse/words.js';

const PATH = '/acse/invitation';
const token = location.hash.slice(1);
const byId = id => document.getElementById(id);

async function ask(path, body) {
  const answer = await fetch(path, {method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(body)});
  const content = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    throw new Error(content.message ?? say('common.noAnswer'));
  }
  return content;
}

const words = byId('words');

try {
  const {login, name, secret, shortest} = await ask(`${PATH}/look`, {token});
  byId('whose').textContent = say('invitation.whose', name, login);
  byId('rule').textContent = say('invitation.rule', shortest);
  byId('secret').textContent = secret.match(/.{1,4}/g).join(' ');
  byId('link').href = `otpauth://totp/${encodeURIComponent(`Ac.Sé:${login}`)}?secret=${secret}&issuer=${encodeURIComponent('Ac.Sé')}`;
  byId('form').hidden = false;
  byId('password').focus();
} catch (refused) {
  words.textContent = refused.message;
}

byId('form').addEventListener('submit', async event => {
  event.preventDefault();
  words.textContent = '';
  if (byId('password').value !== byId('again').value) {
    words.textContent = say('invitation.differ');
    byId('again').focus();
    return;
  }
  const button = byId('form').querySelector('button');
  button.disabled = true;
  try {
    const {login} = await ask(PATH, {token, password: byId('password').value, code: byId('code').value});
    byId('form').hidden = true;
    words.textContent = say('invitation.done', login);
    byId('done').hidden = false;
    history.replaceState(null, '', location.pathname);
  } catch (refused) {
    words.textContent = refused.message;
  } finally {
    button.disabled = false;
  }
});

// Another link was pasted into the same tab.
addEventListener('hashchange', () => location.reload());
