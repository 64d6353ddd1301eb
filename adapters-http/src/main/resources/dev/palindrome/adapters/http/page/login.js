// Logs in with a token, which is sent once and kept nowhere: from then on a cookie says who we are.

import {logIn} from './api.js';
import {h} from './dom.js';
import {logo} from './words.js';

/** `entered` is handed the session. */
export function login(entered, note = null) {
  const message = h('p', {class: 'form-error', id: 'login-error', role: 'alert'});
  const field = h('input', {
    id: 'token', name: 'token', type: 'password', autocomplete: 'current-password', required: true, spellcheck: 'false',
    'aria-describedby': 'login-note login-error',
  });
  const button = h('button', {class: 'primary', type: 'submit'}, 'Log in');
  const form = h('form', {class: 'login', async onsubmit(event) {
    event.preventDefault();
    button.disabled = true;
    message.textContent = '';
    try {
      entered(await logIn(field.value.trim()));
    } catch (error) {
      message.textContent = error.message;
      field.value = '';
      button.disabled = false;
      field.focus();
    }
  }},
  logo(), h('h1', {}, 'Palindrome'), h('p', {class: 'quiet', id: 'login-note'}, note ?? 'Database migrations, forwards and backwards.'),
  h('label', {for: 'token'}, 'Token'), field, message, button);
  return {title: 'Log in', content: [form], ready: () => field.focus()};
}
