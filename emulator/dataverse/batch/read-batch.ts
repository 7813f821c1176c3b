import {
  contentIdTwice,
  nestedChangeSet,
  noContentId,
  noContentType,
  notInChangeSet,
  notMultipart,
  noTransferEncoding,
  tooManyParts,
  wrongPartType,
} from '../errors/batch-faults.ts';
import { boundaryOf, splitMultipart } from './multipart.ts';
import { type BatchOperation, type Headers, readHeaders, readOperation } from './read-operation.ts';

/** What a batch asks for, in its order: single requests, and change sets that succeed or fail as a whole. */
export type BatchItem =
  | { readonly kind: 'operation'; readonly operation: BatchOperation }
  | { readonly kind: 'changeSet'; readonly operations: readonly BatchOperation[] };

/** Most requests of a batch (Learn: "Execute batch operations using the Web API"). */
const mostParts = 1000;

const changing = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

const isType = (contentType: string, type: string): boolean =>
  contentType.split(';', 1)[0]?.trim().toLowerCase() === type;

function operationOf(headers: Headers, text: string): BatchOperation {
  if (headers['content-transfer-encoding']?.toLowerCase() !== 'binary') throw noTransferEncoding();
  return readOperation(text, headers);
}

function readChangeSet(contentType: string, text: string): readonly BatchOperation[] {
  const seen = new Set<string>();
  return splitMultipart(boundaryOf(contentType), text).map((part) => {
    const { headers, rest } = readHeaders(part);
    const type = headers['content-type'];
    if (type === undefined) throw noContentType();
    if (isType(type, 'multipart/mixed')) throw nestedChangeSet();
    if (!isType(type, 'application/http')) throw wrongPartType(type);
    const operation = operationOf(headers, rest);
    if (!changing.has(operation.method)) throw notInChangeSet(operation.method);
    const { contentId } = operation;
    if (contentId === null || contentId === '') throw noContentId();
    if (seen.has(contentId)) throw contentIdTwice(contentId);
    seen.add(contentId);
    return operation;
  });
}

function readItem(part: string): BatchItem {
  const { headers, rest } = readHeaders(part);
  const type = headers['content-type'];
  if (type === undefined) throw noContentType();
  if (isType(type, 'multipart/mixed')) return { kind: 'changeSet', operations: readChangeSet(type, rest) };
  if (!isType(type, 'application/http')) throw wrongPartType(type);
  return { kind: 'operation', operation: operationOf(headers, rest) };
}

/**
 * Reads the whole of a batch before anything of it is done, as the service does: one part that cannot be read refuses all
 * (OData 4.0 protocol, 11.7; the refusals are those of Microsoft's OData library).
 */
export function readBatch(contentType: string, body: string, lineEnds: 'crlf' | 'any'): readonly BatchItem[] {
  if (!isType(contentType, 'multipart/mixed')) throw notMultipart();
  const text = lineEnds === 'any' ? body.replaceAll(/\r?\n/g, '\r\n') : body;
  const items = splitMultipart(boundaryOf(contentType), text).map(readItem);
  const count = items.reduce((sum, it) => sum + (it.kind === 'operation' ? 1 : it.operations.length), 0);
  if (count > mostParts) throw tooManyParts(mostParts);
  return items;
}
