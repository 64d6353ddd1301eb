// The runs: those under way, of this server and of whoever else is at work on the database, then those that are over.

import {get} from './api.js';
import {h, isAttended, say} from './dom.js';
import {redraw} from './redraw.js';
import {code} from './sql.js';
import {count, duration, pointing, when} from './words.js';

const PAUSE_MILLIS = 5_000;
const HALF_DONE = 'journal/half-done';
const LATEST = 3;

export async function runs({signal}) {
  const first = await get('runs', signal);
  const body = h('div');
  const show = (now) => redraw(body, [
    underWay(now) ?? h('p', {class: 'empty under-way'}, 'Nothing is under way.'),
    over(now.runs.filter((run) => !run.running)),
  ]);
  show(first);
  keepUp(first, show, signal);
  return {title: 'Runs', content: [h('div', {class: 'title'}, h('h1', {}, 'Runs')), body]};
}

function isAtWork({runs: all, elsewhere}) {
  return Boolean(elsewhere) || all.some((run) => run.running);
}

/** What looks half-done while somebody is at work is most likely what they are doing, and no problem. */
export function unlessAtWork(problems, now) {
  return isAtWork(now) ? problems.filter((one) => one.code !== HALF_DONE) : problems;
}

/** What is under way, or null. */
export function underWay(now) {
  if (!isAtWork(now)) {
    return null;
  }
  const {runs: all, elsewhere} = now;
  const ours = all.filter((run) => run.running);
  return h('section', {class: 'under-way', 'aria-labelledby': 'under-way'},
      h('h2', {id: 'under-way'}, 'Under way'),
      h('ul', {class: 'run-list'}, ours.map((run) => h('li', {class: 'card run-line', 'data-state': run.waitingFor ? 'waiting' : 'running'},
          head(run), h('p', {}, run.waitingFor ? `Waiting for ${run.waitingFor}` : run.message))),
      elsewhere && h('li', {class: 'card run-line', 'data-state': 'running'},
          h('p', {}, h('strong', {}, 'Elsewhere'), ` at work on this database: ${elsewhere.holder}`), elsewhere.underWay.map(journalled), recorded(elsewhere.latest))));
}

/** Asks again every few seconds as long as the view is there, and says when something has changed. */
export async function keepUp(first, changed, signal) {
  let last = JSON.stringify(first);
  while (!signal.aborted) {
    await new Promise((done) => setTimeout(done, PAUSE_MILLIS));
    if (signal.aborted || document.hidden || !isAttended()) {
      continue;
    }
    const now = await get('runs', signal).catch(() => null); // what is shown stays until it can be had again
    if (now && JSON.stringify(now) !== last && !signal.aborted) {
      try {
        await changed(now);
        last = JSON.stringify(now);
        say(summary(now));
      } catch (error) {
        console.debug(error); // what is shown stays, and the next time is another try
      }
    }
  }
}

function summary({runs: all, elsewhere}) {
  const many = all.filter((run) => run.running).length + (elsewhere ? 1 : 0);
  const latest = all.find((run) => !run.running);
  return many > 0 ? `${count(many, 'run')} under way` : `Nothing is under way. ${latest ? latest.message : ''}`;
}

function over(all) {
  return h('section', {class: 'runs', 'aria-labelledby': 'over'}, h('h2', {id: 'over'}, 'Over'),
      all.length === 0
        ? h('p', {class: 'quiet'}, 'This server has seen no run end yet. All that ever ran is in the timelines of the apps.')
        : h('ul', {class: 'run-list'}, all.map((run) => h('li', {class: 'card run-line', 'data-state': run.success ? 'done' : 'failed'},
            head(run), h('p', {}, run.success ? 'Done. ' : 'Failed. ', run.message),
            h('p', {class: 'quiet'}, 'took ', duration(Date.parse(run.finishedOn) - Date.parse(run.startedOn)))))));
}

function head(run) {
  return h('div', {class: 'run-line-head'},
      h('a', {href: `#/runs/${encodeURIComponent(run.id)}`}, pointing(run.direction, `${run.appName} ${run.direction}`)),
      h('span', {class: 'quiet'}, when(run.startedOn)));
}

/** Where a step is a transaction, that is all that shows of a run elsewhere. */
function recorded(latest) {
  return latest.slice(0, LATEST).map((entry, i) => h('p', {class: 'quiet'}, i === 0 ? 'Recorded last: ' : 'before that: ',
      `${entry.appName}:${entry.migrationId}, `, when(entry.ranOn), `, by ${entry.ranBy}`));
}

function journalled(row) {
  return [
    h('p', {}, pointing(row.direction, `${row.appName}:${row.migrationId} ${row.direction} `), ' ', h('span', {class: 'quiet'}, 'since ', when(row.notedOn))),
    h('pre', {}, code(row.statement)),
    row.error && h('p', {class: 'said'}, row.error),
  ];
}
