// Two schemas in one: each table, column and foreign key with what becomes of it: same, added, removed or changed.

export function unchanged(tables) {
  return compared(tables, tables);
}

export function compared(before, after) {
  return merged(before, after, (one) => one.name, (old, now) => {
    const columns = merged(old?.columns ?? [], now?.columns ?? [], (one) => one.name, columnOf);
    const foreignKeys = merged(old?.foreignKeys ?? [], now?.foreignKeys ?? [], (one) => JSON.stringify(one), (a, b) => ({...(b ?? a)}));
    const change = !old ? 'added' : !now ? 'removed' : [...columns, ...foreignKeys].some((one) => one.change !== 'same') ? 'changed' : 'same';
    return {name: (now ?? old).name, columns, foreignKeys, change};
  });
}

function columnOf(old, now) {
  const differs = old && now && (old.type !== now.type || old.nullable !== now.nullable || old.primaryKey !== now.primaryKey);
  const was = differs ? `${old.type}${old.nullable ? '' : ' not null'}${old.primaryKey ? ' primary key' : ''}` : null;
  return {...(now ?? old), was, change: differs ? 'changed' : 'same'};
}

/** Those before in their order, then those that are new. */
function merged(before, after, key, merge) {
  const now = new Map(after.map((one) => [key(one), one]));
  const old = new Map(before.map((one) => [key(one), one]));
  return [...before, ...after.filter((one) => !old.has(key(one)))].map((one) => {
    const both = merge(old.get(key(one)), now.get(key(one)));
    const change = !old.has(key(one)) ? 'added' : !now.has(key(one)) ? 'removed' : both.change ?? 'same';
    return {...both, change};
  });
}
