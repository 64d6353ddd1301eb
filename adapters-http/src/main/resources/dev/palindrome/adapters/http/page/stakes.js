// What a plan would take away, counted.

import {h} from './dom.js';
import {count, number} from './words.js';

/** Whether rows would be lost; what could not be counted counts as lost. */
export function isLoss(stake) {
  return Boolean(stake) && (stake.totalRows > 0 || isUncounted(stake));
}

function isUncounted(stake) {
  return stake.uncounted.length > 0 || [...stake.tables, ...stake.columns, ...stake.rows].some((one) => one.rows === null);
}

export function lossSentence(stake) {
  const counted = stake.totalRows > 0 ? `${count(stake.totalRows, 'row')} would lose something or be gone for good.` : '';
  const rest = isUncounted(stake) ? ' What could not be counted may be lost too.' : '';
  return `${counted}${rest}`.trim();
}

export function stakes(plan) {
  const stake = plan.atStake;
  if (!stake || plan.steps.length === 0) {
    return null;
  }
  const nothing = [stake.tables, stake.columns, stake.rows, stake.uncounted].every((all) => all.length === 0);
  return h('section', {class: `stakes${isLoss(stake) ? ' loss' : ''}`, 'aria-labelledby': 'stakes'},
      h('h2', {id: 'stakes'}, 'At stake'),
      nothing ? h('p', {}, 'Nothing: no table, no column and no row would be taken away.') : [
        h('p', {class: 'total'}, h('strong', {}, number(stake.totalRows)), stake.totalRows === 1 ? ' row' : ' rows'),
        group('Tables', stake.tables, (one) => [h('code', {}, one.name), counted(one.rows, 'row')]),
        group('Columns', stake.columns, (one) => [h('code', {}, `${one.table}.${one.name}`), counted(one.rows, 'value')]),
        group('Rows', stake.rows, (one) => [h('code', {}, one.table), counted(one.rows, 'row') + (one.of === null ? '' : ` of ${number(one.of)}`)]),
        group('Not counted', stake.uncounted, (one) => [h('span', {}, one)]),
      ]);
}

function counted(rows, what) {
  return rows === null ? 'not counted' : count(rows, what);
}

const FEW = 6;

function group(title, all, line) {
  if (all.length === 0) {
    return null;
  }
  const list = h('ul', {class: 'stake-list'}, all.map((one) => h('li', {}, line(one)[0], line(one)[1] && h('span', {class: 'amount'}, line(one)[1]))));
  return all.length <= FEW
    ? [h('h3', {}, title), list]
    : h('details', {}, h('summary', {}, `${title}: ${number(all.length)}`), list);
}
