// Everything on the page is made here, from elements, attributes and text: no text is ever read as HTML.

const SVG = 'http://www.w3.org/2000/svg';

/** An element: h('a', {href: '#/', class: 'x', onclick: f}, 'text', child, [more], null). */
export function h(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

/** An SVG element. */
export function svg(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(name.slice(2), value);
    } else if (value === true) {
      element.setAttribute(name, '');
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Says something to those who listen rather than look; once, however often it is so. */
export function say(text) {
  const said = document.getElementById('said');
  if (said.textContent !== text) {
    said.textContent = text;
  }
}

const ATTENTION_MILLIS = 600_000;
let attended = Date.now();
for (const sign of ['pointermove', 'pointerdown', 'keydown', 'scroll']) {
  window.addEventListener(sign, () => { attended = Date.now(); }, {passive: true});
}

/** Whether somebody has been at this page of late: reading for nobody would keep a session alive that nobody uses. */
export function isAttended() {
  return Date.now() - attended < ATTENTION_MILLIS;
}

/** A button that is busy until what it does is done. Whatever goes wrong goes to `failed`. */
export function action(attributes, content, run, failed) {
  const button = h('button', {
    type: 'button',
    ...attributes,
    async onclick() {
      if (button.getAttribute('aria-busy') === 'true') {
        return;
      }
      button.setAttribute('aria-busy', 'true');
      try {
        await run();
      } catch (error) {
        failed(error);
      } finally {
        button.removeAttribute('aria-busy');
      }
    },
  }, content);
  return button;
}
