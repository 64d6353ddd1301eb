// All apps: who depends on whom, how each stands, when it last ran.

import {get} from './api.js';
import {action, h, svg} from './dom.js';
import {layered, line} from './layers.js';
import {makePlan} from './planning.js';
import {redraw} from './redraw.js';
import {keepUp, underWay, unlessAtWork} from './runs.js';
import {STATUSES, count, number, pointing, problemList, statusSign, when} from './words.js';

const WIDTH = 184;
const HEIGHT = 62;
const WRONG = ['failed', 'missing', 'changed'];

export async function apps({signal, fail}) {
  const body = h('div');
  const show = async (running) => {
    const read = await get('apps', signal);
    redraw(body, content(read, running, fail));
  };
  const running = await get('runs', signal);
  await show(running);
  keepUp(running, show, signal);
  return {title: 'Apps', content: [h('h1', {}, 'Apps'), body]};
}

function content({apps: all, problems}, running, fail) {
  const pending = sum(all, 'pending');
  return [
    h('div', {class: 'title'},
        h('p', {class: 'quiet'}, summary(all, pending)),
        h('div', {class: 'actions'},
            sum(all, 'missing') > 0 && syncButton('all', fail),
            pending > 0 && action({class: 'primary forwards'}, pointing('forwards', `Forwards: ${pending === 1 ? 'the one' : `all ${number(pending)}`} pending`),
                () => makePlan({appName: 'all', direction: 'forwards', target: 'all'}), fail))),
    underWay(running),
    problemList(unlessAtWork(problems, running)),
    all.length > 1 && h('section', {class: 'picture', 'aria-label': 'Who depends on whom', tabindex: '0'}, graph(all)),
    h('ul', {class: 'cards'}, all.map((app) => h('li', {class: 'card app'}, card(app)))),
    all.length === 0 && h('p', {class: 'empty'},
        'No pack was found. Name one in palindrome.yaml or with --pack, and start the server again.'),
  ];
}

/** Plans to reverse what no pack has any more, and to run what is pending. */
export function syncButton(appName, fail) {
  return action({title: 'Plan to reverse what no pack has any more, then to run what is pending'}, pointing('sync', 'Sync with the packs'),
      () => makePlan({appName, direction: 'sync'}), fail);
}

function sum(all, status) {
  return all.reduce((total, app) => total + app.counts[status], 0);
}

export function link(app) {
  return `#/apps/${encodeURIComponent(app)}`;
}

function summary(all, pending) {
  const behind = all.filter((app) => app.counts.pending > 0).length;
  const todo = pending === 0 ? 'nothing is pending' : `${number(pending)} pending in ${behind}`;
  const wrong = WRONG.filter((status) => sum(all, status) > 0).map((status) => `${number(sum(all, status))} ${status}`);
  return `${[count(all.length, 'app'), todo, ...wrong].join(', ')}.`;
}

function card(app) {
  return [
    h('h2', {}, h('a', {href: link(app.appName)}, app.appName)),
    h('p', {class: 'quiet'}, app.dependsOn.length
      ? ['depends on ', app.dependsOn.map((name, i) => [i > 0 && ', ', h('a', {href: link(name)}, name)])]
      : 'depends on no other app'),
    h('ul', {class: 'chips', 'aria-label': 'Migrations by status'}, STATUSES.filter((status) => app.counts[status] > 0)
        .map((status) => h('li', {}, h('span', {class: `chip is-${status}`}, statusSign(status),
            `${number(app.counts[status])} ${status}`)))),
    h('p', {class: 'quiet last'}, app.lastRunOn ? ['last run ', when(app.lastRunOn)] : 'never run'),
  ];
}

/** The picture of what the cards say in words. */
function graph(all) {
  const {places, edges, width, height} = layered(all.map((app) =>
    ({id: app.appName, width: WIDTH, height: HEIGHT, to: app.dependsOn})));
  const pad = 6;
  // An arrow leads from what is depended on to what depends on it, since that is the way that migrations go.
  return svg('svg', {
    class: 'graph', viewBox: `${-pad} ${-pad} ${width + 2 * pad} ${height + 2 * pad}`, width: width + 2 * pad, height: height + 2 * pad,
    role: 'group', 'aria-label': 'The apps; an arrow leads from an app to those that go forwards after it',
  },
  svg('defs', {}, svg('marker', {id: 'tip', viewBox: '0 0 8 10', refX: 7, refY: 5, markerWidth: 8, markerHeight: 10, orient: 'auto'},
      svg('path', {d: 'M1 0v10l7-5z'}))),
  edges.map((edge) => svg('path', {class: 'edge', d: line([...edge.points].reverse()), 'marker-end': 'url(#tip)'})),
  all.map((app) => node(app, places.get(app.appName))));
}

function node(app, place) {
  const pending = app.counts.pending;
  const wrong = WRONG.find((status) => app.counts[status] > 0);
  const says = [pending > 0 && `${number(pending)} pending`, wrong && `${number(app.counts[wrong])} ${wrong}`].filter(Boolean);
  const text = says.join(', ') || 'up to date';
  return svg('a', {href: link(app.appName), class: `node${pending > 0 ? ' has-pending' : ''}${wrong ? ' is-wrong' : ''}`},
      svg('rect', {x: place.x, y: place.y, width: place.width, height: place.height, rx: 10}),
      svg('text', {class: 'name', x: place.x + 16, y: place.y + 27}, shortened(app.appName, 18)),
      svg('text', {class: 'says', x: place.x + 16, y: place.y + 46}, text),
      pending > 0 && svg('path', {class: 'mark', d: `M${place.x + place.width - 24} ${place.y + 12}v12l9-6z`}));
}

function shortened(text, most) {
  return text.length > most ? text.slice(0, most - 1) + '…' : text;
}
