// A plan: the exact SQL, what is wrong with it, what is at stake, and the approval. Looking at it runs nothing.

import {get, path, post} from './api.js';
import {link} from './apps.js';
import {action, h} from './dom.js';
import {makePlan, requestOf} from './planning.js';
import {address} from './rows.js';
import {planSchema} from './schema.js';
import {code} from './sql.js';
import {isLoss, lossSentence, stakes} from './stakes.js';
import {arrow, count, pointing, problemList} from './words.js';

export async function plan({hash, query, who, signal, fail}) {
  const request = requestOf(query);
  let one;
  try {
    one = await get(path`plans/${hash}`, signal);
  } catch (error) {
    if ((error.status === 404 || error.status === 409) && request) {
      return outdated(error, request, fail);
    }
    throw error;
  }
  const app = one.appName;
  const way = one.direction;
  return {
    title: `Plan ${way}: ${app}`,
    content: [
      trail(app),
      h('div', {class: 'title'}, h('div', {},
          h('h1', {class: `way ${way}`}, pointing(way, `Plan ${way}`)),
          h('p', {class: 'quiet'}, headline(one)))),
      one.lockedBy && h('p', {class: 'waiting'}, `At work on this database now: ${one.lockedBy}. A run of this plan would wait, and be refused if what runs before it changes what it would do.`),
      problemList(one.problems),
      h('div', {class: 'plan-body'},
          h('aside', {class: 'plan-side', 'aria-label': 'What is at stake, and approval'},
              stakes(one), approval(one, who, fail),
              one.success && one.steps.length > 0 && h('p', {class: 'quiet hash'}, 'Plan ', h('code', {title: hash}, hash.slice(0, 16) + '…'),
                  '. What runs is this plan or nothing.')),
          h('div', {class: 'plan-steps'},
              one.steps.length > 0 && h('h2', {}, `What ${one.success ? 'will' : 'would'} run`),
              h('ol', {class: 'steps'}, one.steps.map((step, i) => stepCard(step, i + 1))),
              one.steps.length > 0 && planSchema(hash, signal))),
    ],
  };
}

/** The message, unless a problem says the same. */
function headline({message, problems}) {
  if (problems.some((problem) => problem.message === message)) {
    return 'It is refused: see why.';
  }
  return /[.!?]$/.test(message) ? message : `${message}.`;
}

function trail(app) {
  return h('nav', {class: 'trail', 'aria-label': 'Where you are'}, h('a', {href: '#/'}, 'Apps'),
      app !== 'all' && h('a', {href: link(app)}, app), h('span', {'aria-current': 'page'}, 'Plan'));
}

/** The plan is not known any more, or is not what would run now: it is there to be made again. */
function outdated(error, request, fail) {
  return {
    title: 'Plan',
    content: [
      trail(request.appName), h('h1', {}, error.status === 409 ? 'What would run has changed' : 'This plan is forgotten'),
      problemList(error.problems),
      h('div', {class: 'actions'}, action({class: 'primary'}, 'Make the plan again', () => makePlan(request), fail)),
    ],
  };
}

/** One migration in one direction, with its transaction drawn as a bracket. */
function stepCard(step, place) {
  return h('li', {class: `card step ${step.direction}`},
      h('div', {class: 'step-head'},
          h('h3', {}, arrow(step.direction), ' ', h('a', {href: address(step)}, `${step.appName}:${step.migrationId}`),
              h('span', {class: 'description'}, step.description)),
          h('span', {class: 'tag'}, step.transactional ? 'one transaction' : 'statement by statement')),
      step.notes?.length > 0 && h('ul', {class: 'notes'}, step.notes.map((note) => h('li', {}, note))),
      h('ol', {class: 'statements', 'aria-label': `Statements of step ${place}`}, bracketed(step)));
}

const BOUNDARY = /^(BEGIN|START TRANSACTION|COMMIT)\b[^;]*;?$/i;

/** What the server says that it writes itself is folded away; what the migration does never is, whatever it looks like. */
function bracketed({statements, ownStatements}) {
  const own = new Set(ownStatements);
  let inside = false;
  return statements.map((sql, i) => {
    const isBoundary = BOUNDARY.test(sql.trim());
    const closes = isBoundary && /^COMMIT/i.test(sql.trim());
    const kind = isBoundary ? `boundary ${closes ? 'closes' : 'opens'}` : inside ? 'inside' : 'alone';
    inside = isBoundary ? !closes : inside;
    return h('li', {class: kind}, !isBoundary && own.has(i)
      ? h('details', {}, h('summary', {}, /^CREATE\b/i.test(sql) ? 'creates the history' : 'writes the history'), h('pre', {}, code(sql)))
      : h('pre', {}, code(sql)));
  });
}

function approval(one, who, fail) {
  if (one.steps.length === 0 && one.success) {
    return h('p', {class: 'empty'}, 'There is nothing to do.');
  }
  if (!one.success) {
    return h('section', {class: 'approve'}, h('h2', {}, 'Refused'),
        h('p', {}, 'This plan has errors and can’t be run. What to do about them stands with them.'));
  }
  if (who.role === 'viewer') {
    return h('section', {class: 'approve'}, h('h2', {}, 'Approve'),
        h('p', {}, 'You may read and plan. Hand this page’s address to somebody who may run.'));
  }
  const way = one.direction;
  const loses = isLoss(one.atStake);
  const run = async () => {
    const started = await post(path`plans/${one.hash}/runs`);
    location.hash = `#/runs/${started.id}`;
  };
  const many = count(one.steps.length, 'migration');
  const button = action({class: `primary wide ${way}`, disabled: loses},
      pointing(way, way === 'sync' ? `Sync ${many}` : `Run ${many} ${way}`), run, fail);
  if (!loses) {
    return h('section', {class: 'approve'}, h('h2', {}, 'Approve'), button);
  }
  const field = h('input', {id: 'confirm', autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false', 'aria-describedby': 'loss',
    oninput: () => { button.disabled = field.value !== one.appName; },
    onkeydown: (event) => event.key === 'Enter' && !button.disabled && button.click()});
  return h('section', {class: 'approve'}, h('h2', {}, 'Approve'),
      h('p', {id: 'loss'}, lossSentence(one.atStake)),
      h('label', {for: 'confirm'}, 'Type ', h('strong', {class: 'typed'}, one.appName), ' to agree'), field, button);
}
