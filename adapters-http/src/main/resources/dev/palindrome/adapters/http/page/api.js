// Talks to the server this page came from, under whatever path that is.

import {keep, kept} from './keeping.js';

const BASE = new URL('../api/v1/', import.meta.url);
const PATIENCE_MILLIS = 60_000;
const ATTEMPTS = 3;

let csrfToken = null;
/** Views of the same server in other windows use the same session. */
const ANSWERED = `palindrome-answered ${new URL('.', location.href).pathname}`;
let answered = Date.now();

/** What the server answered instead of what was asked for. */
export class Refusal extends Error {
  constructor(status, problems, retryAfter = 0) {
    super(problems[0].message);
    this.retryAfter = retryAfter;
    this.status = status;
    this.code = problems[0].code;
    this.problems = problems;
  }
}

/** A path made of parts that may hold anything: path`apps/${app}/migrations`. */
export function path(texts, ...parts) {
  return texts.reduce((all, text, i) => all + encodeURIComponent(parts[i - 1]) + text);
}

export function address(relative) {
  return new URL(relative, BASE).href;
}

/** How long ago the server last answered. */
export function silenceMillis() {
  return Date.now() - Math.max(answered, Number(kept(ANSWERED)) || 0);
}

/** Reads. A server that is busy is asked again when it says, a few times. */
export async function get(relative, signal) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await ask('GET', relative, undefined, signal);
    } catch (error) {
      if (error.status !== 503 || !error.retryAfter || attempt === ATTEMPTS) {
        throw error;
      }
      await new Promise((done) => setTimeout(done, Math.min(error.retryAfter, 10) * 1_000));
      signal?.throwIfAborted();
    }
  }
}

export function post(relative, body, signal) {
  return ask('POST', relative, body, signal);
}

/** Who we are here: {required, authenticated, role, …}. */
export async function session() {
  return known(await get('session'));
}

export async function logIn(token) {
  await ask('POST', 'session', {token});
  return session();
}

export async function logOut() {
  try {
    await ask('DELETE', 'session');
  } catch (error) {
    if (!isOutrun(error)) {
      throw error;
    }
    await session();
    await ask('DELETE', 'session');
  }
  csrfToken = null;
}

/** Whether somebody has logged in anew in another window, so that what this one knows of the session holds no more. */
export function isOutrun(error) {
  return error.code === 'auth/csrf';
}

function known(now) {
  csrfToken = now.csrfToken ?? null;
  return now;
}

async function ask(method, relative, body, signal) {
  const headers = {Accept: 'application/json, application/problem+json'};
  if (body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  if (method !== 'GET' && csrfToken) {
    headers['X-CSRF-Token'] = csrfToken;
  }
  const limits = [AbortSignal.timeout(PATIENCE_MILLIS), ...(signal ? [signal] : [])];
  let response;
  try {
    response = await fetch(address(relative), {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.any(limits),
    });
  } catch (error) {
    if (signal?.aborted) {
      throw error;
    }
    throw new Refusal(0, [{code: 'page/unreachable', severity: 'error', message: 'The server does not answer.'}]);
  }
  answered = Date.now();
  keep(ANSWERED, String(answered));
  return response.ok ? content(response) : Promise.reject(await refusal(response));
}

async function content(response) {
  const answer = response.status === 204 ? null : await response.json().catch(() => null);
  return answer === null ? {} : answer;
}

async function refusal(response) {
  const details = await response.json().catch(() => ({}));
  return new Refusal(response.status, details.problems?.length > 0 ? details.problems : [{
    code: details.code ?? 'page/answer',
    severity: 'error',
    message: details.detail ?? `The server answered ${response.status} and did not say why.`,
  }], Number(response.headers.get('Retry-After')));
}
