// A session ends when nobody uses it for a while. Whoever is there is told in time, and goes on with it by one press.

import {session, silenceMillis} from './api.js';
import {action, h} from './dom.js';

const WARNING_MILLIS = 120_000;
const PAUSE_MILLIS = 5_000;

let timer = null;
let notice = null;

/** From now on watches a session that ends after so long without use; null if there is none. */
export function watchSession(idleMillis, ended) {
  clearInterval(timer);
  hide();
  if (idleMillis === null) {
    return;
  }
  timer = setInterval(() => {
    const left = idleMillis - silenceMillis();
    if (left <= 0) {
      clearInterval(timer);
      hide();
      ended();
    } else if (left > WARNING_MILLIS) {
      hide();
    } else if (notice === null) {
      show(ended);
    }
  }, PAUSE_MILLIS);
}

function show(ended) {
  const minutes = WARNING_MILLIS / 60_000;
  const stay = async () => {
    const now = await session();
    hide();
    if (!now.authenticated) {
      clearInterval(timer);
      ended();
    }
  };
  notice = h('div', {class: 'notice', role: 'alert'},
      h('p', {}, `Your session ends in less than ${minutes} minutes, since nobody has used it for a while.`),
      action({class: 'small'}, 'Stay logged in', stay, hide));
  document.body.append(notice);
}

function hide() {
  notice?.remove();
  notice = null;
}
