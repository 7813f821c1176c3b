import type { DataverseResponse } from '../seam.ts';

/** The answer to one request of a batch. */
export type OperationAnswer = { readonly response: DataverseResponse; readonly contentId: string | null };

/** Reason phrases that parts of an answer carry (RFC 9110, 15). */
const phrases: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  204: 'No Content',
  304: 'Not Modified',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  412: 'Precondition Failed',
  413: 'Request Entity Too Large',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  501: 'Not Implemented',
};

/** Header names as the service writes them. */
const written: Readonly<Record<string, string>> = {
  'content-type': 'Content-Type',
  'odata-version': 'OData-Version',
  'odata-entityid': 'OData-EntityId',
  'preference-applied': 'Preference-Applied',
  req_id: 'REQ_ID',
  etag: 'ETag',
  location: 'Location',
};

/** What only an answer to a request of its own has (Learn: "Execute batch operations using the Web API"). */
const outside: ReadonlySet<string> = new Set(['cache-control']);

/** One answer as a part: headers of the part, then the answer as HTTP has it. */
export const operationText = ({ response, contentId }: OperationAnswer): string =>
  [
    'Content-Type: application/http',
    'Content-Transfer-Encoding: binary',
    ...(contentId === null ? [] : [`Content-ID: ${contentId}`]),
    '',
    `HTTP/1.1 ${response.status} ${phrases[response.status] ?? 'Error'}`,
    ...Object.entries(response.headers).flatMap(([name, value]) =>
      outside.has(name) ? [] : [`${written[name] ?? name}: ${value}`],
    ),
    '',
    response.body,
  ].join('\r\n');

/** Parts between their boundaries. */
export const multipartText = (boundary: string, parts: readonly string[]): string =>
  `${parts.map((it) => `--${boundary}\r\n${it}\r\n`).join('')}--${boundary}--\r\n`;

/** The answers to a change set as one part. */
export const changeSetText = (boundary: string, answers: readonly OperationAnswer[]): string =>
  `Content-Type: multipart/mixed; boundary=${boundary}\r\n\r\n${multipartText(boundary, answers.map(operationText))}`;
