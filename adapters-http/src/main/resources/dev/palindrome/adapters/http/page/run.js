// A run as it goes. It is read from its beginning on every visit, so a reload loses nothing; after a lost connection the
// browser asks for what followed the last event that it has.

import {address as api, get, path} from './api.js';
import {link} from './apps.js';
import {h, say} from './dom.js';
import {stepView} from './runsteps.js';
import {code} from './sql.js';
import {copyable, duration, pointing, problemList} from './words.js';

const COMMAND = /'(palindrome [^']+)'/g;
const SILENCE_MILLIS = 3_000;

export async function run({id, signal, fail}) {
  const first = await get(path`runs/${id}`, signal);
  const view = frame(first);
  follow(id, first, view, {signal, fail});
  return {title: view.title, content: view.content};
}

function frame(run) {
  const way = run.direction ?? 'forwards';
  const apps = [...new Set(run.steps.map((step) => step.appName))];
  const steps = run.steps.map(stepView);
  const parts = {
    state: h('p', {class: 'run-state', 'data-state': 'running'}),
    bar: h('progress', {max: Math.max(1, steps.length), value: 0, 'aria-label': 'Migrations done'}),
    clock: h('span', {class: 'clock', 'aria-hidden': 'true'}),
    link: h('span', {class: 'link-state'}),
    waiting: h('p', {class: 'waiting', hidden: true}),
    end: h('div', {class: 'run-end'}),
  };
  const content = [
    h('nav', {class: 'trail', 'aria-label': 'Where you are'}, h('a', {href: '#/runs'}, 'Runs'),
        h('span', {'aria-current': 'page'}, `${run.appName} ${way}`)),
    h('div', {class: 'title'}, h('div', {},
        h('h1', {class: `way ${way}`}, pointing(way, `Run ${way}`)),
        parts.state)),
    h('div', {class: 'run-bar'}, parts.bar, parts.clock, parts.link),
    parts.waiting,
    parts.end,
    h('ol', {class: 'steps run-steps'}, steps.map((step) => step.element)),
  ];
  return {...parts, title: `Run ${way}`, way, apps, find: byMigration(run.steps, steps), content};
}

/** A run can have thousands of steps, and each is asked for again and again. */
function byMigration(steps, views) {
  const all = new Map(steps.map((step, i) => [key(step), views[i]]));
  return (one) => all.get(key(one));
}

function key({appName, migrationId}) {
  return JSON.stringify([appName, migrationId]);
}

/**
 * Shows what the stream of events tells and, whenever that is silent, what the run's own address says: a stream can be refused,
 * lost, or held back by whoever stands between. Both tell the same, so either may come first, and twice.
 */
