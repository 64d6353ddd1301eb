// The timeline of one app: what is pending on top, then what ran, the most recent first. Going down is going back.

import {get, path} from './api.js';
import {link, syncButton} from './apps.js';
import {action, h, say} from './dom.js';
import {makePlan} from './planning.js';
import {underWay, unlessAtWork} from './runs.js';
import {STATUSES, arrow, count, duration, number, pointing, problemList, reversalTag, statusSign, when} from './words.js';
import {windowed} from './windowed.js';

const PAGE = 1_000;

export async function timeline({app, signal, fail}) {
  const [{apps}, running, first] = await Promise.all([get('apps', signal), get('runs', signal), page(app, null, signal)]);
  const known = apps.find((one) => one.appName === app);
  const progress = h('p', {class: 'quiet', role: 'status'});
  const body = h('div');
  const view = {app, fail, apps, running};
  const show = (statuses) => {
    progress.remove();
    body.replaceChildren(...listed(view, known, statuses, first.problems));
  };
  const content = [
    h('nav', {class: 'trail', 'aria-label': 'Where you are'}, h('a', {href: '#/'}, 'Apps'), h('span', {'aria-current': 'page'}, app)),
    h('h1', {}, app), progress, body,
  ];
  if (!first.next) {
    show(first.statuses);
  } else {
    readOn(app, first, signal, (read) => {
      progress.textContent = `Reading… ${number(read)} migrations so far`;
    }).then(show).catch((error) => signal.aborted || fail(error));
  }
  return {title: app, content};
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

/** The order in which things ran, turned round; what has not run is the future, and stands before it. */
function inOrder(statuses) {
  const ran = statuses.filter((one) => one.hasRan).sort((a, b) => b.sequence - a.sequence);
  const future = statuses.filter((one) => !one.hasRan).reverse();
  return {ran, future};
}

function listed(view, known, statuses, problems) {
  const {ran, future} = inOrder(statuses);
  const pending = future.filter((one) => one.status === 'pending' || one.status === 'failed');
  const list = rows(view, ran, future);
  return [
    h('div', {class: 'title'},
        h('div', {},
            h('p', {class: 'quiet'}, `${count(statuses.length, 'migration')}, ${number(ran.length)} ran, `
                + `${number(future.length)} pending.`, dependencies(known, view.apps, view.app))),
        h('div', {class: 'actions'},
            statuses.some((one) => one.status === 'missing') && syncButton(view.app, view.fail),
            ran.length > 0 && action({class: 'backwards'}, pointing('backwards', 'Back one'),
                () => makePlan({appName: view.app, direction: 'backwards', target: '1'}), view.fail),
            pending.length > 0 && action({class: 'primary forwards'}, pointing('forwards', pending.length === 1 ? 'Forwards one' : `Forwards: all ${number(pending.length)}`),
                () => makePlan({appName: view.app, direction: 'forwards', target: 'all'}), view.fail))),
    underWay(view.running),
    problemList(unlessAtWork(problems, view.running)),
    lacking(statuses),
    statuses.length === 0 ? h('p', {class: 'empty'}, 'This app has no migrations.') : [filters(statuses, list), list.element],
  ].flat().filter(Boolean);
}

function dependencies(known, apps, app) {
  const names = (title, all) => all.length > 0
    && [` ${title} `, all.map((name, i) => [i > 0 && ', ', h('a', {href: link(name)}, name)]), '.'];
  return [
    names('Depends on', known?.dependsOn ?? []),
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

export function address(one) {
  return `#/apps/${encodeURIComponent(one.appName)}/${encodeURIComponent(one.migrationId)}`;
}

function rows(view, ran, future) {
  const items = [...future, {now: true}, ...ran];
  let pointed = null;
  const list = windowed({
    label: `The migrations of ${view.app}, the most recent first`,
    items,
    render: (item) => item.now ? now(ran.length) : row(view, item, point),
    touched: (item) => Boolean(pointed) && !item.now && isPast(pointed, item),
  });
  /** Marks what would run if the plan went to this one. */
  function point(one) {
    pointed = one;
    list.element.dataset.direction = one ? direction(one) : '';
    list.mark();
  }
  function isPast(target, one) {
    return target.hasRan
      ? one.hasRan && one.sequence >= target.sequence
      : !one.hasRan && future.indexOf(one) >= future.indexOf(target);
  }
  return Object.assign(list, {items});
}

function direction(one) {
  return one.hasRan ? 'backwards' : 'forwards';
}

function now(ran) {
  return h('div', {class: 'now'}, h('span', {class: 'axis'}), arrow('backwards'),
      h('span', {}, ran > 0 ? 'the database is here' : 'the database is here: nothing has run'), arrow('forwards'), h('span', {class: 'axis'}));
}

function row(view, one, point) {
  const way = direction(one);
  const words = way === 'backwards' ? 'Back to here' : 'Forwards to here';
  const explained = way === 'backwards'
    ? `Back to here: plan to reverse ${one.migrationId} and all that ran after it`
    : `Forwards to here: plan to run all up to ${one.migrationId}`;
  const go = action({
    class: `go ${way}`, 'aria-label': explained, title: explained,
    onpointerenter: () => point(one), onpointerleave: () => point(null), onfocus: () => point(one), onblur: () => point(null),
  }, pointing(way, words),
  () => makePlan({appName: view.app, direction: way, id: one.migrationId}), view.fail);
  return h('div', {class: `row is-${one.status}`},
      h('span', {class: 'spine'}, statusSign(one.status)),
      h('div', {class: 'what'},
          h('a', {class: 'id', href: address(one), title: one.migrationId}, one.migrationId),
          h('span', {class: 'description', title: one.description}, one.description)),
      h('div', {class: 'how'},
          h('span', {class: `word is-${one.status}`}, one.status === 'missing' ? 'missing: no pack has it' : one.status),
          reversalTag(one.reversal),
          one.tags?.map((tag) => h('span', {class: 'tag named'}, tag))),
      h('div', {class: 'when'}, one.ranOn
        ? [when(one.ranOn), h('span', {class: 'by', title: one.ranBy}, one.ranBy, one.durationMillis !== undefined && ` · ${duration(one.durationMillis)}`)]
        : h('span', {}, one.status === 'failed' ? 'half-done' : 'not yet')),
      go);
}

/** Narrows the list down by status and by words. */
function filters(statuses, list) {
  let status = null;
  let words = '';
  const apply = () => {
    const fits = (one) => one.now
      ? status === null && words === ''
      : (status === null || one.status === status) && `${one.migrationId} ${one.description}`.toLowerCase().includes(words);
    const shown = list.items.filter(fits);
    list.show(shown);
    say(`${count(shown.filter((one) => !one.now).length, 'migration')} shown`);
  };
  const buttons = [null, ...STATUSES].map((word) => {
    const many = word === null ? statuses.length : statuses.filter((one) => one.status === word).length;
    return (word === null || many > 0) && h('button', {
      type: 'button', class: 'filter', 'aria-pressed': String(word === null), 'data-status': word ?? '',
      onclick(event) {
        status = word;
        event.currentTarget.parentElement.querySelectorAll('button').forEach((one) => one.setAttribute('aria-pressed', 'false'));
        event.currentTarget.setAttribute('aria-pressed', 'true');
        apply();
      },
    }, word && statusSign(word), `${number(many)} ${word ?? 'all'}`);
  });
  return h('div', {class: 'filters'},
      h('div', {class: 'filter-buttons', role: 'group', 'aria-label': 'Show by status'}, buttons),
      h('input', {type: 'search', placeholder: 'Find an id or a word', 'aria-label': 'Find migrations', spellcheck: 'false', oninput(event) {
        words = event.target.value.trim().toLowerCase();
        apply();
      }}),
      h('button', {type: 'button', class: 'small', onclick: () => list.reveal((item) => item.now)}, 'To now'));
}
