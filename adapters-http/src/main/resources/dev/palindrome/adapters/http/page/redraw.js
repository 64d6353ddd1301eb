// Shows anew what is on the page already, under the hands of whoever is at it.

/**
 * Shows something in a place. Parts that look as before stay as they are. Of the others what has the focus keeps it, and what was
 * scrolled or opened stays so.
 */
export function redraw(place, content) {
  const restore = remembered(place);
  let next = place.firstChild;
  for (const part of content.flat(Infinity).filter((one) => one instanceof Node)) {
    const same = alikeFrom(next, part);
    if (same) {
      removeUntil(same, next);
      next = same.nextSibling;
    } else {
      place.insertBefore(part, next);
    }
  }
  removeUntil(null, next);
  restore();
}

function alikeFrom(first, part) {
  let one = first;
  while (one && !one.isEqualNode(part)) {
    one = one.nextSibling;
  }
  return one;
}

function removeUntil(end, first) {
  for (let one = first; one !== end;) {
    const next = one.nextSibling;
    one.remove();
    one = next;
  }
}

/** Gives back what puts focus, scrolling and open details where they were. */
function remembered(place) {
  const focused = document.activeElement !== place && place.contains(document.activeElement) ? document.activeElement : null;
  const become = focused && trace(place, focused);
  const moved = [...place.querySelectorAll('[tabindex], details')].filter((one) => one.scrollTop || one.scrollLeft || one.open)
      .map((one) => ({one, become: trace(place, one), top: one.scrollTop, left: one.scrollLeft, open: one.open}));
  return () => {
    for (const {one, become: find, top, left, open} of moved) {
      const now = one.isConnected ? null : find();
      if (now) {
        Object.assign(now, open ? {open} : {scrollTop: top, scrollLeft: left});
      }
    }
    if (focused && document.activeElement !== focused) {
      (become() ?? document.getElementById('main')).focus({preventScroll: true});
    }
  };
}

const SAME = (one) => `${one.tagName} ${one.getAttribute('href') ?? one.textContent}`;
const ALIKE = (one) => `${one.tagName} ${one.getAttribute('class')}`;

/** Finds later what an element has become: the same among those that look or lead like it, or else the one in its place among its kind. */
function trace(place, element) {
  const marks = [SAME, ALIKE].map((kind) => ({kind, at: among(place, kind, element, kind(element)).indexOf(element), name: kind(element)}));
  return () => marks.map(({kind, at, name}) => among(place, kind, element, name)[at]).find(Boolean) ?? null;
}

function among(place, kind, {localName}, name) {
  return [...place.querySelectorAll(localName)].filter((one) => kind(one) === name);
}
