import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { Depth, Verb } from '../../../preload/contract/words/depth.ts';
import { parsePrivilegeDenied } from '../../dataverse/privilege-denied.ts';
import type { TableReference } from '../../dataverse/table-definition.ts';

/** What one pasted query or refusal says that an app needs. */
export type Statement =
  | { readonly kind: 'privilege'; readonly name: string; readonly depth: Depth | null }
  | { readonly kind: 'table'; readonly table: TableReference; readonly verb: Verb };

/** What a text says, and the lines (from 1) of which nothing was understood. */
export type Statements = {
  readonly statements: readonly Statement[];
  readonly notUnderstood: readonly { readonly line: number; readonly text: string }[];
};

/** One `<fetch>`, as short as possible: several can stand in one text. */
const FETCH = /<fetch\b[\s\S]*?<\/fetch>/gi;
/** An OData request as people write it down: method, address and version of the API may be left out. */
const ODATA =
  /^(?:(GET|POST|PATCH|PUT|DELETE)\s+)?(?:https:\/\/[^/\s]+)?\/?(?:api\/data\/v9\.\d\/)?([A-Za-z_]\w*)(?:\([^)\s]*\))?(?:[/?].*)?$/i;
const VERB_OF: Readonly<Record<string, Verb>> = {
  GET: 'Read',
  POST: 'Create',
  PATCH: 'Write',
  PUT: 'Write',
  DELETE: 'Delete',
};
const LONGEST_LINE = 200;
/** Elements within each other; the service allows far fewer links. */
const DEEPEST = 60;

type Node = { readonly [name: string]: unknown };

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Names of every `entity` and `link-entity` of a parsed FetchXML query (Microsoft Learn: FetchXML reference). */
const tablesIn = (value: unknown, depth = 0): readonly string[] => {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((item) => tablesIn(item, depth + 1));
  if (!isNode(value)) return [];
  return Object.entries(value).flatMap(([tag, inner]) => {
    const items: readonly unknown[] = Array.isArray(inner) ? inner : [inner];
    const named =
      tag === 'entity' || tag === 'link-entity'
        ? items.flatMap((item) => (isNode(item) && typeof item['@name'] === 'string' ? [item['@name']] : []))
        : [];
    return [...named, ...items.flatMap((item) => tablesIn(item, depth + 1))];
  });
};

const parser = (): XMLParser =>
  new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@', processEntities: false });

const fromFetch = (xml: string): readonly Statement[] => {
  if (XMLValidator.validate(xml) !== true) return [];
  return tablesIn(parser().parse(xml)).map((name) => ({
    kind: 'table',
    table: { by: 'logical-name', name },
    verb: 'Read',
  }));
};

const fromLine = (line: string): readonly Statement[] => {
  const denied = parsePrivilegeDenied(line);
  if (denied !== null) {
    if (denied.privilege !== null)
      return [{ kind: 'privilege', name: denied.privilege, depth: denied.depth }];
    return denied.table === null || denied.verb === null
      ? []
      : [{ kind: 'table', table: { by: 'logical-name', name: denied.table }, verb: denied.verb }];
  }
  const match = ODATA.exec(line);
  const [, method, name] = match ?? [];
  if (name === undefined) return [];
  const verb = VERB_OF[(method ?? 'GET').toUpperCase()] ?? 'Read';
  return [{ kind: 'table', table: { by: 'entity-set', name }, verb }];
};

/**
 * Reads what people paste to say what an app does: OData requests a line each, FetchXML queries, and the messages of
 * refused calls. Never throws; of a query only the tables are read, not what `$expand` reaches.
 */
export const readStatements = (text: string): Statements => {
  const statements: Statement[] = [];
  const notUnderstood: { line: number; text: string }[] = [];
  const lineOf = (at: number): number => text.slice(0, at).split('\n').length;
  // Lines are kept so that those after a query keep their numbers.
  const rest = text.replace(FETCH, (xml, at: number) => {
    const found = fromFetch(xml);
    if (found.length === 0) notUnderstood.push({ line: lineOf(at), text: xml.slice(0, LONGEST_LINE) });
    statements.push(...found);
    return '\n'.repeat(xml.split('\n').length - 1);
  });
  for (const [at, raw] of rest.split('\n').entries()) {
    const line = raw.trim();
    if (line === '') continue;
    const found = fromLine(line);
    if (found.length === 0) notUnderstood.push({ line: at + 1, text: line.slice(0, LONGEST_LINE) });
    statements.push(...found);
  }
  return { statements, notUnderstood: notUnderstood.toSorted((a, b) => a.line - b.line) };
};
