// A list of any length, of which only what is near the window is there. The browser scrolls; every row is equally high.

import {h} from './dom.js';

const CHUNK = 50;
const MARGIN = '1500px';


/**
 * `render(item)` makes a row; `touched(item)` says whether `mark()` marks it; `key(item)` says which it is.
 * One row at a time is reached with Tab; the arrow keys, Page Up and Down, Home and End lead to the others.
 */
export function windowed({label, render, touched, key}) {
  const element = h('div', {class: 'timeline', role: 'list', 'aria-label': label, onkeydown: move, onfocusin: follow});
  const rows = new Map();
  let shown = [];
  let active = 0;
  const watcher = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      (entry.isIntersecting ? load : unload)(entry.target);
    }
    settle();
  }, {rootMargin: MARGIN});

  function show(some) {
    watcher.disconnect();
    rows.clear();
    shown = some;
    active = Math.max(0, shown.findIndex((item) => !item.now));
    const chunks = [];
    for (let from = 0; from < shown.length; from += CHUNK) {
      const chunk = h('div', {class: 'chunk', role: 'presentation', 'data-from': from});
      chunk.style.setProperty('--rows', Math.min(CHUNK, shown.length - from));
      chunks.push(chunk);
      watcher.observe(chunk);
    }
    element.replaceChildren(...chunks);
  }

  /** Shows how the same list is now: whoever was at a row stays there. */
  function update(some) {
    const at = shown[active];
    const focused = element.contains(document.activeElement) ? document.activeElement.tagName : null;
    show(some);
    const now = at ? shown.findIndex((item) => key(item) === key(at)) : -1;
    active = now >= 0 ? now : active;
    [...element.children].filter(isNear).forEach(load); // rather than a picture later
    if (focused && now >= 0) {
      load(element.children[Math.floor(now / CHUNK)]);
      rows.get(now).querySelector(focused)?.focus({preventScroll: true});
    }
  }

  function isNear(chunk) {
    const {top, bottom} = chunk.getBoundingClientRect();
    return bottom > 0 && top < window.innerHeight;
  }

  function load(chunk) {
    if (chunk.childElementCount > 0) {
      return;
    }
    const from = Number(chunk.dataset.from);
    shown.slice(from, from + CHUNK).forEach((item, i) => {
      const row = h('div', {role: 'listitem', class: 'slot', 'aria-setsize': shown.length, 'aria-posinset': from + i + 1, 'data-at': from + i}, render(item));
      reachable(row, from + i === active);
      row.classList.toggle('touched', touched(item));
      rows.set(from + i, row);
      chunk.append(row);
    });
  }

  /** A row that has the focus stays, or the keyboard would be lost. */
  function unload(chunk) {
    if (chunk.contains(document.activeElement)) {
      return;
    }
    for (const row of chunk.children) {
      rows.delete(Number(row.dataset.at));
    }
    chunk.replaceChildren();
  }

  /** There is always a row that Tab leads to: if the one that was is far away, one that is in sight. */
  function settle() {
    if (!rows.has(active) && rows.size > 0) {
      const inSight = [...rows].filter(([at]) => !shown[at].now).sort(([a], [b]) => a - b)
          .find(([, row]) => row.getBoundingClientRect().bottom > 0);
      activate(inSight?.[0] ?? rows.keys().next().value);
    }
  }

  function reachable(row, is) {
    row.querySelectorAll('a, button').forEach((control) => control.setAttribute('tabindex', is ? '0' : '-1'));
  }

  function follow(event) {
    const row = event.target.closest('.slot');
    if (row && Number(row.dataset.at) !== active) {
      activate(Number(row.dataset.at));
    }
  }

  function activate(at) {
    if (rows.has(active)) {
      reachable(rows.get(active), false);
    }
    active = at;
    if (rows.has(at)) {
      reachable(rows.get(at), true);
    }
  }

  function move(event) {
    const step = {ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity}[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    event.preventDefault();
    const isButton = document.activeElement.tagName === 'BUTTON';
    const at = reached(Math.min(shown.length - 1, Math.max(0, active + step)), Math.sign(step));
    bring(at);
    activate(at);
    rows.get(at).querySelector(isButton ? 'button' : 'a').focus();
  }

  /** There is nothing to reach where the database is: on to the next, or back if that is the last. */
  function reached(at, way) {
    return !shown[at].now ? at : at + (shown[at + way] ? way : -way);
  }

  /** Makes a row be there, in sight. */
  function bring(at) {
    const chunk = element.children[Math.floor(at / CHUNK)];
    load(chunk);
    const box = rows.get(at).getBoundingClientRect();
    const covered = getComputedStyle(document.documentElement);
    if (box.top < parseFloat(covered.scrollPaddingTop) || box.bottom > window.innerHeight - parseFloat(covered.scrollPaddingBottom)) {
      rows.get(at).scrollIntoView({block: 'center'});
    }
  }

  return {
    element,
    show,
    update,
    mark: () => rows.forEach((row, at) => row.classList.toggle('touched', touched(shown[at]))),
    reveal(wanted) {
      const at = shown.findIndex(wanted);
      if (at >= 0) {
        bring(at);
        rows.get(at).scrollIntoView({block: 'center'});
        activate(reached(at, 1));
      }
    },
  };
}
