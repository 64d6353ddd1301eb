// The choice between the system's colours, light and dark.

import {svg} from './dom.js';
import {keep} from './keeping.js';

const KEY = 'palindrome.theme';
const ORDER = ['auto', 'light', 'dark'];

export function themeName() {
  return {light: 'light', dark: 'dark'}[document.documentElement.dataset.theme] ?? 'as the system';
}

export function themeSign() {
  return svg('svg', {class: 'theme-sign', viewBox: '0 0 20 20', 'aria-hidden': 'true'},
      svg('circle', {cx: 10, cy: 10, r: 8}), svg('path', {d: 'M10 2a8 8 0 0 1 0 16z'}));
}

export function nextTheme() {
  const root = document.documentElement;
  const next = ORDER[(ORDER.indexOf(root.dataset.theme ?? 'auto') + 1) % ORDER.length];
  if (next === 'auto') {
    delete root.dataset.theme;
  } else {
    root.dataset.theme = next;
  }
  keep(KEY, next);
}
