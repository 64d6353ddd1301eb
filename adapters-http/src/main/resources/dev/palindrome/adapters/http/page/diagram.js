// Tables as boxes, foreign keys as lines from the column that points to the table that is pointed at.

import {svg} from './dom.js';
import {layered, line} from './layers.js';

const LINE = 20;
const HEAD = 34;
const PAD = 14;
const LETTER = 7.3;
const MOST_COLUMNS = 24;

export function diagram(tables, withColumns) {
  const boxes = tables.map((table) => box(table, withColumns));
  const {places, edges, width, height} = layered(boxes);
  const pad = 8;
  const natural = width + 2 * pad + 40;
  const picture = svg('svg', {
    class: 'schema', role: 'img', 'aria-label': `${tables.length} tables; they are described in words below`,
    viewBox: `${-pad} ${-pad} ${natural} ${height + 2 * pad}`,
  },
  svg('defs', {}, svg('marker', {id: 'points-at', viewBox: '0 0 10 10', refX: 9, refY: 5, markerWidth: 8, markerHeight: 8, orient: 'auto'},
      svg('path', {d: 'M0 0l9 5-9 5z'}))),
  edges.map((edge) => svg('path', {class: `edge ${edgeChange(tables, edge)}`, d: line(edge.points), 'marker-end': 'url(#points-at)'})),
  boxes.map((one) => drawn(one, places.get(one.id))));
  picture.style.setProperty('--natural', `${natural}px`);
  return picture;
}

function box(table, withColumns) {
  const columns = withColumns ? table.columns.slice(0, MOST_COLUMNS) : [];
  const more = withColumns ? table.columns.length - columns.length : 0;
  const longest = Math.max(table.name.length + 3, ...columns.map((column) => column.name.length + shortType(column).length + 5));
  return {
    id: table.name,
    table,
    columns,
    more,
    to: table.foreignKeys.map((key) => key.table),
    width: Math.min(420, Math.max(120, Math.ceil(longest * LETTER) + 2 * PAD)),
    height: HEAD + columns.length * LINE + (more > 0 ? LINE : 0) + (columns.length > 0 ? 8 : 0),
  };
}

function shortType(column) {
  return column.type.length > 18 ? column.type.slice(0, 17) + '…' : column.type;
}

function drawn({table, columns, more, width, height}, {x, y}) {
  const foreign = new Set(table.foreignKeys.flatMap((key) => key.columns));
  return svg('g', {class: `table change-${table.change}`},
      svg('rect', {x, y, width, height, rx: 8}),
      columns.length > 0 && svg('path', {class: 'rule', d: `M${x} ${y + HEAD}h${width}`}),
      svg('text', {class: 'table-name', x: x + PAD, y: y + 22}, mark(table.change) + table.name),
      columns.map((column, i) => {
        const line = y + HEAD + 18 + i * LINE;
        return svg('g', {class: `column change-${column.change}${column.primaryKey ? ' primary' : ''}${foreign.has(column.name) ? ' foreign' : ''}`},
            column.primaryKey && svg('circle', {cx: x + PAD - 3, cy: line - 4, r: 2.6}),
            svg('text', {x: x + PAD + 5, y: line}, mark(column.change) + column.name),
            svg('text', {class: 'type', x: x + width - PAD, y: line, 'text-anchor': 'end'}, shortType(column) + (column.nullable ? '?' : '')));
      }),
      more > 0 && svg('text', {class: 'type', x: x + PAD + 5, y: y + HEAD + 18 + columns.length * LINE}, `and ${more} more`));
}

function mark(change) {
  return {added: '+ ', removed: '− ', changed: '~ '}[change] ?? '';
}

function edgeChange(tables, edge) {
  const keys = tables.find((table) => table.name === edge.from).foreignKeys.filter((key) => key.table === edge.to);
  const changes = new Set(keys.map((key) => key.change));
  return changes.size === 1 ? `change-${keys[0].change}` : '';
}
