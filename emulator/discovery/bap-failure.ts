import type { Caller } from '../dataverse/seam.ts';
import type { Bearer } from '../entra/bearer.ts';
import { json } from '../server/exchange.ts';
import type { ServiceRequest, ServiceResponse } from '../server/exchange.ts';

/** An error of the Power Platform admin API, as recorded: a code and a message. */
export const bapFailure = (status: number, code: string, message: string): ServiceResponse =>
  json(status, { error: { code, message } });

/** As errors are seen since 2025 (microsoft/terraform-provider-power-platform, issues 665, 895 and 1000), and were not before. */
export const withErrorDetail = (response: ServiceResponse): ServiceResponse =>
  response.status < 400
    ? response
    : { ...response, body: response.body.replace(/\}\}$/, ',"detailUrlType":"NotSpecified"}}') };

/** A method that there is not, in the words of ASP.NET Web API, with those that there are (RFC 9110, 15.5.6). */
export function bapMethodRefused(method: string, allow: string): ServiceResponse {
  const refused = bapFailure(
    405,
    'MethodNotAllowed',
    `The requested resource does not support http method '${method}'.`,
  );
  return { ...refused, headers: { ...refused.headers, allow } };
}

/**
 * An app that no administrator has registered, as administrators quote it (MicrosoftDocs/power-platform, issue 1260;
 * microsoft/terraform-provider-power-platform, issue 665): the path is that of the machine behind the gateway.
 */
export const bapAppForbidden = (
  { objectId, appId, tenantId }: Caller,
  { path, query }: ServiceRequest,
): ServiceResponse =>
  bapFailure(
    403,
    'Forbidden',
    `The service principal with id '${objectId}' for application ${appId} does not have permission to access the path ` +
      `'https://10.0.0.4:20043${path}${query === '' ? '' : `?${query}`}' in tenant ${tenantId}.`,
  );

/** A permission in an environment that somebody lacks, as quoted in microsoft/coe-starter-kit, issue 10070. */
export const bapPermissionMissing = (
  { objectId, tenantId }: Caller,
  permission: string,
  environmentId: string,
): ServiceResponse =>
  bapFailure(
    403,
    'Forbidden',
    `The user with object id '${objectId}' in tenant '${tenantId}' does not have access to permission ` +
      `'${permission}' in environment '${environmentId}'. Error Code: '<null>'`,
  );

/** A body that is not what it has to be, in the words of Azure Resource Manager around those of its JSON reader. */
export const bapContentInvalid = (why: string): ServiceResponse =>
  bapFailure(
    400,
    'InvalidRequestContent',
    `The request content was invalid and could not be deserialized: '${why}'.`,
  );

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
