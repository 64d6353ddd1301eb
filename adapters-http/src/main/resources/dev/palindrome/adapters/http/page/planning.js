// Asks for a plan and goes to it. Its address says what was asked for, so that it can be asked again.

import {post} from './api.js';

/** A request is {appName, direction} with `target`, 'all' or '1', or with `id`, a migration's. */
export async function makePlan(request) {
  const {hash} = await post('plans', request);
  location.hash = `#/plans/${hash}?${new URLSearchParams(request)}`;
}

/** What an address says was asked for, or null. */
export function requestOf(query) {
  const request = Object.fromEntries(['appName', 'direction', 'target', 'id'].filter((name) => query.has(name)).map((name) => [name, query.get(name)]));
  return request.appName && request.direction ? request : null;
}
