// Colours SQL. It splits a text into words, strings, comments and the rest; it understands nothing, so it can't be wrong about much.

import {h} from './dom.js';

const TOKEN = new RegExp([
  String.raw`(?<comment>--[^\n]*|/\*[\s\S]*?(?:\*/|$))`,
  String.raw`(?<string>'(?:[^']|'')*(?:'|$)|\$(?<tag>[A-Za-z_]*)\$[\s\S]*?(?:\$\k<tag>\$|$))`,
  '(?<name>"(?:[^"]|"")*(?:"|$)|`[^`]*(?:`|$))',
  String.raw`(?<number>\b\d+(?:\.\d+)?\b)`,
  String.raw`(?<word>[\p{L}_][\p{L}\p{N}_$]*)`,
].join('|'), 'gu');

const KEYWORDS = new Set(`ADD ALL ALTER ANALYZE AND ANY AS ASC AUTOCOMMIT BEFORE BEGIN BETWEEN BY CASCADE CASE CAST CHECK COLLATE COLUMN
  COMMENT COMMIT CONCURRENTLY CONSTRAINT CREATE CROSS CURRENT_DATE CURRENT_TIMESTAMP DATABASE DEFAULT DEFERRABLE DEFERRED DELETE DESC
  DISTINCT DO DROP EACH ELSE END EXCEPT EXECUTE EXISTS FALSE FOR FOREIGN FROM FULL FUNCTION GENERATED GRANT GROUP HAVING IDENTITY IF IN
  INDEX INITIALLY INNER INSERT INTERSECT INTO IS JOIN KEY LANGUAGE LEFT LIKE LIMIT LOCK MATERIALIZED MERGE MODIFY NEW NOT NULL OF OFFSET
  OLD ON ONLY OR ORDER OUTER OVER PARTITION PRIMARY PROCEDURE REFERENCES RENAME REPLACE RESTRICT RETURNING RETURNS REVOKE RIGHT ROLLBACK
  ROW SAVEPOINT SCHEMA SELECT SEQUENCE SET START TABLE TEMPORARY THEN TO TRANSACTION TRIGGER TRUE TRUNCATE TYPE UNION UNIQUE UPDATE USING
  VALUES VIEW WHEN WHERE WITH WITHOUT WORK`.split(/\s+/));

/** [kind, text] of each piece; the texts together are the SQL. */
export function tokens(sql) {
  const pieces = [];
  let end = 0;
  for (const match of sql.matchAll(TOKEN)) {
    if (match.index > end) {
      pieces.push(['other', sql.slice(end, match.index)]);
    }
    pieces.push([kind(match.groups), match[0]]);
    end = match.index + match[0].length;
  }
  if (end < sql.length) {
    pieces.push(['other', sql.slice(end)]);
  }
  return pieces;
}

function kind({comment, string, name, number, word}) {
  if (comment !== undefined) {
    return 'comment';
  }
  if (string !== undefined) {
    return 'string';
  }
  if (name !== undefined) {
    return 'name';
  }
  if (number !== undefined) {
    return 'number';
  }
  return KEYWORDS.has(word.toUpperCase()) ? 'keyword' : 'other';
}

/** The SQL as an element. What is too long to be read is not coloured. */
export function code(sql) {
  const pieces = sql.length > 50_000 ? [['other', sql]] : tokens(sql);
  return h('code', {class: 'sql'}, pieces.map(([type, text]) => type === 'other' ? text : h('span', {class: type}, text)));
}
