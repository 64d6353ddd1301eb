// One migration: both halves side by side, what they touch, and how it stands in the history.

import {get, path} from './api.js';
import {link} from './apps.js';
import {action, h} from './dom.js';
import {makePlan} from './planning.js';
import {isToCome} from './rows.js';
import {code} from './sql.js';
import {duration, pointing, problemList, reversalTag, statusChip, when} from './words.js';

const PROOFS = {proven: 'its reversal is proven', failed: 'its reversal failed', stale: 'it has changed since', none: 'none recorded'};

export async function migration({app, id, signal, fail}) {
  const one = await get(path`apps/${app}/migrations/${id}`, signal);
  const ways = ['backwards', 'forwards'].filter((way) => way === 'backwards' ? one.hasRan : isToCome(one));
  return {
    title: `${app} ${id}`,
    content: [
      h('nav', {class: 'trail', 'aria-label': 'Where you are'}, h('a', {href: '#/'}, 'Apps'), h('a', {href: link(app)}, app),
          h('span', {'aria-current': 'page'}, id)),
      h('div', {class: 'title'},
          h('div', {},
              h('h1', {}, one.description || one.migrationId),
              h('p', {class: 'facts'}, h('code', {class: 'id'}, `${app}:${id}`), statusChip(one.status), reversalTag(one.reversal),
                  one.fake && h('span', {class: 'tag'}, 'only ever recorded'),
                  one.transactional === false && h('span', {class: 'tag'}, 'no transaction'),
                  one.tags?.map((tag) => h('span', {class: 'tag named'}, tag)))),
          h('div', {class: 'actions'}, ways.map((way) => action({class: way}, pointing(way, way === 'backwards' ? 'Back to here' : 'Forwards to here'),
              () => makePlan({appName: app, direction: way, id}), fail)))),
      problemList(one.problems),
      h('div', {class: 'mirror'}, half('forwards', one.forwards, one), half('backwards', one.backwards, one)),
      h('div', {class: 'beneath'}, touched(one), history(one), origin(one)),
    ],
  };
}

function half(way, statements, one) {
  const title = h('h2', {}, pointing(way, way === 'forwards' ? 'Forwards' : 'Backwards'));
  return h('section', {class: `half ${way}`, 'aria-label': `The ${way} half`}, title,
      statements?.length > 0
        ? h('ol', {class: 'statements'}, statements.map((sql) => h('li', {}, h('pre', {}, code(sql)))))
        : h('p', {class: 'empty'}, why(way, statements, one)));
}

function why(way, statements, one) {
  if (way === 'forwards') {
    return statements === null ? 'No pack has this migration any more.' : 'It does nothing.';
  }
  const reasons = {
    'absent': `There is no way back${one.reversalAbsentBecause ? `: ${one.reversalAbsentBecause}` : '.'}`,
    'not-needed': 'Its author says that there is nothing to take back.',
    'derived': 'It follows from the operations and from the database of that moment. A plan backwards shows it.',
    'stored': 'It was kept in the history when it ran. A plan backwards shows it.',
  };
  return reasons[one.reversal] ?? 'Nothing is known of it here.';
}

function touched(one) {
  return one.tables !== undefined && h('section', {class: 'panel', 'aria-labelledby': 'touches'}, h('h2', {id: 'touches'}, 'Tables it touches'),
      one.tables.length > 0
        ? h('ul', {class: 'names'}, one.tables.map((table) => h('li', {}, h('a', {href: `#/schema?table=${encodeURIComponent(table)}`}, table))))
        : h('p', {class: 'quiet'}, 'None that its words name.'));
}

function history(one) {
  const entry = one.history;
  return h('section', {class: 'panel', 'aria-labelledby': 'history'}, h('h2', {id: 'history'}, 'Its history'),
      entry ? facts([
        ['Ran', when(entry.ranOn)],
        ['By', entry.ranBy],
        ['Took', entry.faked ? 'recorded without running' : duration(entry.durationMillis)],
        ['Place', `number ${entry.sequence} in the history`],
        ['Checksum then', h('code', {class: 'sum', title: entry.checksum}, entry.checksum)],
        ['With', `Palindrome ${entry.toolVersion}`],
        entry.description !== one.description && ['Called then', entry.description],
      ]) : h('p', {class: 'quiet'}, 'It has not run here.'));
}

function origin(one) {
  return h('section', {class: 'panel', 'aria-labelledby': 'origin'}, h('h2', {id: 'origin'}, 'Where it is written'),
      one.location ? facts([
        ['In', h('code', {}, one.location)],
        ['Checksum now', h('code', {class: 'sum', title: one.checksum}, one.checksum)],
        ['Proof', PROOFS[one.proof] ?? one.proof],
        one.dependsOn?.length > 0 && ['Needs', one.dependsOn.map((ref) => [h('code', {}, ref), ' '])],
      ]) : h('p', {class: 'quiet'}, 'No pack has it.'));
}

export function facts(pairs) {
  return h('dl', {class: 'fact-list'}, pairs.filter(Boolean).map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))));
}
