import type { ServiceResponse } from '../server/exchange.ts';
import { project, selected } from './collection.ts';
import { graphFaults } from './graph-fault.ts';
import { answer } from './graph-call.ts';
import type { GraphCall } from './graph-call.ts';
import { answerMemberships } from './member-of.ts';
import { userEntity } from './user-entity.ts';

/** `GET /me` and the memberships of whoever asks (Learn: user-get, user-list-memberof). */
export function answerMe(call: GraphCall, rest: readonly string[]): ServiceResponse {
  if (call.caller.kind === 'app') {
    throw graphFaults.delegatedOnly();
  }
  const account = call.cloud.directory.accountById(call.caller.tenantId, call.caller.objectId);
  if (account === null) {
    throw graphFaults.notFound('me');
  }
  const [below] = rest;
  if (below !== undefined) {
    const answered = answerMemberships(call, { type: 'user', objectId: account.objectId }, rest);
    if (answered === null) throw graphFaults.noSegment(below);
    return answered;
  }
  if (call.request.method !== 'GET') {
    throw graphFaults.method();
  }
  return answer(call, 200, 'users/$entity', project(call, userEntity(call, account), selected(call)));
}

/** `GET /organization` (Learn: organization-list): the caller's tenant. */
export function answerOrganization(call: GraphCall): ServiceResponse {
  const tenant = call.cloud.directory.tenant(call.caller.tenantId);
  if (tenant === null || call.caller.kind === 'app') {
    throw graphFaults.denied();
  }
  const entity = {
    id: tenant.id,
    countryLetterCode: tenant.country,
    displayName: tenant.displayName,
    tenantType: 'AAD',
    verifiedDomains: [
      {
        capabilities: 'Email, OfficeCommunicationsOnline',
        isDefault: true,
        isInitial: true,
        name: tenant.domain,
        type: 'Managed',
      },
    ],
  };
  return answer(call, 200, 'organization', { value: [project(call, entity, selected(call))] });
}
