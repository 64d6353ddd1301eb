// The migrations of an app in a row each, narrowed down by status and by words.

import {action, h, say} from './dom.js';
import {makePlan} from './planning.js';
import {redraw} from './redraw.js';
import {STATUSES, arrow, count, duration, number, pointing, reversalTag, statusSign, when} from './words.js';
import {windowed} from './windowed.js';

export function address(one) {
  return `#/apps/${encodeURIComponent(one.appName)}/${encodeURIComponent(one.migrationId)}`;
}

/** What is pending is the future, also if it has run before, as a repeatable migration has that was changed. */
export function isToCome(one) {
  return one.status === 'pending' || !one.hasRan;
}

/** The order in which things ran, turned round; what is to come stands before it. */
export function inOrder(statuses) {
  const ran = statuses.filter((one) => !isToCome(one)).sort((a, b) => b.sequence - a.sequence);
  const future = statuses.filter(isToCome).reverse();
  return {ran, future};
}

/** An empty list. `show` makes it one of these migrations; when it did so before, whoever was at a row stays there. */
export function migrationList(app, fail) {
  let items = [];
  let places = new Map();
  let last = '';
  let pointed = null;
  const list = windowed({
    label: `The migrations of ${app}, the most recent first`,
    render: (item) => item.now ? now(item.ran) : row(item, point, fail),
    touched: (item) => Boolean(pointed) && !item.now && isPast(pointed, item),
    key: (item) => item.migrationId,
  });
  const narrow = filters((fits) => list.show(items.filter(fits)), () => list.reveal((item) => item.now));
  const element = h('div', {hidden: true}, narrow.element, list.element);

  /** Marks what would run if the plan went to this one. */
  function point(one) {
    pointed = one;
    list.element.dataset.direction = one ? direction(one) : '';
    list.mark();
  }

  function isPast(target, one) {
    return isToCome(target)
      ? isToCome(one) && places.get(one.migrationId) >= places.get(target.migrationId)
      : one.hasRan && one.sequence >= target.sequence;
  }

  function show(statuses) {
    const text = JSON.stringify(statuses);
    if (text === last) {
      return;
    }
    const isFirst = last === '';
    last = text;
    const {ran, future} = inOrder(statuses);
    items = [...future, {now: true, ran: ran.length}, ...ran];
    places = new Map(future.map((one, i) => [one.migrationId, i]));
    element.hidden = statuses.length === 0;
    point(null);
    const shown = items.filter(narrow.count(statuses));
    (isFirst ? list.show : list.update)(shown);
  }

  return {element, show};
}

function direction(one) {
  return isToCome(one) ? 'forwards' : 'backwards';
}

function now(ran) {
  return h('div', {class: 'now'}, h('span', {class: 'axis'}), arrow('backwards'),
      h('span', {}, ran > 0 ? 'the database is here' : 'the database is here: nothing has run'), arrow('forwards'), h('span', {class: 'axis'}));
}

function row(one, point, fail) {
  const way = direction(one);
  const words = way === 'backwards' ? 'Back to here' : 'Forwards to here';
  const explained = way === 'backwards'
    ? `Back to here: plan to reverse ${one.migrationId} and all that ran after it`
    : `Forwards to here: plan to run all up to ${one.migrationId}`;
  const go = action({
    class: `go ${way}`, 'aria-label': explained, title: explained,
    onpointerenter: () => point(one), onpointerleave: () => point(null), onfocus: () => point(one), onblur: () => point(null),
  }, pointing(way, words),
  () => makePlan({appName: one.appName, direction: way, id: one.migrationId}), fail);
  return h('div', {class: `row is-${one.status}`},
      h('span', {class: 'spine'}, statusSign(one.status)),
      h('div', {class: 'what'},
          h('a', {class: 'id', href: address(one), title: one.migrationId}, one.migrationId),
          h('span', {class: 'description', title: one.description}, one.description)),
      h('div', {class: 'how'},
          h('span', {class: `word is-${one.status}`}, word(one)),
          reversalTag(one.reversal),
          one.tags?.map((tag) => h('span', {class: 'tag named'}, tag))),
      h('div', {class: 'when'}, one.ranOn
        ? [when(one.ranOn), h('span', {class: 'by', title: one.ranBy}, one.ranBy, one.durationMillis !== undefined && ` · ${duration(one.durationMillis)}`)]
        : h('span', {}, one.status === 'failed' ? 'half-done' : 'not yet')),
      go);
}

function word(one) {
  if (one.status === 'pending' && one.hasRan) {
    return 'pending: changed since it ran';
  }
  return one.status === 'missing' ? 'missing: no pack has it' : one.status;
}

/** Narrows a list down by status and by words: `apply` is handed which of its items fit. */
function filters(apply, toNow) {
  let status = null;
  let words = '';
  let statuses = [];
  const buttons = h('div', {class: 'filter-buttons', role: 'group', 'aria-label': 'Show by status'});
  const fits = (one) => one.now
    ? status === null && words === ''
    : (status === null || one.status === status) && `${one.migrationId} ${one.description}`.toLowerCase().includes(words);
  const changed = () => {
    apply(fits);
    say(`${count(statuses.filter(fits).length, 'migration')} shown`);
  };
  const button = (name, many) => h('button', {
    type: 'button', class: 'filter', 'aria-pressed': String(name === status), 'data-status': name ?? '',
    onclick(event) {
      status = name;
      buttons.querySelectorAll('button').forEach((one) => one.setAttribute('aria-pressed', String(one === event.currentTarget)));
      changed();
    },
  }, name && statusSign(name), `${number(many)} ${name ?? 'all'}`);
  const element = h('div', {class: 'filters'},
      buttons,
      h('input', {type: 'search', placeholder: 'Find an id or a word', 'aria-label': 'Find migrations', spellcheck: 'false', oninput(event) {
        words = event.target.value.trim().toLowerCase();
        changed();
      }}),
      h('button', {type: 'button', class: 'small', onclick: toNow}, 'To now'));
  return {
    element,
    /** Counts anew; gives back which items fit. */
    count(all) {
      statuses = all;
      const many = (name) => name === null ? all.length : all.filter((one) => one.status === name).length;
      redraw(buttons, [null, ...STATUSES].filter((name) => name === null || name === status || many(name) > 0).map((name) => button(name, many(name))));
      return fits;
    },
  };
}
