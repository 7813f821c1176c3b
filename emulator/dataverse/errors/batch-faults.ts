import { invalidPayload, streamNotReadable } from './payload-faults.ts';
import { badRequest, segmentNotFound } from './request-faults.ts';
import { ServiceFault } from './service-fault.ts';

/** A batch that is not written as the reader of Microsoft's OData library has it; its texts stand in the library's resources. */
const unreadable = (detail: string): ServiceFault => invalidPayload(detail);

/** The batch comes as something else, such as JSON, which Dataverse does not take (texts of Microsoft's ASP.NET Web API for OData). */
export const notMultipart = (): ServiceFault =>
  unreadable(`The batch request must have 'multipart/mixed' as the media type.`);

/** The content type does not say what stands between the parts. */
export const noBoundary = (): ServiceFault =>
  unreadable(`The batch request must have a boundary specification in the "Content-Type" header.`);

/** Text ends before the line that closes the batch or a change set. */
export const batchNotClosed = (): ServiceFault =>
  invalidPayload('Encountered an unexpected end of input while reading the batch payload.', {
    rule: 'unclosedBatch',
    answers: { notReadable: streamNotReadable() },
  });

export const noContentType = (): ServiceFault =>
  unreadable(
    "The 'Content-Type' header is missing. The 'Content-Type' header must be specified for each MIME part of a batch message.",
  );

export const wrongPartType = (value: string): ServiceFault =>
  unreadable(
    `The 'Content-Type' header value '${value}' is invalid. When this is the start of the change set, the value must be 'multipart/mixed'; otherwise it must be 'application/http'.`,
  );

export const noTransferEncoding = (): ServiceFault =>
  unreadable(
    "A missing or invalid 'Content-Transfer-Encoding' header was found. The 'Content-Transfer-Encoding' header must be specified for each batch operation, and its value must be 'binary'.",
  );

export const nestedChangeSet = (): ServiceFault =>
  unreadable('Nested change sets in a batch payload are not supported.');

export const invalidHeaderLine = (line: string): ServiceFault =>
  unreadable(
    `The message header '${line}' is invalid. The header value must be of the format '<header name>: <header value>'.`,
  );

export const headerTwice = (name: string): ServiceFault =>
  unreadable(
    `The header '${name}' was specified multiple times. Each header must appear only once in a batch part.`,
  );

export const invalidRequestLine = (line: string): ServiceFault =>
  unreadable(
    `The request line '${line}' is invalid. The request line at the start of each operation must be of the format 'HttpMethod RequestUrl HttpVersion'.`,
  );

export const invalidHttpVersion = (version: string): ServiceFault =>
  unreadable(
    `The HTTP version '${version}' used in a batch operation request or response is not valid. The value must be 'HTTP/1.1'.`,
  );

export const invalidContentLength = (value: string): ServiceFault =>
  unreadable(
    `The content length header '${value}' is not valid. The content length header must be a valid Int32 literal and must be greater than or equal to 0.`,
  );

/** Reading changes nothing, so it has no place in a change set (Learn: "Execute batch operations using the Web API"). */
export const notInChangeSet = (method: string): ServiceFault =>
  unreadable(
    `An invalid HTTP method '${method}' was detected for a request in a change set. Requests in change sets only support the HTTP methods 'POST', 'PUT', 'DELETE', and 'PATCH'.`,
  );

/** Every request of a change set has an id (0x80060888, as clients saw it; the text is ours, they tell of a Content-ID header that is not present). */
export const noContentId = (): ServiceFault =>
  badRequest('The Content-ID header is missing. It must be specified for each operation of a change set.');

export const contentIdTwice = (id: string): ServiceFault =>
  unreadable(
    `The content ID '${id}' was found more than once in the same change set. Content IDs have to be unique across all operations of a change set.`,
  );

/** Learn: "Execute batch operations using the Web API", reference URIs in an operation. */
export const unknownContentId = (reference: string): ServiceFault =>
  badRequest(`Content-ID Reference: '${reference}' does not exist in the batch context.`);

/** At most 1,000 requests (Learn: "Execute batch operations using the Web API"; text of the OData library). */
export const tooManyParts = (most: number): ServiceFault =>
  unreadable(
    `The current batch message contains too many parts. A maximum number of '${most}' query operations and change sets are allowed in a batch message.`,
  );

/** "Batch requests … can't contain other batch requests" (Learn: "Execute batch operations using the Web API"; code and text are ours). */
export const batchInBatch = (): ServiceFault =>
  new ServiceFault(400, '0x80060888', 'A batch request cannot contain other batch requests.', {
    rule: 'nestedBatch',
    answers: { notFound: segmentNotFound('$batch') },
  });
