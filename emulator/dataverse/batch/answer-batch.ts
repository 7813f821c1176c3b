import { guid } from '../base/guid.ts';
import { batchInBatch, unknownContentId } from '../errors/batch-faults.ts';
import { segmentNotFound, versionNotUnderstood } from '../errors/request-faults.ts';
import type { DataverseRequest, DataverseResponse } from '../seam.ts';
import { changeSetText, multipartText, type OperationAnswer, operationText } from './print-batch.ts';
import { readBatch } from './read-batch.ts';
import type { BatchOperation } from './read-operation.ts';

type References = ReadonlyMap<string, string>;

/** How the requests of a batch are answered. */
export type BatchPorts = {
  /** Answers one request; throws where it is refused. */
  readonly answer: (request: DataverseRequest) => DataverseResponse;
  /** The answer that tells of a refusal. */
  readonly refusal: (error: unknown, request: DataverseRequest) => DataverseResponse;
  /** Makes all of a change or nothing. */
  readonly atomically: <T>(change: () => T) => T;
  /** Line ends that are understood. */
  readonly lineEnds: 'crlf' | 'any';
};

const serviceUrl = /^(?:https?:\/\/[^/?#]*(?:\/[^?#]*?)?)?\/api\/data\/v[89]\.[0-2](?=[/?]|$)/i;

/** `$1` or `$1/…` at the start of an address stands for a record that was made before (OData 4.0 protocol, 11.7.3.1). */
function withReference(url: string, references: References): string {
  const match = /^\/?\$([^/?]+)(.*)$/.exec(url);
  const [, id = '', rest = ''] = match ?? [];
  if (match === null || /^(?:batch|metadata)$/.test(id)) return url;
  const known = references.get(id);
  if (known === undefined) throw unknownContentId(`$${id}`);
  return `${known}${rest}`;
}

/** An address that is not relative is one of the Web API; a double slash before `api` shifts what is read as its version (DynamicsWebApi, issue 130). */
function requireServiceUrl(url: string): void {
  if (/^(?:https?:\/\/[^/?#]*)?\/\/+api\/data(?:[/?]|$)/i.test(url)) throw versionNotUnderstood('data');
  if (serviceUrl.test(url)) return;
  const version = /\/api\/data(?:\/([^/?]*))?/i.exec(url);
  if (version === null || /^v\d+\.\d+$/i.test(version[1] ?? '')) throw segmentNotFound(url);
  throw versionNotUnderstood(version[1] ?? '');
}

/** A part as a request of its own, by the same caller. */
function requestOf(
  batch: DataverseRequest,
  operation: BatchOperation,
  references: References,
): DataverseRequest {
  const url = withReference(operation.url, references);
  const isRelative = !/^(?:\/|https?:)/i.test(url);
  if (!isRelative) requireServiceUrl(url);
  const relative = (isRelative ? url : url.replace(serviceUrl, '')).replace(/^\/+/, '');
  const at = relative.indexOf('?');
  const path = `/${at < 0 ? relative : relative.slice(0, at)}`;
  if (path === '/$batch') throw batchInBatch();
  const { method, headers, body } = operation;
  return { ...batch, method, path, query: at < 0 ? '' : relative.slice(at + 1), headers, body, references };
}

function answerOperation(
  batch: DataverseRequest,
  operation: BatchOperation,
  ports: BatchPorts,
): OperationAnswer {
  const { contentId } = operation;
  let request = { ...batch, headers: operation.headers };
  try {
    request = requestOf(batch, operation, new Map());
    return { response: ports.answer(request), contentId };
  } catch (error) {
    return { response: ports.refusal(error, request), contentId };
  }
}

/** All answers of a change set, or that of the request which undid it. */
function answerChangeSet(
  batch: DataverseRequest,
  operations: readonly BatchOperation[],
  ports: BatchPorts,
): readonly OperationAnswer[] {
  const references = new Map<string, string>();
  let contentId: string | null = null;
  let request = batch;
  try {
    return ports.atomically(() =>
      operations.map((operation) => {
        request = { ...batch, headers: operation.headers };
        contentId = operation.contentId;
        request = requestOf(batch, operation, references);
        const response = ports.answer(request);
        const url = response.headers['location'];
        if (contentId !== null && url !== undefined) references.set(contentId, url);
        return { response, contentId };
      }),
    );
  } catch (error) {
    return [{ response: ports.refusal(error, request), contentId }];
  }
}

/** A refused part names its request before anything else (Learn: "Execute batch operations using the Web API", handling errors). */
const withRequestId = ({ response, contentId }: OperationAnswer, id: string): OperationAnswer => ({
  response: response.status < 400 ? response : { ...response, headers: { req_id: id, ...response.headers } },
  contentId,
});

/**
 * Answers `POST $batch` (Learn: "Execute batch operations using the Web API"): one request after the other, change sets as a whole.
 * The first refusal ends the batch and gives it its status, unless the client asked to go on.
 */
export function answerBatch(request: DataverseRequest, ports: BatchPorts): DataverseResponse {
  const items = readBatch(request.headers['content-type'] ?? '', request.body, ports.lineEnds);
  const goesOn = /\bodata\.continue-on-error\b(?!\s*=\s*"?false)/i.test(request.headers['prefer'] ?? '');
  const parts: string[] = [];
  let status = 200;
  for (const item of items) {
    const answers =
      item.kind === 'operation'
        ? [answerOperation(request, item.operation, ports)]
        : answerChangeSet(request, item.operations, ports);
    const boundary = `changesetresponse_${guid('changeset', request.body.length, parts.length)}`;
    const told = answers.map((it) => withRequestId(it, guid('part', request.body.length, parts.length)));
    parts.push(item.kind === 'operation' ? told.map(operationText).join('') : changeSetText(boundary, told));
    const refused = answers.find(({ response }) => response.status >= 400);
    if (refused === undefined || goesOn) continue;
    status = refused.response.status;
    break;
  }
  const boundary = `batchresponse_${guid('batch', request.body.length)}`;
  return {
    status,
    headers: { 'content-type': `multipart/mixed; boundary=${boundary}`, 'odata-version': '4.0' },
    body: multipartText(boundary, parts),
  };
}
