import type { ServiceResponse } from '../server/exchange.ts';
import { answerRoleAssignments } from './app-role-assignments.ts';
import { answerObject, listCollection } from './collection.ts';
import { graphFaults } from './graph-fault.ts';
import type { GraphCall, ResourceKey } from './graph-call.ts';
import { answerMemberships } from './member-of.ts';
import { mayReadOrganization } from './permissions.ts';
import { requireNoPhoto } from './photo.ts';
import { shownOfUser, userEntity } from './user-entity.ts';
import { answerGrantsOf } from './permission-grants.ts';

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
    const { objectId } = account;
    const answered =
      answerRoleAssignments(call, { set: 'users', objectId }, rest) ??
      answerGrantsOf(call, objectId, rest) ??
      answerMemberships(call, { type: 'user', objectId }, rest);
    if (answered === null) throw graphFaults.noSegment(below);
    return answered;
  }
  if (call.request.method !== 'GET') {
    throw graphFaults.method();
  }
  const entity = userEntity(call, account);
  return answerObject(call, 'users', entity, { byDefault: shownOfUser(call, entity) });
}

/** What nobody has set of a tenant (Learn: organization-list). */
const unset = {
  deletedDateTime: null,
  assignedPlans: [],
  businessPhones: [],
  city: null,
  country: null,
  createdDateTime: '2021-03-01T08:00:00Z',
  defaultUsageLocation: null,
  directorySizeQuota: null,
  isMultipleDataLocationsForServicesEnabled: null,
  marketingNotificationEmails: [],
  onPremisesLastSyncDateTime: null,
  onPremisesSyncEnabled: null,
  postalCode: null,
  preferredLanguage: 'en',
  privacyProfile: null,
  provisionedPlans: [],
  securityComplianceNotificationMails: [],
  securityComplianceNotificationPhones: [],
  state: null,
  street: null,
  technicalNotificationMails: [],
};

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
    ...unset,
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
  return key === null
    ? listCollection(call, { set: 'organization', rows: [entity], filterable: ['id'], searchable: [] })
    : answerObject(call, 'organization', entity);
}