function follow(id, first, view, {signal, fail}) {
  const started = Date.parse(first.startedOn);
  const tick = () => { view.clock.textContent = duration(Math.max(0, Date.now() - started)); };
  const timers = [setInterval(tick, 250), setInterval(look, SILENCE_MILLIS)];
  let last = 0;
  let heard = performance.now();
  let source = null;
  let over = false;

  const on = {
    'waiting': ({waitingFor}) => wait(waitingFor),
    'step-started': (step) => begin(step),
    'statement-started': (statement) => find(statement)?.statementStarted(statement),
    'statement-done': (statement) => find(statement)?.statementDone(statement),
    'step-done': ({step}) => end(step),
    'run-done': (result) => {
      source.close();
      done(result);
    },
  };

  function wait(holder) {
    const text = `Waiting for ${holder}`;
    if (!over && (view.waiting.hidden || view.waiting.textContent !== text)) {
      view.waiting.hidden = false;
      view.waiting.textContent = text;
      state('waiting', 'Waiting for its turn');
      say(text);
    }
  }

  function begin(step) {
    view.waiting.hidden = true;
    if (find(step)?.start()) {
      state('running', `${number(step)}: ${step.appName}:${step.migrationId}`);
      say(`Step ${number(step)}: ${step.migrationId}`);
    }
  }

  function end(step) {
    const one = find(step);
    const wasDone = one?.isDone();
    one?.finish(step);
    view.bar.value += one?.isDone() && !wasDone ? 1 : 0;
  }

  function done(result) {
    if (!over) {
      stop();
      finish(view, result);
    }
  }

  function state(name, text) {
    view.state.dataset.state = name;
    view.state.textContent = text;
  }

  function find(one) {
    return view.find(one);
  }

  function show(run) {
    if (!run.running) {
      done(run);
      return;
    }
    run.steps.filter((step) => step.outcome !== 'not-started').forEach(end);
    if (run.waitingFor) {
      wait(run.waitingFor);
    } else if (run.current) {
      begin(run.current);
      if (run.current.statement) {
        find(run.current)?.statementStarted(run.current.statement);
      }
    }
  }

  function connect() {
    source?.close();
    source = new EventSource(api(path`runs/${id}/events`));
    source.onopen = () => linked('live', 'Live');
    source.onerror = broken;
    for (const [name, act] of Object.entries(on)) {
      source.addEventListener(name, (event) => {
        heard = performance.now();
        if (Number(event.lastEventId) > last) { // a new stream begins at the beginning
          last = Number(event.lastEventId);
          act(JSON.parse(event.data));
        }
      });
    }
  }

  function broken() {
    if (over) {
      source.close();
    } else if (view.link.dataset.state !== 'asking') {
      lost();
    }
  }

  function lost() {
    linked('lost', 'Connection lost. Trying again…');
  }

  /** Asks how it stands, unless the stream has just told. */
  async function look() {
    if (performance.now() - heard < SILENCE_MILLIS || document.hidden) {
      return;
    }
    heard = performance.now();
    try {
      const now = await get(path`runs/${id}`, signal);
      show(now);
      if (over) {
        source.close();
        return;
      }
      if (source.readyState !== EventSource.OPEN) {
        linked('asking', `Asked every ${SILENCE_MILLIS / 1_000} seconds`);
      }
      if (source.readyState === EventSource.CLOSED) { // it was refused; the room that it lacked may be there now
        connect();
      }
    } catch (error) {
      if (error.status === 401) {
        fail(error);
      } else if (error.status === 404) {
        lose(error);
      } else {
        lost();
      }
    }
  }

  function lose(error) {
    stop();
    source.close();
    state('failed', 'Nobody can tell how it goes on');
    view.end.replaceChildren(problemList(error.problems), h('p', {}, view.apps.map((app) => h('a', {href: link(app)}, `To the timeline of ${app}`))));
  }

  function linked(name, text) {
    if (!over && view.link.dataset.state !== name) {
      view.link.dataset.state = name;
      view.link.textContent = text;
      say(text);
    }
  }

  function stop() {
    linked('over', '');
    over = true;
    timers.forEach(clearInterval);
  }

  state('running', first.message);
  tick();
  signal.addEventListener('abort', () => {
    stop();
    source.close();
  });
  connect(); // also if it is over: the stream has the statements and how long each took
  show(first);
}

function number(step) {
  return `${step.number} of ${step.total}`;
}

/** What came of it; on failure, what failed, what the database said, and how to go on. */
function finish(view, result) {
  const failed = result.steps.find((step) => step.failedStatement || step.error);
  view.waiting.hidden = true;
  view.state.dataset.state = result.success ? 'done' : 'failed';
  view.state.textContent = result.success ? result.message : 'It failed';
  view.clock.textContent = duration(Date.parse(result.finishedOn) - Date.parse(result.startedOn));
  view.bar.value = result.success ? view.bar.max : result.steps.filter((step) => ['done', 'faked'].includes(step.outcome)).length;
  result.steps.forEach((step) => view.find(step)?.finish(step));
  say(result.success ? `Done. ${result.message}` : `It failed. ${result.message}`);
  const others = (result.problems ?? []).filter((problem) => problem.message !== result.message);
  view.end.replaceChildren(...[
    !result.success && failure(result, failed),
    problemList(others),
    h('p', {class: 'actions'}, view.apps.map((app) => h('a', {class: 'button', href: link(app)}, `To the timeline of ${app}`))),
  ].filter(Boolean));
}

function failure(result, step) {
  const commands = [...new Set([...result.message.matchAll(COMMAND)].map((match) => match[1]))];
  const statement = step?.failedStatement;
  return h('section', {class: 'failure', 'aria-labelledby': 'failure'},
      h('h2', {id: 'failure'}, step ? `${step.appName}:${step.migrationId} failed` : 'It did not run'),
      statement && [
        h('h3', {}, 'The statement'),
        h('pre', {}, code(statement.text)),
        statement.file && h('p', {class: 'quiet'}, h('code', {}, `${statement.file}:${statement.line}`)),
      ],
      step?.error && [h('h3', {}, 'What the database said'), h('pre', {class: 'said'}, step.error)],
      h('h3', {}, 'Where it stands'), h('p', {}, result.message),
      commands.length > 0 && [h('h3', {}, 'Next, once the cause is mended'), commands.map(copyable)]);
}
