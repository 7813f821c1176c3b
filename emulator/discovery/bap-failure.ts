import { json } from '../server/exchange.ts';
import type { ServiceResponse } from '../server/exchange.ts';

/** An error of the Power Platform admin API, as recorded: a code and a message. */
export const bapFailure = (status: number, code: string, message: string): ServiceResponse =>
  json(status, { error: { code, message } });

/** A method that there is not, with those that there are (RFC 9110, 15.5.6). */
export function bapMethodRefused(method: string, allow: string): ServiceResponse {
  const refused = bapFailure(405, 'MethodNotAllowed', `The method ${method} is not allowed here.`);
  return { ...refused, headers: { ...refused.headers, allow } };
}
