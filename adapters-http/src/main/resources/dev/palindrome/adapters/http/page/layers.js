// Lays out a directed graph in layers, from left to right: whatever is pointed at stands left of what points at it.

const GAP_X = 72;
const GAP_Y = 26;
const SWEEPS = 6;

/**
 * Nodes are {id, width, height, to: [id, …]}; `to` are those that it depends on.
 * Returns {places: Map of id to {x, y, width, height}, edges: [{from, to, points}], width, height}, where the points of an edge
 * lead from the left side of `from` to the right side of `to`, past the boxes between them.
 */
export function layered(nodes) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const layerOf = layers(nodes, byId);
  const columns = [];
  for (const node of nodes) {
    (columns[layerOf.get(node.id)] ??= []).push({...node, near: []});
  }
  const boxes = new Map(columns.flat().map((box) => [box.id, box]));
  const edges = nodes.flatMap((node) => [...new Set(node.to)].filter((id) => byId.has(id) && id !== node.id)
      .map((id) => edge(boxes.get(node.id), boxes.get(id), layerOf, columns)));
  untangle(columns);
  position(columns);
  const all = [...boxes.values()];
  return {
    places: boxes,
    edges: edges.map(({from, to, through}) => ({from: from.id, to: to.id, points: points(from, to, through)})),
    width: Math.max(0, ...all.map((box) => box.x + box.width)),
    height: Math.max(0, ...columns.flat().map((box) => box.y + box.height)),
  };
}

/** A smooth line through points. */
export function line(points) {
  return points.slice(1).reduce((path, [x, y], i) => {
    const [fromX, fromY] = points[i];
    const middle = (fromX + x) / 2;
    return `${path}C${middle} ${fromY} ${middle} ${y} ${x} ${y}`;
  }, `M${points[0].join(' ')}`);
}

/** The longest way to something that depends on nothing. A circle is cut where it closes. */
function layers(nodes, byId) {
  const known = new Map();
  const open = new Set();
  const layer = (node) => {
    if (known.has(node.id)) {
      return known.get(node.id);
    }
    open.add(node.id);
    const below = node.to.filter((id) => byId.has(id) && !open.has(id)).map((id) => layer(byId.get(id)));
    open.delete(node.id);
    known.set(node.id, below.length ? 1 + Math.max(...below) : 0);
    return known.get(node.id);
  };
  nodes.forEach(layer);
  return known;
}

/** An edge that passes other layers keeps a place free in each of them. */
function edge(from, to, layerOf, columns) {
  const through = [];
  for (let layer = layerOf.get(from.id) - 1; layer > layerOf.get(to.id); layer--) {
    const gap = {width: 0, height: 4, near: []};
    columns[layer].push(gap);
    through.push(gap);
  }
  [from, ...through, to].reduce((one, next) => {
    one.near.push(next);
    next.near.push(one);
    return next;
  });
  return {from, to, through};
}

/** Puts each box near the middle of its neighbours, to and fro. */
function untangle(columns) {
  const number = (column) => column.forEach((box, i) => { box.rank = (i + 0.5) / column.length; });
  columns.forEach(number);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    for (const column of sweep % 2 ? [...columns].reverse() : columns) {
      for (const box of column) {
        box.middle = box.near.length ? box.near.reduce((sum, other) => sum + other.rank, 0) / box.near.length : box.rank;
      }
      column.sort((a, b) => a.middle - b.middle);
      number(column);
    }
  }
}

function position(columns) {
  const heights = columns.map((column) => column.reduce((sum, box) => sum + box.height + GAP_Y, -GAP_Y));
  const tallest = Math.max(0, ...heights);
  let x = 0;
  columns.forEach((column, i) => {
    let y = (tallest - heights[i]) / 2;
    const width = Math.max(...column.map((box) => box.width));
    for (const box of column) {
      Object.assign(box, {x, y, column: width});
      y += box.height + GAP_Y;
    }
    x += width + GAP_X;
  });
}

function points(from, to, through) {
  const middle = (box) => box.y + box.height / 2;
  if (to.x + to.width > from.x) { // in the same column, or back to the right where a circle was cut: round the right side
    const out = Math.max(from.x + from.width, to.x + to.width) + GAP_X / 3;
    return [[from.x + from.width, middle(from)], [out, (middle(from) + middle(to)) / 2], [to.x + to.width, middle(to)]];
  }
  const passed = through.flatMap((gap) => [[gap.x + gap.column, middle(gap)], [gap.x, middle(gap)]]);
  return [[from.x, middle(from)], ...passed, [to.x + to.width, middle(to)]];
}
