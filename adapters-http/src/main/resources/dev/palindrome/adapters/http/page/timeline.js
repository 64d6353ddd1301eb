// The timeline of one app: what is pending on top, then what ran, the most recent first. Going down is going back.

import {get, path} from './api.js';
import {link, syncButton} from './apps.js';
import {action, h} from './dom.js';
import {makePlan} from './planning.js';
import {redraw} from './redraw.js';
import {address, inOrder, migrationList} from './rows.js';
import {keepUp, underWay, unlessAtWork} from './runs.js';
import {count, number, pointing, problemList, statusSign} from './words.js';

const PAGE = 1_000;

export async function timeline({app, signal, fail}) {
  const [running, begun] = await Promise.all([get('runs', signal), begin(app, signal)]);
  const progress = h('p', {class: 'quiet', role: 'status'});
  const above = h('div');
  const list = migrationList(app, fail);
  const tell = (read) => { progress.textContent = `Reading… ${number(read)} migrations so far`; };
  const show = async (now, {apps, first}) => {
    const statuses = await readOn(app, first, signal, tell);
    progress.remove();
    redraw(above, listed({app, apps, fail, running: now}, statuses, first.problems));
    list.show(statuses);
  };
  const shown = show(running, begun).then(() => {
    keepUp(running, async (now) => show(now, await begin(app, signal)), signal);
  });
  if (begun.first.next) {
    shown.catch((error) => signal.aborted || fail(error));
  } else {
    await shown;
  }
  const content = [
    h('nav', {class: 'trail', 'aria-label': 'Where you are'}, h('a', {href: '#/'}, 'Apps'), h('span', {'aria-current': 'page'}, app)),
    h('h1', {}, app), progress, above, list.element,
  ];
  return {title: app, content};
}

async function begin(app, signal) {
  const [{apps}, first] = await Promise.all([get('apps', signal), page(app, null, signal)]);
  return {apps, first};
}

function page(app, after, signal) {
  const from = after === null ? '' : `after=${encodeURIComponent(after)}&`;
  return get(path`apps/${app}/migrations?` + `${from}limit=${PAGE}`, signal);
}

async function readOn(app, first, signal, tell) {
  const all = [...first.statuses];
  for (let last = first; last.next;) {
    tell(all.length);
    last = await page(app, all[all.length - 1].migrationId, signal);
    all.push(...last.statuses);
  }
  return all;
}

/** What stands above the list. */
function listed(view, statuses, problems) {
  const {ran} = inOrder(statuses);
  const pending = statuses.filter((one) => one.status === 'pending').length;
  const todo = pending + statuses.filter((one) => one.status === 'failed' && !one.hasRan).length;
  return [
    h('div', {class: 'title'},
        h('div', {},
            h('p', {class: 'quiet'}, `${count(statuses.length, 'migration')}, ${number(ran.length)} ran, `
                + `${number(pending)} pending${todo > pending ? `, ${number(todo - pending)} half-done` : ''}.`, dependencies(view))),
        h('div', {class: 'actions'},
            statuses.some((one) => one.status === 'missing') && syncButton(view.app, view.fail),
            statuses.some((one) => one.hasRan) && action({class: 'backwards'}, pointing('backwards', 'Back one'),
                () => makePlan({appName: view.app, direction: 'backwards', target: '1'}), view.fail),
            todo > 0 && action({class: 'primary forwards'}, pointing('forwards', todo === 1 ? 'Forwards one' : `Forwards: all ${number(todo)}`),
                () => makePlan({appName: view.app, direction: 'forwards', target: 'all'}), view.fail))),
    underWay(view.running),
    problemList(unlessAtWork(problems, view.running)),
    lacking(statuses),
    statuses.length === 0 && h('p', {class: 'empty'}, 'This app has no migrations.'),
  ];
}

function dependencies({app, apps}) {
  const names = (title, all) => all.length > 0
    && [` ${title} `, all.map((name, i) => [i > 0 && ', ', h('a', {href: link(name)}, name)]), '.'];
  return [
    names('Depends on', apps.find((one) => one.appName === app)?.dependsOn ?? []),
    names('Needed by', apps.filter((one) => one.dependsOn.includes(app)).map((one) => one.appName)),
  ];
}

/** What the history has and the packs lack. */
function lacking(statuses) {
  const missing = statuses.filter((one) => one.status === 'missing');
  return missing.length > 0 && h('p', {class: 'note is-missing'}, statusSign('missing'),
      `${count(missing.length, 'migration')} ran that no pack has any more: `,
      missing.slice(0, 5).map((one, i) => [i > 0 && ', ', h('a', {href: address(one)}, one.migrationId)]),
      missing.length > 5 ? ` and ${missing.length - 5} more. ` : '. ',
      missing.every((one) => one.reversal === 'stored') ? 'What takes them back is in the history.' : '');
}
