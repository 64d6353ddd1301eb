// The tables and their foreign keys: as a picture, and in words below it. Of a plan: before and after it.

import {get, path} from './api.js';
import {h} from './dom.js';
import {compared, unchanged} from './compared.js';
import {diagram} from './diagram.js';
import {count, problemList} from './words.js';

const MANY = 60;

export async function schema({query, signal}) {
  const {tables} = await get('schema', signal);
  const wanted = query.get('table');
  const picture = pictured(unchanged(tables), 'The tables of the database and their foreign keys');
  return {
    title: 'Schema',
    content: [
      h('div', {class: 'title'}, h('div', {}, h('h1', {}, 'Schema'),
          h('p', {class: 'quiet'}, `${count(tables.length, 'table')}, ${count(tables.reduce((sum, one) => sum + one.foreignKeys.length, 0), 'foreign key')}. `
            + 'What Palindrome keeps for itself is left out.'))),
      tables.length === 0 ? h('p', {class: 'empty'}, 'There are no tables yet.') : picture,
      tables.length > 0 && h('section', {'aria-labelledby': 'in-words'}, h('h2', {id: 'in-words'}, 'In words'), inWords(unchanged(tables), wanted)),
    ].filter(Boolean),
    ready: () => wanted && reveal(wanted),
  };
}

/** What a plan makes of the schema; asked for when somebody wants to see it. */
export function planSchema(hash, signal) {
  const body = h('div');
  let asked = false;
  return h('details', {class: 'plan-schema', async ontoggle(event) {
    if (asked || !event.target.open) {
      return;
    }
    asked = true;
    body.replaceChildren(h('p', {class: 'quiet loading'}, 'Reading…'));
    try {
      body.replaceChildren(...beforeAndAfter(await get(path`plans/${hash}/schema`, signal)));
    } catch (error) {
      asked = false;
      body.replaceChildren(problemList(error.problems ?? [{code: 'page/error', severity: 'error', message: String(error.message)}]));
    }
  }}, h('summary', {}, 'The schema before and after'), body);
}

function beforeAndAfter({before, after, unforeseen}) {
  if (after === null) {
    return [h('p', {class: 'note'}, `What it looks like afterwards can’t be computed: ${unforeseen}`),
      pictured(unchanged(before.tables), 'The tables before the plan')];
  }
  const both = compared(before.tables, after.tables);
  const touched = both.filter((one) => one.change !== 'same');
  if (touched.length === 0) {
    return [h('p', {class: 'note'}, 'It leaves every table as it is.')];
  }
  const near = both.filter((one) => one.change !== 'same' || touched.some((other) => points(one, other) || points(other, one)));
  return [
    h('ul', {class: 'legend'}, ['added', 'removed', 'changed'].map((change) =>
      h('li', {class: `change-${change}`}, `${SIGN[change]} ${count(both.filter((one) => one.change === change).length, 'table')} ${change}`))),
    pictured(near, 'The tables that the plan changes, and their neighbours'),
    inWords(touched, null),
  ];
}

const SIGN = {added: '+', removed: '−', changed: '~'};

function points(one, other) {
  return one.foreignKeys.some((key) => key.table === other.name);
}

function pictured(tables, label) {
  const place = h('div', {class: 'picture', role: 'region', tabindex: '0', 'aria-label': label});
  const withColumns = h('input', {type: 'checkbox', checked: tables.length <= MANY, onchange: draw});
  function draw() {
    place.replaceChildren(diagram(tables, withColumns.checked));
  }
  draw();
  return h('div', {}, h('label', {class: 'check'}, withColumns, 'with columns'), place);
}

function inWords(tables, wanted) {
  return h('div', {class: 'tables'}, tables.map((one) => h('details', {id: `table-${one.name}`, class: `change-${one.change}`, open: one.name === wanted || one.change !== 'same'},
      h('summary', {}, one.change !== 'same' && [h('span', {class: 'sign-text'}, SIGN[one.change]), ' '], h('code', {}, one.name), ' ',
          h('span', {class: 'quiet'}, one.change === 'same' ? count(one.columns.length, 'column') : one.change)),
      h('div', {class: 'wide-table', tabindex: '0', role: 'region', 'aria-label': `Columns of ${one.name}`}, h('table', {},
          h('thead', {}, h('tr', {}, ['Column', 'Type', 'Null', 'Key'].map((text) => h('th', {scope: 'col'}, text)))),
          h('tbody', {}, one.columns.map((column) => h('tr', {class: `change-${column.change}`},
              h('th', {scope: 'row'}, h('code', {}, column.name), column.change !== 'same' && h('span', {class: 'quiet'}, ` ${column.change}`)),
              h('td', {}, h('code', {}, column.type), column.was && h('span', {class: 'quiet'}, ` was ${column.was}`)),
              h('td', {}, column.nullable ? 'yes' : 'no'),
              h('td', {}, keys(one, column))))))))));
}

function keys(table, column) {
  const foreign = table.foreignKeys.filter((key) => key.columns.includes(column.name))
      .map((key) => `${key.table} (${key.referencedColumns.join(', ')})${key.change === 'same' ? '' : `, ${key.change}`}`);
  return [column.primaryKey ? 'primary' : null, ...foreign.map((text) => `→ ${text}`)].filter(Boolean).join('; ');
}

function reveal(table) {
  const details = document.getElementById(`table-${table}`);
  details?.scrollIntoView({block: 'center'});
  details?.querySelector('summary').focus({preventScroll: true});
}
