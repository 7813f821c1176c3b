import type { Bearer } from '../entra/bearer.ts';
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

/** Codes and texts of Azure Resource Manager, whose the admin API's are; that for an audience is recorded. */
export function bapUnauthenticated(
  bearer: Exclude<Bearer, { kind: 'valid' }>,
  audiences: readonly string[],
): ServiceResponse {
  switch (bearer.kind === 'absent' ? 'absent' : bearer.reason) {
    case 'absent':
      return bapFailure(
        401,
        'AuthenticationFailed',
        "Authentication failed. The 'Authorization' header is missing.",
      );
    case 'audience':
      return bapFailure(
        401,
        'InvalidAuthenticationAudience',
        `The received access token has been obtained from wrong audience or resource. It should exactly match (including forward ` +
          `slash) with one of the allowed audiences '${audiences.join(',')}'.`,
      );
    case 'expired':
      return bapFailure(401, 'ExpiredAuthenticationToken', 'The access token expired.');
    case 'malformed':
    case 'signature':
      return bapFailure(401, 'InvalidAuthenticationToken', 'The access token is invalid.');
  }
}
