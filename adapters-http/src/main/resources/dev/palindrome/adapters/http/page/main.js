// Where reading begins: the frame of the page, who is logged in, and which view an address means.

import {isOutrun, logOut, session} from './api.js';
import {apps} from './apps.js';
import {h, say} from './dom.js';
import {login} from './login.js';
import {migration} from './migration.js';
import {plan} from './plan.js';
import {run} from './run.js';
import {runs} from './runs.js';
import {schema} from './schema.js';
import {watchSession} from './staying.js';
import {timeline} from './timeline.js';
import {nextTheme, themeName, themeSign} from './theming.js';
import {logo, problemList} from './words.js';

/** What each address shows. A part in braces is handed to the view, decoded. */
const VIEWS = [
  ['', apps],
  ['apps/{app}', timeline],
  ['apps/{app}/{id}', migration],
  ['plans/{hash}', plan],
  ['runs', runs],
  ['runs/{id}', run],
  ['schema', schema],
];

const PATIENCE_MILLIS = 400;

const main = document.getElementById('main');
const top = document.getElementById('top');
let who = null;
let current = new AbortController();
let isFirst = true;

document.getElementById('skip').addEventListener('click', (event) => {
  event.preventDefault(); // the address after # is the view's
  main.focus();
  main.scrollIntoView();
});
window.addEventListener('hashchange', show);
show();

async function show() {
  current.abort();
  current = new AbortController();
  const signal = current.signal;
  const address = location.hash;
  const slow = setTimeout(reading, PATIENCE_MILLIS);
  try {
    if (who === null) {
      await know();
    }
    frame();
    const view = who.authenticated || !who.required ? viewOf(address, signal) : login(entered);
    place(await view, signal);
  } catch (error) {
    if (error.status === 401 && !signal.aborted) {
      ended();
    } else {
      place(failure(error), signal);
    }
  } finally {
    clearTimeout(slow);
  }
}

async function know() {
  who = await session();
  watchSession(who.idleMillis ?? null, ended);
}

function reading() {
  main.setAttribute('aria-busy', 'true');
  say('Reading…');
}

function ended() {
  current.abort();
  current = new AbortController();
  who = {required: true, authenticated: false};
  watchSession(null, ended);
  frame();
  place(login(entered, 'The session has ended. Log in to go on where you were.'), current.signal);
}

function entered(now) {
  who = now;
  watchSession(who.idleMillis ?? null, ended);
  show();
}

function viewOf(address, signal) {
  const [route, query = ''] = address.replace(/^#?\/?/, '').split('?');
  for (const [pattern, view] of VIEWS) {
    const parameters = matched(pattern, route);
    if (parameters) {
      return view({...parameters, query: new URLSearchParams(query), who, signal, fail: (error) => fail(error, signal)});
    }
  }
  return {title: 'Not here', content: [h('h1', {}, 'There is nothing here'), h('p', {}, h('a', {href: '#/'}, 'To the apps'))]};
}

function matched(pattern, route) {
  const names = pattern.split('/');
  const parts = route.split('/');
  if (names.length !== parts.length) {
    return null;
  }
  const parameters = {};
  for (const [i, name] of names.entries()) {
    if (name.startsWith('{')) {
      try {
        parameters[name.slice(1, -1)] = decodeURIComponent(parts[i]);
      } catch {
        return null;
      }
    } else if (name !== parts[i]) {
      return null;
    }
  }
  return parameters;
}

/** Puts a view in place. Whoever was here already hears and sees where they are now: the focus goes to the heading. */
function place({title, content, ready}, signal) {
  if (signal.aborted) {
    return;
  }
  document.title = title ? `${title} · Palindrome` : 'Palindrome';
  main.replaceChildren(...content.flat(Infinity).filter((part) => part instanceof Node));
  main.removeAttribute('aria-busy');
  if (!isFirst) {
    const heading = main.querySelector('h1');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus({preventScroll: true});
    window.scrollTo(0, 0);
  }
  isFirst = false;
  ready?.();
}

/** Something that was asked for went wrong; what is shown stays, and the reason stands above it. */
async function fail(error, signal) {
  if (signal.aborted) {
    return;
  }
  if (error.status === 401) {
    ended();
    return;
  }
  if (isOutrun(error)) {
    await outrun(signal);
    return;
  }
  explain(asProblems(error));
}

/** Somebody logged in anew in another window: what this one shows is theirs from now on, and what was pressed was not done. */
async function outrun(signal) {
  const before = who.role;
  try {
    await know();
  } catch (error) {
    explain(asProblems(error));
    return;
  }
  if (signal.aborted) {
    return;
  }
  if (!who.authenticated) {
    ended();
    return;
  }
  if (who.role === before) {
    frame();
  } else {
    await show();
  }
  explain([{code: 'page/session', severity: 'warning', message: 'There was a login in another window of this browser since, '
    + 'and this window goes on with that one from now on. Nothing was done: press again if you still want it.'}]);
}

function explain(problems) {
  main.querySelector(':scope > .alert')?.remove();
  const alert = h('div', {class: 'alert', role: 'alert', tabindex: '-1'}, problemList(problems, 'What went wrong'));
  main.prepend(alert);
  alert.focus();
}

function failure(error) {
  return {
    title: 'Not shown',
    content: [
      h('h1', {}, error.status === 404 ? 'There is no such thing here' : 'This can’t be shown now'),
      problemList(asProblems(error)),
      h('p', {class: 'actions'}, h('button', {type: 'button', onclick: show}, 'Try again'), h('a', {href: '#/'}, 'To the apps')),
    ],
  };
}

function asProblems(error) {
  return error.problems ?? [{code: 'page/error', severity: 'error', message: `An error of this page: ${error.message}`}];
}

function frame() {
  const known = who.authenticated || !who.required;
  const place = /^#\/(runs|schema)/.exec(location.hash)?.[1] ?? 'apps';
  const link = (name, href, text) => h('a', {href, 'aria-current': place === name ? 'page' : null}, text);
  top.replaceChildren(
      h('a', {class: 'brand', href: '#/', 'aria-label': 'Palindrome: all apps'}, logo(), h('span', {}, 'palindrome')),
      known ? h('nav', {'aria-label': 'Views'}, link('apps', '#/', 'Apps'), link('runs', '#/runs', 'Runs'), link('schema', '#/schema', 'Schema')) : '',
      h('div', {class: 'top-end'},
          known ? h('span', {class: 'role', title: who.role === 'viewer' ? 'May read and plan' : 'May read, plan and run'},
              who.role ?? '') : '',
          themeButton(),
          known && who.required ? h('button', {type: 'button', class: 'small', onclick: leave}, 'Log out') : ''));
}

function themeButton() {
  const button = h('button', {type: 'button', class: 'small sign-only', onclick() {
    nextTheme();
    name();
  }}, themeSign());
  const name = () => {
    const text = `Colours: ${themeName()}`;
    button.setAttribute('aria-label', text);
    button.setAttribute('title', text);
  };
  name();
  return button;
}

async function leave() {
  try {
    await logOut();
  } catch (error) {
    if (error.status !== 401) {
      explain([{code: 'page/session', severity: 'error', message: 'You are still logged in: logging out did not succeed.'}, ...asProblems(error)]);
      return;
    }
  }
  who = null;
  location.hash = '#/';
  show();
}
