import { jsonAnswer } from '../answer.ts';
import { badRequest, segmentNotFound } from '../errors/request-faults.ts';
import type { QueryOptions } from '../odata/parse-query.ts';
import { operationSignatures } from '../metadata/operation-signatures.ts';
import { parseRecordReference } from '../odata/parse-path.ts';
import type { Alias, Literal, PathSegment } from '../odata/syntax-tree.ts';
import { literalOf } from '../query/operand.ts';
import { readQuerySpec } from '../query/query-spec.ts';
import { readCollection } from '../query/read-collection.ts';
import { applied } from '../query/read-resource.ts';
import { resolveResource } from '../query/resource.ts';
import { idOf, type Row } from '../schema/value.ts';
import type { DataverseResponse } from '../seam.ts';
import type { Session } from '../session.ts';
import { memoryRows } from '../store/memory-rows.ts';
import { isJsonObject } from '../writes/payload.ts';
import type { FunctionArgument, FunctionCall, ObjectArgument, WebApiFunction } from './operation.ts';
import { accessFunctions } from './access-functions.ts';
import { auditFunctions } from './audit-functions.ts';
import { columnFunctions } from './column-functions.ts';
import { environmentFunctions } from './environment-functions.ts';
import { resetInheritedAccess } from './inherited-access.ts';
import { initializeFrom } from './initialize-from.ts';
import { retrieveMetadataChanges } from './metadata-changes.ts';
import { organizationFunctions } from './organization-functions.ts';
import { privilegeFunctions } from './privilege-functions.ts';
import { searchStatus } from './search-operations.ts';
import { retrieveSolutionImportResult } from './solution-file-actions.ts';
import { isValidStateTransition } from './state-transition.ts';
import { timeZoneFunctions } from './time-zone-functions.ts';

const prefix = 'Microsoft.Dynamics.CRM.';

const all: readonly WebApiFunction[] = [
  ...organizationFunctions,
  ...environmentFunctions,
  ...privilegeFunctions,
  ...accessFunctions,
  ...columnFunctions,
  ...auditFunctions,
  ...timeZoneFunctions,
  retrieveSolutionImportResult,
  resetInheritedAccess,
  searchStatus,
  initializeFrom,
  isValidStateTransition,
  retrieveMetadataChanges,
];

const unbound = new Map(all.filter((it) => it.boundTo === null).map((it) => [it.name, it]));
const bound = new Map(all.filter((it) => it.boundTo !== null).map((it) => [it.name, it]));

/** The function that a path calls, or null where it names a resource; only bound ones have their full name (Learn: "Use Web API functions"). */
export function functionOf(segments: readonly PathSegment[]): WebApiFunction | null {
  const last = segments.at(-1);
  if (last === undefined) return null;
  if (segments.length === 1) return unbound.get(last.name) ?? null;
  if (!last.name.startsWith(prefix)) return null;
  const found = bound.get(last.name.slice(prefix.length));
  if (found !== undefined) return found;
  // Without parentheses it is the name of a type, which only some columns can be cast to.
  if (last.args === null) return null;
  throw segmentNotFound(last.name);
}

/** Learn shows a query as it is, without quotes: "How to clean up inherited access". */
const parseXml = (text: string): Literal | null =>
  text.trimStart().startsWith('<') ? { kind: 'string', value: text } : null;

function parseObject(text: string): ObjectArgument | null {
  if (!text.trimStart().startsWith('{')) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? { kind: 'object', value } : null;
  } catch {
    return null;
  }
}

/** An argument itself, or what its alias stands for: only an alias can refer to a record or hold an object. */
const argumentOf = (value: Literal | Alias, options: QueryOptions): FunctionArgument => {
  const text = value.kind === 'alias' ? options.get(value.name) : undefined;
  const held =
    text === undefined ? null : (parseRecordReference(text) ?? parseObject(text) ?? parseXml(text));
  return held ?? literalOf(value, options);
};

function argumentsOf(segment: PathSegment, options: QueryOptions): FunctionCall['args'] {
  if (segment.args === null) return new Map();
  if (segment.args.kind === 'positional') throw badRequest('The parameters of a function are given by name.');
  return new Map(segment.args.values.map((it) => [it.name, argumentOf(it.value, options)]));
}

function targetOf(
  session: Session,
  called: WebApiFunction,
  segments: readonly PathSegment[],
  options: QueryOptions,
): Row | null {
  if (called.boundTo === null) return null;
  const resource = resolveResource(session, segments.slice(0, -1), options);
  const isBound = 'table' in resource && called.boundTo.includes(resource.table.logicalName);
  if (isBound && resource.kind === 'entity' && called.ofSet !== true) return resource.row;
  if (isBound && resource.kind === 'collection' && called.ofSet === true) return null;
  throw segmentNotFound(segments.at(-1)?.name ?? '');
}

/** Calls a function and answers with its result. */
export function callFunction(
  session: Session,
  called: WebApiFunction,
  segments: readonly PathSegment[],
  options: QueryOptions,
): DataverseResponse {
  const last = segments.at(-1);
  const args = last === undefined ? new Map<string, Literal>() : argumentsOf(last, options);
  const signature = operationSignatures.find((it) => it.name === called.name);
  const isKnown = (name: string): boolean =>
    signature === undefined || signature.parameters.some(([parameter]) => parameter === name);
  // A function is found by the names of its parameters: with another one there is none (OData 4.0 URL conventions, 4.5).
  if (![...args.keys()].every(isKnown)) throw segmentNotFound(last?.name ?? '');
  const call: FunctionCall = { session, args, target: targetOf(session, called, segments, options) };
  if ('rowsOf' in called) {
    const { table, rows, beside } = called.rowsOf(call);
    const source = memoryRows(table.primaryId, () => rows);
    const found = readCollection(session, table, source, readQuerySpec(options), table.entitySet);
    const { value } = found;
    if (beside !== undefined && Array.isArray(value))
      found['value'] = value.map((it) =>
        isJsonObject(it) ? { ...it, ...beside(idOf(it, table.primaryId)) } : it,
      );
    return jsonAnswer(200, found, applied(session));
  }
  const context = `${session.request.serviceRoot}/$metadata#${prefix}${called.name}Response`;
  return jsonAnswer(200, { '@odata.context': context, ...called.run(call) }, applied(session));
}
