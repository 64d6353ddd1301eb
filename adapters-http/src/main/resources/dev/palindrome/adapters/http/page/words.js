// How things are said: numbers, times, statuses.

import {h, say, svg} from './dom.js';

const NUMBER = new Intl.NumberFormat('en');
const WHEN = new Intl.DateTimeFormat('en-GB', {dateStyle: 'medium', timeStyle: 'short'});

export const STATUSES = ['pending', 'applied', 'changed', 'missing', 'failed', 'faked'];

export function number(value) {
  return NUMBER.format(value);
}

/** '1 row', '3 rows', '2 entries'. */
export function count(value, one, many = one + 's') {
  return `${number(value)} ${value === 1 ? one : many}`;
}

export function duration(millis) {
  if (millis < 1_000) {
    return `${Math.round(millis)} ms`;
  }
  const seconds = millis / 1_000;
  if (seconds < 60) {
    return `${seconds.toFixed(1)} s`;
  }
  const minutes = Math.floor(seconds / 60);
  const rest = String(Math.floor(seconds % 60)).padStart(2, '0');
  return minutes < 60 ? `${minutes}:${rest} min` : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')} h`;
}

/** A moment in the reader's own time zone; UTC on pointing at it. */
export function when(instant) {
  return h('time', {datetime: instant, title: `${instant.replace('T', ' ').replace(/(\.\d+)?Z$/, '')} UTC`},
      WHEN.format(new Date(instant)));
}

/** The sign of a direction; what it means stands beside it in words. */
export function arrow(direction) {
  return svg('svg', {class: `arrow ${direction}`, viewBox: '0 0 10 12', 'aria-hidden': 'true'},
      svg('path', {d: direction === 'backwards' ? 'M9 1v10L1 6z' : 'M1 1v10l8-5z'}));
}

/** A text with the signs of its way, each on the side to which it points. */
export function pointing(way, text) {
  return [way !== 'forwards' && arrow('backwards'), text, way !== 'backwards' && arrow('forwards')];
}

export function logo() {
  return svg('svg', {class: 'logo', viewBox: '0 0 28 20', 'aria-hidden': 'true'},
      svg('path', {class: 'left', d: 'M12 2v16L2 10z'}), svg('path', {class: 'right', d: 'M16 2v16l10-8z'}));
}

const SIGNS = {
  applied: 'M5.2 8.3l2 2 3.8-4.2',
  pending: 'M6.7 5.3v5.4l4-2.7z',
  changed: 'M5 6.7h6M5 9.4h6M9.6 4.8l-3.2 6.5',
  missing: 'M6.3 6.4c0-2.3 3.5-2.2 3.5 0 0 1.3-1.8 1.4-1.8 2.7M8 11.2v.2',
  failed: 'M5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8',
  faked: 'M5 8h.2M8 8h.2M11 8h.2',
};

/** A status as a sign: shape and colour say the same. */
export function statusSign(status) {
  return svg('svg', {class: `sign is-${status}`, viewBox: '0 0 16 16', 'aria-hidden': 'true'},
      svg('circle', {cx: 8, cy: 8, r: 7}), svg('path', {d: SIGNS[status] ?? ''}));
}

export function statusChip(status) {
  return h('span', {class: `chip is-${status}`}, statusSign(status), status);
}

const REVERSALS = {
  'given': ['reversal given', 'Its author wrote the way back.'],
  'derived': ['reversal derived', 'The way back follows from its operations.'],
  'stored': ['reversal stored', 'The way back was kept in the history when it ran.'],
  'absent': ['no reversal', 'There is no way back.'],
  'not-needed': ['no reversal needed', 'Its author says that there is nothing to take back.'],
};

export function reversalTag(reversal) {
  const [text, title] = REVERSALS[reversal] ?? [reversal, ''];
  return h('span', {class: `tag reversal-${reversal}`, title}, arrow('backwards'), text);
}

/** What was found, errors first. */
export function problemList(problems, title = 'Problems') {
  if (!problems?.length) {
    return null;
  }
  const sorted = [...problems].sort((a, b) => (a.severity === 'error' ? 0 : 1) - (b.severity === 'error' ? 0 : 1));
  return h('section', {class: 'problems', 'aria-label': title},
      sorted.map((problem) => h('div', {class: `problem ${problem.severity}`},
          h('p', {class: 'problem-head'}, h('strong', {}, problem.severity === 'error' ? 'Error' : 'Warning'), ' ',
              h('code', {}, problem.code), problem.location ? [' ', h('code', {class: 'place'}, problem.location)] : null),
          h('p', {}, problem.message))));
}

/** A text to take away. Where the browser lends no clipboard, as on a page without TLS, it is selected for whoever copies it. */
export function copyable(text) {
  const whole = h('code', {}, text);
  const button = h('button', {type: 'button', class: 'small', 'aria-label': `Copy: ${text}`, async onclick() {
    const done = await copied(text);
    if (!done) {
      getSelection().selectAllChildren(whole);
    }
    button.textContent = done ? 'Copied' : 'Selected';
    say(done ? 'Copied' : 'The browser lends no clipboard. The text is selected: copy it with Ctrl C, or Command C.');
    button.title = done ? '' : 'The browser lends no clipboard: copy the selected text with Ctrl+C, or ⌘C';
  }}, 'Copy');
  return h('div', {class: 'copyable'}, whole, button);
}

async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch { // refused, or not there at all
    return false;
  }
}
