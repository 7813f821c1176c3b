import { emptyAnswer, jsonAnswer } from '../answer.ts';
import { unknownProperty } from '../errors/payload-faults.ts';
import { parsePath } from '../odata/parse-path.ts';
import type { PathSegment } from '../odata/syntax-tree.ts';
import { readPreferences } from '../preferences.ts';
import { parsedOrFault } from '../query/query-spec.ts';
import { tableOfSet } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import type { Row } from '../schema/value.ts';
import type { DataverseResponse } from '../seam.ts';
import type { Session } from '../session.ts';
import { requireJson } from '../writes/json-body.ts';
import { isJsonObject, readJsonObject } from '../writes/payload.ts';
import { write } from '../writes/write.ts';
import { wrongParameter } from './action-parameters.ts';

/** Messages for many records at once. */
export const multipleMessages = ['CreateMultiple', 'UpdateMultiple', 'UpsertMultiple'] as const;

/** One of the messages for many records at once, and the table of these records. */
export type MultipleAction = { readonly message: (typeof multipleMessages)[number]; readonly table: Table };

/** The action that a path calls, `accounts/Microsoft.Dynamics.CRM.CreateMultiple`; null where it calls none. */
export function multipleActionOf(segments: readonly PathSegment[]): MultipleAction | null {
  const [first, second] = segments;
  const message = multipleMessages.find((it) => second?.name === `Microsoft.Dynamics.CRM.${it}`);
  const table = first === undefined || first.args !== null ? null : tableOfSet(first.name);
  return message === undefined || table === null || segments.length !== 2 ? null : { message, table };
}

/** Every record says what it is: without that it is read as one of the type that all have in common, which has no columns. */
function requireType({ logicalName }: Table, target: Row): void {
  const type = target['@odata.type'];
  const name = Object.keys(target).find((it) => !it.includes('@'));
  if (type === undefined && name !== undefined) throw unknownProperty('crmbaseentity', name);
  if (typeof type !== 'string' || type.replace(/^#/, '') !== `Microsoft.Dynamics.CRM.${logicalName}`)
    throw wrongParameter('Targets');
}

/** Where a record is written to: `@odata.id` with an alternate key, or its own id; null for one that has neither. */
function addressOf(table: Table, target: Row): string | null {
  const [link, id] = [target['@odata.id'], target[table.primaryId]];
  if (typeof link === 'string') return link.replace(/^https?:\/\/.*?\/api\/data\/v\d+\.\d+\/?|^\//i, '');
  return typeof id === 'string' ? `${table.entitySet}(${id})` : null;
}

/** Writes one record as the request for it alone would; its id. */
function writeTarget(session: Session, { message, table }: MultipleAction, target: Row): string {
  requireType(table, target);
  const address = message === 'CreateMultiple' ? null : addressOf(table, target);
  if (address === null && message === 'UpdateMultiple') throw wrongParameter('Targets');
  const segments = parsedOrFault(parsePath(address ?? table.entitySet));
  if (segments.length !== 1 || segments[0]?.name !== table.entitySet) throw wrongParameter('Targets');
  const { 'if-match': _, ...headers } = session.request.headers;
  const content = Object.entries(target).filter(
    ([name]) => !/^@odata\.(?:id|type)$/.test(name) && (address === null || name !== table.primaryId),
  );
  const request = {
    ...session.request,
    method: address === null ? 'POST' : 'PATCH',
    headers: message === 'UpdateMultiple' ? { ...headers, 'if-match': '*' } : headers,
    body: JSON.stringify(Object.fromEntries(content)),
  };
  const written = write({ ...session, request, preferences: readPreferences({}) }, segments, new Map());
  return /\(([^()]*)\)$/.exec(written.headers['odata-entityid'] ?? '')?.[1] ?? '';
}

/**
 * Answers CreateMultiple, UpdateMultiple and UpsertMultiple, all or none (Learn: "Use bulk operation messages", and their reference
 * pages, which say that the last two answer nothing).
 */
export function callMultipleAction(session: Session, action: MultipleAction): DataverseResponse {
  requireJson(session);
  const { Targets: targets } = readJsonObject(session.request.body);
  if (!Array.isArray(targets) || targets.length === 0) throw wrongParameter('Targets');
  const ids = targets.map((it) => {
    if (!isJsonObject(it)) throw wrongParameter('Targets');
    return writeTarget(session, action, it);
  });
  const context = `${session.request.serviceRoot}/$metadata#Microsoft.Dynamics.CRM.CreateMultipleResponse`;
  return action.message === 'CreateMultiple'
    ? jsonAnswer(200, { '@odata.context': context, Ids: ids })
    : emptyAnswer(204);
}
