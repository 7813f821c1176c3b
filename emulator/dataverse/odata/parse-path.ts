import { type Cursor, parseWhole } from './cursor.ts';
import { readMemberPath } from './parse-expression.ts';
import { readLiteral, readNamedArguments, readValue } from './parse-literal.ts';
import type { Literal, MemberPath, Parsed, PathSegment, RecordReference } from './syntax-tree.ts';
import { percentDecode } from './percent-decode.ts';

/** Splits a path at slashes that do not stand inside a quoted literal. */
function splitSegments(path: string): readonly string[] {
  const segments: string[] = [];
  let current = '';
  let quoted = false;
  for (const part of path.split(/(['/])/)) {
    if (part === "'") quoted = !quoted;
    if (part === '/' && !quoted) {
      segments.push(current);
      current = '';
    } else current += part;
  }
  segments.push(current);
  // Clients build `…/v9.2//roles(id)`; the service reads it as one slash.
  return segments.filter((it) => it !== '');
}

function readSegment(cursor: Cursor): PathSegment {
  const name = cursor.name();
  if (!cursor.take('(')) return { name, args: null };
  // Parentheses with nothing in them change nothing (Microsoft.OData.Core, SegmentKeyHandler).
  if (cursor.take(')')) return { name, args: null };
  const isNamed = cursor.peek().kind === 'identifier' && cursor.peek(1).text === '=';
  if (isNamed) return { name, args: { kind: 'named', values: readNamedArguments(cursor) } };
  const value = readValue(cursor);
  cursor.expect(')');
  return { name, args: { kind: 'positional', value } };
}

/** What stands in parentheses is no key, such as an id in braces or a name (text of Microsoft's OData library, as clients of the service have reported it). */
const unreadableKey = { ok: false, message: 'Bad Request - Error in query syntax.' } as const;

/**
 * Parses a resource path that is still percent-encoded. It is decoded before it is read, so that `%27` ends a literal as a quote does (seen of the
 * service by a client that had not doubled quotes). Never throws.
 */
export function parsePath(path: string): Parsed<readonly PathSegment[]> {
  const decoded = percentDecode(path);
  if (decoded === null) return { ok: false, message: `The request URI is not valid: '${path}'.` };
  const segments: PathSegment[] = [];
  for (const text of splitSegments(decoded)) {
    const parsed = parseWhole(text, readSegment);
    if (!parsed.ok) return text.includes('(') ? unreadableKey : parsed;
    segments.push(parsed.value);
  }
  return { ok: true, value: segments };
}

/** Parses the value of a parameter alias: a literal, a list or the path of a property. Never throws. */
export const parseAliasValue = (text: string): Parsed<Literal | MemberPath> =>
  parseWhole(text, (cursor) => readLiteral(cursor) ?? readMemberPath(cursor));

const referenceShape = /^\s*\{\s*(['"])@odata\.id\1\s*:\s*(['"])([^'"{}]+)\2\s*\}\s*$/;

/** The value of a parameter alias as a reference to a record, in either kind of quotes; null where it is none (Learn: "Use Web API functions"). */
export function parseRecordReference(text: string): RecordReference | null {
  const link = referenceShape.exec(text)?.[3];
  return link === undefined ? null : { kind: 'record', link };
}
