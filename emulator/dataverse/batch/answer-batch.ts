import { guid } from '../base/guid.ts';
import type { DataverseRequest, DataverseResponse } from '../seam.ts';
import { readBatch, type BatchPart } from './read-batch.ts';

const root = /^.*?\/api\/data\/v9\.[0-2]\//i;

/** A part as a request of its own, by the same caller. */
function partRequest(batch: DataverseRequest, part: BatchPart): DataverseRequest {
  const relative = part.url.replace(root, '').replace(/^\/+/, '');
  const at = relative.indexOf('?');
  return {
    ...batch,
    method: part.method,
    path: `/${at < 0 ? relative : relative.slice(0, at)}`,
    query: at < 0 ? '' : relative.slice(at + 1),
    headers: part.headers,
    body: '',
  };
}

const partText = (answer: DataverseResponse): string =>
  [
    'Content-Type: application/http',
    'Content-Transfer-Encoding: binary',
    '',
    `HTTP/1.1 ${answer.status} ${answer.status < 400 ? 'OK' : 'Error'}`,
    ...Object.entries(answer.headers).map(([name, value]) => `${name}: ${value}`),
    '',
    answer.body,
  ].join('\r\n');

/**
 * Answers `POST $batch` (Learn: "Execute batch operations using the Web API"): each part in its turn, up to the first that is refused
 * unless the client asked to go on.
 */
export function answerBatch(
  request: DataverseRequest,
  answer: (part: DataverseRequest) => DataverseResponse,
): DataverseResponse {
  const parts = readBatch(request.headers['content-type'] ?? '', request.body);
  const goesOn = /odata\.continue-on-error/i.test(request.headers['prefer'] ?? '');
  const answers: DataverseResponse[] = [];
  for (const part of parts) {
    const answered = answer(partRequest(request, part));
    answers.push(answered);
    if (answered.status >= 400 && !goesOn) break;
  }
  const boundary = `batchresponse_${guid('batch', request.body.length.toString())}`;
  const failed = answers.some(({ status }) => status >= 400) && !goesOn && parts.length === 1;
  return {
    status: failed ? (answers[0]?.status ?? 400) : 200,
    headers: { 'content-type': `multipart/mixed; boundary=${boundary}`, 'odata-version': '4.0' },
    body: `${answers.map((it) => `--${boundary}\r\n${partText(it)}\r\n`).join('')}--${boundary}--\r\n`,
  };
}
