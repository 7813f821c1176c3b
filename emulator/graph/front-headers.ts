import { randomUUID } from 'node:crypto';
import type { ServiceRequest, ServiceResponse } from '../server/exchange.ts';
import { readMetadataLevel, withoutControlInformation } from '../server/metadata-level.ts';

/** Which of the service's machines answered; a value of ours in the recorded shape. */
const diagnostic = JSON.stringify({
  ServerInfo: { DataCenter: 'Demo', Slice: 'E', Ring: '1', ScaleUnit: '000', RoleInstance: 'DEMO0000' },
});

/** Content type of an answer that is no refusal, as recorded. */
const success = (level: 'none' | 'minimal'): string =>
  `application/json;odata.metadata=${level};odata.streaming=true;IEEE754Compatible=false;charset=utf-8`;

const isJson = ({ headers, body }: ServiceResponse): boolean =>
  body !== '' && headers['content-type']?.startsWith('application/json') === true;

const contentType = (response: ServiceResponse): Readonly<Record<string, string>> =>
  isJson(response) ? { 'content-type': response.status < 400 ? success('minimal') : 'application/json' } : {};

/** Leaves out what a client does not want to be told beside the values (OData JSON Format 4.0, 3.1.3), as CLI for Microsoft 365 asks. */
function atLevel({ headers }: ServiceRequest, response: ServiceResponse): ServiceResponse {
  if (response.status >= 400 || !isJson(response) || readMetadataLevel(headers['accept']) !== 'none')
    return response;
  return {
    ...response,
    headers: { ...response.headers, 'content-type': success('none') },
    body: withoutControlInformation(response.body),
  };
}

/** As HTTP writes them, where the service does not write them in small letters (Learn: json-batching). */
const spelled = (name: string): string =>
  name === 'odata-version'
    ? 'OData-Version'
    : name.startsWith('x-ms-')
      ? name
      : name.replace(/(?:^|-)[a-z]/g, (letter) => letter.toUpperCase());

/** Headers of an answer inside a batch: names are spelled there, because a client finds them by name in JSON (Learn: json-batching). */
export function headersInBatch(response: ServiceResponse): Readonly<Record<string, string>> {
  // The id is one of the batch as a whole.
  const { 'request-id': _id, ...own } = response.headers;
  const all = { 'cache-control': 'no-cache', 'x-ms-resource-unit': '1', ...own, ...contentType(response) };
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [spelled(name), value]));
}

/** An answer with what the front of Graph adds to every one (as recorded of reads, changes and refusals). */
export function withFrontHeaders(request: ServiceRequest, response: ServiceResponse): ServiceResponse {
  const id = response.headers['request-id'] ?? randomUUID();
  return atLevel(request, {
    ...response,
    headers: {
      'cache-control': 'no-cache',
      // Under its own name alone, as at the sign-in service.
      ...(request.links.canonical ? { 'strict-transport-security': 'max-age=31536000' } : {}),
      'request-id': id,
      'client-request-id': request.headers['client-request-id'] ?? id,
      'x-ms-ags-diagnostic': diagnostic,
      // What a request costs, which one without a caller does not.
      ...(response.status === 401 ? {} : { 'x-ms-resource-unit': '1' }),
      ...response.headers,
      ...contentType(response),
    },
  });
}
