import { groupsAround, groupsWith } from '../directory/memberships.ts';
import type { Group } from '../directory/records.ts';
import { json } from '../server/exchange.ts';
import type { ServiceResponse } from '../server/exchange.ts';
import { applicationEntity } from './application-entity.ts';
import type { DirectoryObject } from './directory-objects.ts';
import { roleObjects } from './directory-roles.ts';
import { graphFaults } from './graph-fault.ts';
import { bodyOf } from './graph-call.ts';
import type { GraphCall } from './graph-call.ts';
import { groupEntity } from './group-entity.ts';
import { listObjects } from './object-list.ts';
import { mustReadMemberships } from './permissions.ts';
import { principalEntity } from './service-principal-entity.ts';

/** Whose memberships are asked for. */
export type Member = { readonly type: 'user' | 'servicePrincipal' | 'group'; readonly objectId: string };

const groupObject = (call: GraphCall, group: Group): DirectoryObject => ({
  type: 'group',
  entity: groupEntity(call, group),
});

/** What has somebody or something among its owners (Learn: user-list-ownedobjects, serviceprincipal-list-ownedobjects). */
function ownedBy(call: GraphCall, objectId: string): readonly DirectoryObject[] {
  const { apps, groups, servicePrincipals } = call.cloud.directory.records;
  const isOwned = (one: { readonly tenantId: string; readonly owners: readonly string[] }): boolean =>
    one.tenantId === call.caller.tenantId && one.owners.includes(objectId);
  return [
    ...apps
      .filter(isOwned)
      .map((app): DirectoryObject => ({ type: 'application', entity: applicationEntity(call, app) })),
    ...servicePrincipals
      .filter(isOwned)
      .map((one): DirectoryObject => ({ type: 'servicePrincipal', entity: principalEntity(call, one) })),
    ...groups.filter(isOwned).map((group) => groupObject(call, group)),
  ];
}

/** The groups and directory roles of somebody or something, without what comes through other groups. */
export const membershipsOf = (call: GraphCall, objectId: string): readonly DirectoryObject[] => [
  ...groupsWith(call.cloud.directory.records, call.caller.tenantId, objectId).map((group) =>
    groupObject(call, group),
  ),
  ...roleObjects(call, objectId),
];

/** As many ids as one request may name (Learn: directoryobject-checkmembergroups, -checkmemberobjects). */
const mostChecked = 20;

function idsIn(call: GraphCall, name: string): readonly string[] {
  const ids = bodyOf(call)[name];
  if (!Array.isArray(ids) || ids.length > mostChecked) {
    throw graphFaults.badProperty(name);
  }
  return ids.map((id: unknown) => (typeof id === 'string' ? id.toLowerCase() : ''));
}

function onlySecurity(call: GraphCall): boolean {
  const only = bodyOf(call)['securityEnabledOnly'] ?? false;
  if (typeof only !== 'boolean') {
    throw graphFaults.badProperty('securityEnabledOnly');
  }
  return only;
}

/** Nobody reports to anybody in this directory (Learn: user-list-manager, user-list-directreports). */
const reportingLines = (call: GraphCall, rest: readonly string[]) => ({
  'GET manager': () => {
    throw graphFaults.notFound('manager');
  },
  'GET directReports': () => listObjects(call, [], rest),
});

const texts = (call: GraphCall, ids: readonly string[]): ServiceResponse =>
  json(200, {
    '@odata.context': `${call.request.links.self}/${call.version}/$metadata#Collection(Edm.String)`,
    value: ids,
  });

/**
 * What somebody or something is a member of or owns (Learn: user-list-memberof, user-list-transitivememberof, directoryobject-checkmembergroups,
 * -getmembergroups, -getmemberobjects, -checkmemberobjects); `null` for another path.
 */
export function answerMemberships(
  call: GraphCall,
  { type, objectId }: Member,
  [below = '', ...rest]: readonly string[],
): ServiceResponse | null {
  const { records } = call.cloud.directory;
  const { tenantId } = call.caller;
  const around = (): readonly Group[] => groupsAround(records, tenantId, objectId);
  const asked = `${call.request.method} ${below}`;
  const answers: Readonly<Record<string, () => ServiceResponse>> = {
    'GET memberOf': () => listObjects(call, membershipsOf(call, objectId), rest),
    'GET transitiveMemberOf': () =>
      listObjects(
        call,
        [...around().map((group) => groupObject(call, group)), ...roleObjects(call, objectId)],
        rest,
      ),
    ...(type === 'group'
      ? {}
      : { 'GET ownedObjects': () => listObjects(call, ownedBy(call, objectId), rest) }),
    ...(type === 'user' ? reportingLines(call, rest) : {}),
    'POST getMemberGroups': () => {
      const only = onlySecurity(call);
      return texts(
        call,
        around().flatMap((group) => (only && !group.securityEnabled ? [] : [group.objectId])),
      );
    },
    'POST getMemberObjects': () => {
      const only = onlySecurity(call);
      return texts(call, [
        ...around().flatMap((group) => (only && !group.securityEnabled ? [] : [group.objectId])),
        ...(only ? [] : roleObjects(call, objectId).map(({ entity }) => String(entity['id']))),
      ]);
    },
    'POST checkMemberGroups': () => {
      const ids = idsIn(call, 'groupIds');
      return texts(
        call,
        around().flatMap((group) => (ids.includes(group.objectId) ? [group.objectId] : [])),
      );
    },
    'POST checkMemberObjects': () => {
      const ids = idsIn(call, 'ids');
      const all = [
        ...around().map((group) => group.objectId),
        ...roleObjects(call, objectId).map(({ entity }) => String(entity['id'])),
      ];
      return texts(
        call,
        all.filter((id) => ids.includes(id)),
      );
    },
  };
  const found = Object.hasOwn(answers, asked) ? answers[asked] : undefined;
  if (found === undefined) {
    return null;
  }
  mustReadMemberships(call, type, objectId);
  return found();
}
