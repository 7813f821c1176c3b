import { randomUUID } from 'node:crypto';
import { json } from '../server/exchange.ts';
import type { ServiceResponse } from '../server/exchange.ts';

/** An error of the Power Platform admin API, as recorded: a code, a message, and an id in a header. */
export function bapFailure(status: number, code: string, message: string): ServiceResponse {
  return json(status, { error: { code, message } }, { 'x-ms-request-id': randomUUID() });
}
