import { directoryRoles, rolesOf } from '../directory/directory-roles.ts';
import type { DirectoryRole } from '../directory/directory-roles.ts';
import type { Account } from '../directory/records.ts';
import { guidOf } from '../seed/deterministic.ts';
import type { ServiceResponse } from '../server/exchange.ts';
import { answerObject, listCollection } from './collection.ts';
import type { DirectoryObject } from './directory-objects.ts';
import { graphFaults } from './graph-fault.ts';
import type { Entity, GraphCall, ResourceKey } from './graph-call.ts';
import { listObjects } from './object-list.ts';
import { mustReadRoles } from './permissions.ts';
import { userEntity } from './user-entity.ts';

const idOf = (tenantId: string, { templateId }: DirectoryRole): string =>
  guidOf('directory role', tenantId, templateId);

const roleEntity = (tenantId: string, role: DirectoryRole): Entity => ({
  id: idOf(tenantId, role),
  deletedDateTime: null,
  description: role.description,
  displayName: role.displayName,
  roleTemplateId: role.templateId,
});

const holdersOf = (call: GraphCall, role: DirectoryRole): readonly Account[] =>
  call.cloud.directory.records.accounts.filter(
    (one) => one.tenantId === call.caller.tenantId && rolesOf(one).includes(role),
  );

/** A role is activated when it is given to somebody (Learn: directoryrole-list). */
const activated = (call: GraphCall): readonly DirectoryRole[] =>
  directoryRoles.filter((role) => holdersOf(call, role).length > 0);

/** The roles of a person; nobody else has any here. */
export function roleObjects(call: GraphCall, objectId: string): readonly DirectoryObject[] {
  const { tenantId } = call.caller;
  const account = call.cloud.directory.accountById(tenantId, objectId);
  return (account === null ? [] : rolesOf(account)).map((role) => ({
    type: 'directoryRole',
    entity: roleEntity(tenantId, role),
  }));
}

/** `/directoryRoles`, one of them by id or `roleTemplateId`, and who holds it (Learn: directoryrole-list, -get, -list-members). They are not changed here. */
export function answerDirectoryRoles(
  call: GraphCall,
  key: ResourceKey | null,
  rest: readonly string[],
): ServiceResponse {
  const { tenantId } = call.caller;
  mustReadRoles(call);
  if (call.request.method !== 'GET') {
    throw graphFaults.method();
  }
  if (key === null) {
    if (rest.length > 0) throw graphFaults.noSegment(rest[0] ?? '');
    return listCollection(call, {
      set: 'directoryRoles',
      rows: activated(call).map((role) => roleEntity(tenantId, role)),
      filterable: ['id', 'displayName', 'roleTemplateId'],
      searchable: ['displayName'],
    });
  }
  const wanted = key.value.toLowerCase();
  const role = activated(call).find(
    (one) => (key.by === 'roleTemplateId' ? one.templateId : idOf(tenantId, one)) === wanted,
  );
  if (role === undefined) {
    throw graphFaults.notFound(key.value);
  }
  const [below, ...more] = rest;
  switch (below) {
    case undefined:
      return answerObject(call, 'directoryRoles', roleEntity(tenantId, role));
    case 'members':
      return listObjects(
        call,
        holdersOf(call, role).map((account) => ({ type: 'user', entity: userEntity(call, account) })),
        more,
      );
    default:
      throw graphFaults.noSegment(below);
  }
}

/** A definition (Learn: unifiedRoleDefinition resource); which actions it allows is not told here. */
const definitionEntity = (role: DirectoryRole): Entity => ({
  id: role.templateId,
  description: role.description,
  displayName: role.displayName,
  isBuiltIn: true,
  isEnabled: true,
  resourceScopes: ['/'],
  rolePermissions: [],
  templateId: role.templateId,
  version: '1',
});

/** Both ids in one, the first three numbers of each little-endian (Learn: unifiedRoleAssignment resource, examples). */
function assignmentId(role: DirectoryRole, principalId: string): string {
  const bytes = [role.templateId, principalId].flatMap((id) => {
    const [all, parts] = [Buffer.from(id.replaceAll('-', ''), 'hex'), [0, 4, 6, 8]];
    const numbers = [0, 1, 2].flatMap((at) => [...all.subarray(parts[at], parts[at + 1])].toReversed());
    return [...numbers, ...all.subarray(8)];
  });
  return `${Buffer.from(bytes).toString('base64url')}-1`;
}

function assignments(call: GraphCall): readonly Entity[] {
  return directoryRoles.flatMap((role) =>
    holdersOf(call, role).map(({ objectId }) => ({
      id: assignmentId(role, objectId),
      principalId: objectId,
      directoryScopeId: '/',
      // Learn: unifiedRoleAssignment resource of beta.
      ...(call.version === 'beta' ? { resourceScope: '/' } : {}),
      roleDefinitionId: role.templateId,
    })),
  );
}

function expansionOf(call: GraphCall, name: string): (entity: Entity) => readonly Entity[] {
  switch (name) {
    case 'principal':
      return ({ principalId }) => {
        const account = call.cloud.directory.accountById(call.caller.tenantId, String(principalId));
        return account === null
          ? []
          : [{ '@odata.type': '#microsoft.graph.user', ...userEntity(call, account) }];
      };
    case 'roleDefinition':
      return ({ roleDefinitionId }) =>
        directoryRoles.filter(({ templateId }) => templateId === roleDefinitionId).map(definitionEntity);
    default:
      throw graphFaults.noProperty(name, 'unifiedRoleAssignment');
  }
}

/** `/roleManagement/directory/roleAssignments` and `/roleDefinitions` for reading (Learn: rbacapplication-list-roleassignments, -list-roledefinitions). */
export function answerRoleManagement(call: GraphCall, path: readonly string[]): ServiceResponse {
  const [provider, set, id, ...more] = path;
  if (provider?.toLowerCase() !== 'directory' || more.length > 0) {
    throw graphFaults.noSegment(more[0] ?? provider ?? 'roleManagement');
  }
  mustReadRoles(call);
  if (call.request.method !== 'GET') {
    throw graphFaults.method();
  }
  const isAssignments = set === 'roleAssignments';
  if (!isAssignments && set !== 'roleDefinitions') {
    throw graphFaults.noSegment(set ?? 'directory');
  }
  const rows = isAssignments ? assignments(call) : directoryRoles.map(definitionEntity);
  const context = `roleManagement/directory/${set}`;
  if (id !== undefined) {
    const found = rows.find((row) => row['id'] === id);
    if (found === undefined) throw graphFaults.notFound(id);
    return answerObject(call, context, found);
  }
  // Both ends are single objects, which `$expand` shows as such.
  const expanded = call.query.get('$expand');
  const ends = (isAssignments ? (expanded?.split(',') ?? []) : []).map(
    (name) => [name.trim(), expansionOf(call, name.trim())] as const,
  );
  call.query.delete('$expand');
  return listCollection(call, {
    set: expanded === null ? context : `${context}(${expanded}())`,
    rows: rows.map((row) => ({
      ...row,
      ...Object.fromEntries(ends.map(([name, end]) => [name, end(row)[0] ?? null])),
    })),
    filterable: isAssignments
      ? ['principalId', 'roleDefinitionId', 'directoryScopeId']
      : ['id', 'displayName', 'isBuiltIn', 'templateId'],
    searchable: [],
  });
}
