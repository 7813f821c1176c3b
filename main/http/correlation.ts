import type { Correlation } from '../../preload/contract/words/errors.ts';

/**
 * The ids in an answer's headers that Microsoft's support asks for: `x-ms-service-request-id` and `REQ_ID` of Dataverse
 * (Microsoft Learn: compose-http-requests-handle-errors), `request-id` of Graph, `x-ms-request-id` of Entra. Names are lower case.
 */
export const correlationOf = (headers: Readonly<Record<string, string>>): Correlation => ({
  requestId:
    headers['x-ms-service-request-id'] ??
    headers['req_id'] ??
    headers['request-id'] ??
    headers['x-ms-request-id'],
  correlationId: headers['x-ms-correlation-request-id'] ?? headers['client-request-id'],
  timestamp: headers['date'],
});
