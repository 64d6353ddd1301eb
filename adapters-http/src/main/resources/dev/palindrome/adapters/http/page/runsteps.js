// The steps of a run, one line each, with their statements as they come.

import {h} from './dom.js';
import {address} from './rows.js';
import {code} from './sql.js';
import {arrow, duration} from './words.js';

const OUTCOMES = {
  'planned': 'to come', 'not-started': 'to come', 'running': 'running', 'done': 'done', 'faked': 'recorded',
  'failed': 'failed', 'rolled-back': 'failed, rolled back', 'in-doubt': 'in doubt',
};

/** One step: what stands for it, and what to tell it. */
export function stepView(step) {
  const word = h('span', {class: 'outcome'});
  const took = h('span', {class: 'took'});
  const statements = h('ol', {class: 'statements live'});
  const element = h('li', {class: `card step ${step.direction}`},
      h('div', {class: 'step-head'},
          h('h2', {class: 'step-name'}, arrow(step.direction), ' ', h('a', {href: address(step)}, h('code', {}, `${step.appName}:${step.migrationId}`)),
              h('span', {class: 'description'}, step.description)),
          h('span', {class: 'step-state'}, word, took)),
      statements);
  const lines = new Map();
  let began = null;
  let over = false;
  outcome('not-started');

  function outcome(name) {
    element.dataset.outcome = name;
    word.textContent = OUTCOMES[name] ?? name;
  }

  function isDone() {
    return ['done', 'faked'].includes(element.dataset.outcome);
  }

  function line({number, text}) {
    if (!lines.has(number)) {
      const time = h('span', {class: 'took'});
      const item = h('li', {value: number}, h('pre', {}, code(text)), time);
      lines.set(number, {item, time});
      put(item);
    }
    return lines.get(number);
  }

  /** Statements run one after the other: all but the last are done. Most come in their order. */
  function put(item) {
    const last = statements.lastElementChild;
    if (last === null || last.value < item.value) {
      last?.setAttribute('data-state', 'done');
      statements.append(item);
    } else {
      item.dataset.state = 'done';
      statements.insertBefore(item, [...statements.children].find((other) => other.value > item.value));
    }
  }

  /** The last statement is what the step says. */
  function settle() {
    const last = statements.lastElementChild;
    if (last && last.dataset.state !== 'done') {
      last.dataset.state = isDone() ? 'done' : over ? 'failed' : 'running';
    }
  }

  return {
    element,
    isDone,
    /** Says whether it runs now: it may be over already, and have been heard of late. */
    start() {
      if (over) {
        return false;
      }
      began ??= performance.now();
      outcome('running');
      return true;
    },
    statementStarted(statement) {
      line(statement);
      settle();
    },
    statementDone(statement) {
      const {item, time} = line(statement);
      item.dataset.state = 'done';
      time.textContent = duration(statement.durationMillis);
    },
    finish(result) {
      over = result.outcome !== 'not-started';
      outcome(result.outcome);
      if (result.outcome === 'not-started') {
        word.textContent = 'not started';
        return;
      }
      took.textContent = result.durationMillis > 0 || began === null ? duration(result.durationMillis) : '';
      settle();
    },
  };
}
