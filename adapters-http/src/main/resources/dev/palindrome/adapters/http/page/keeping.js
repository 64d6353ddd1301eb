// What this browser keeps for us between visits. One that refuses to keep anything is as good: then it is as on a first visit.

export function kept(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function keep(key, text) {
  try {
    localStorage.setItem(key, text);
  } catch {
    // Then it holds until the page is left.
  }
}
