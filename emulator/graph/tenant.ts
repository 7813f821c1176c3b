import type { ServiceResponse } from '../server/exchange.ts';
import { project, selected } from './collection.ts';
import { graphFaults } from './graph-fault.ts';
import { answer } from './graph-call.ts';
import type { GraphCall, ResourceKey } from './graph-call.ts';
import { answerMemberships } from './member-of.ts';
import { mayReadOrganization } from './permissions.ts';
import { requireNoPhoto } from './photo.ts';
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
    requireNoPhoto(rest);
    const answered = answerMemberships(call, { type: 'user', objectId: account.objectId }, rest);
    if (answered === null) throw graphFaults.noSegment(below);
    return answered;
  }
  if (call.request.method !== 'GET') {
    throw graphFaults.method();
  }
  return answer(call, 200, 'users/$entity', project(call, userEntity(call, account), selected(call)));
}

/** `GET /organization` and `/organization/{id}` (Learn: organization-list, organization-get): the caller's tenant. */
export function answerOrganization(call: GraphCall, key: ResourceKey | null): ServiceResponse {
  const tenant = call.cloud.directory.tenant(call.caller.tenantId);
  if (tenant === null || !mayReadOrganization(call)) {
    throw graphFaults.denied();
  }
  if (key !== null && key.value.toLowerCase() !== tenant.id) {
    throw graphFaults.notFound(key.value);
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
  const shown = project(call, entity, selected(call));
  return key === null
    ? answer(call, 200, 'organization', { value: [shown] })
    : answer(call, 200, 'organization/$entity', shown);
}
