import { randomUUID } from 'node:crypto';
import { hosts } from '../server/address.ts';
import { json } from '../server/exchange.ts';
import type { ServiceRequest, ServiceResponse } from '../server/exchange.ts';
import type { GraphFault } from './graph-fault.ts';

/** A refusal as Graph writes it (Learn: errors, "Error resource type"). */
export function graphRefusal(request: ServiceRequest, fault: GraphFault, now: number): ServiceResponse {
  const requestId = randomUUID();
  const innerError = {
    date: new Date(now).toISOString().slice(0, 19),
    'request-id': requestId,
    'client-request-id': request.headers['client-request-id'] ?? requestId,
  };
  const headers: Record<string, string> = { 'request-id': requestId };
  if (fault.status === 401) {
    headers['www-authenticate'] =
      `Bearer realm="", authorization_uri="${request.links.to(hosts.login)}/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"`;
  }
  const { code, message, detail } = fault;
  const details = detail === null ? {} : { details: [detail] };
  return json(fault.status, { error: { code, message, ...details, innerError } }, headers);
}
