import { answerRoleAssignments } from './app-role-assignments.ts';
import { membersOf, transitiveMembersOf } from '../directory/memberships.ts';
import type { Group } from '../directory/records.ts';
import type { ServiceResponse } from '../server/exchange.ts';
import { answerObject, countCollection, listCollection } from './collection.ts';
import type { Collection } from './collection.ts';
import { directoryObject, typedObject } from './directory-objects.ts';
import type { DirectoryObject } from './directory-objects.ts';
import { expanded } from './expand.ts';
import type { Expansions } from './expand.ts';
import { graphFaults } from './graph-fault.ts';
import { bodyOf, created, createsMissing, done } from './graph-call.ts';
import type { Entity, GraphCall, ResourceKey } from './graph-call.ts';
import { groupBody, mostReferences, readGroupBody, requireKind } from './group-body.ts';
import { groupEntity } from './group-entity.ts';
import { answerMemberships } from './member-of.ts';
import { listObjects } from './object-list.ts';
import { mustChangeGroup, mustChangeMembers, mustCreateGroup, mustReadGroups } from './permissions.ts';
import { requireNoPhoto } from './photo.ts';
import { referenced } from './references.ts';

const groupsOf = (call: GraphCall): readonly Group[] =>
  call.cloud.directory.records.groups.filter(({ tenantId }) => tenantId === call.caller.tenantId);

const objectsWith = (call: GraphCall, ids: readonly string[]): readonly DirectoryObject[] =>
  ids.flatMap((id) => directoryObject(call, id) ?? []);

/** The relationships of a group that are lists of objects (Learn: group resource, "Relationships"). */
const relations = {
  members: (call: GraphCall, group: Group) => membersOf(call.cloud.directory.records, group),
  transitiveMembers: (call: GraphCall, group: Group) =>
    transitiveMembersOf(call.cloud.directory.records, group),
  owners: (_: GraphCall, group: Group) => group.owners,
} as const;

type Relation = keyof typeof relations;

const isRelation = (name: string): name is Relation => Object.hasOwn(relations, name);

const expansionsOf = (call: GraphCall): Expansions =>
  new Map(
    (['members', 'owners', 'transitiveMembers'] as const).map((name) => [
      name,
      ({ id }: Entity, names: readonly string[] | null) => {
        const group = groupsOf(call).find(({ objectId }) => objectId === id);
        const ids = group === undefined ? [] : relations[name](call, group);
        return objectsWith(call, ids).map((one) => typedObject(call, one, names));
      },
    ]),
  );

const collectionOf = (call: GraphCall): Collection => ({
  set: 'groups',
  rows: groupsOf(call).map((group) => groupEntity(call, group)),
  filterable: [
    'id',
    'displayName',
    'description',
    'mail',
    'mailNickname',
    'mailEnabled',
    'securityEnabled',
    'groupTypes',
    'membershipRule',
    'membershipRuleProcessingState',
    'isAssignableToRole',
    'onPremisesSyncEnabled',
    'visibility',
    'createdDateTime',
  ],
  counted: new Map([
    [
      'owners',
      ({ id }) => {
        const group = groupsOf(call).find(({ objectId }) => objectId === id);
        return group === undefined ? 0 : relations.owners(call, group).length;
      },
    ],
  ]),
  searchable: ['displayName', 'description', 'mail', 'mailNickname'],
  expansions: expansionsOf(call),
});

/** Of which kind a member may be: people of every group; service principals and security groups of security groups (Learn: group-post-members). */
function requireMember(call: GraphCall, group: Group, { type, entity }: DirectoryObject): void {
  const nested =
    type === 'group' ? groupsOf(call).find(({ objectId }) => objectId === entity['id']) : undefined;
  const fits =
    type === 'user' ||
    (!group.unified && (type === 'servicePrincipal' || (nested !== undefined && !nested.unified)));
  if (fits) {
    return;
  }
  if (group.unified && type === 'servicePrincipal') {
    throw graphFaults.unifiedMember('Directory object type: ServicePrincipal');
  }
  if (group.unified && nested?.unified === true) {
    throw graphFaults.unifiedMember('Unified Groups');
  }
  throw graphFaults.memberUnfit(type);
}

const ownerFits = ({ type }: DirectoryObject): boolean => type === 'user' || type === 'servicePrincipal';

/** The ids of the objects that a body binds to a relationship. */
function boundIn(
  call: GraphCall,
  body: Entity,
  relation: 'members' | 'owners',
  group: Group,
): readonly string[] {
  const links = body[`${relation}@odata.bind`] ?? [];
  if (!Array.isArray(links)) throw graphFaults.linkInvalid(relation);
  if (links.length > mostReferences) {
    throw graphFaults.unexpectedContents();
  }
  const ids = links.map((link: unknown) => {
    const found = referenced(call, link, relation);
    if (relation === 'members') requireMember(call, group, found);
    else if (!ownerFits(found)) throw graphFaults.memberUnfit(found.type);
    return String(found.entity['id']);
  });
  return [...new Set(ids)];
}

/** `POST /groups`, or `PATCH` by a name that none has yet (Learn: group-post-groups, group-upsert). */
function create(call: GraphCall, uniqueName: string | null = null): ServiceResponse {
  mustCreateGroup(call);
  const body = groupBody(bodyOf(call));
  for (const name of ['displayName', 'mailEnabled', 'mailNickname', 'securityEnabled']) {
    if (body[name] === undefined || body[name] === null) {
      throw graphFaults.groupRequired(name);
    }
  }
  const { cloud, caller } = call;
  const made = readGroupBody(
    body,
    {
      objectId: cloud.directory.newId(),
      tenantId: caller.tenantId,
      displayName: '',
      description: null,
      mailNickname: '',
      unified: false,
      mailEnabled: false,
      securityEnabled: false,
      visibility: null,
      membershipRule: null,
      members: [],
      owners: [],
      createdOn: cloud.now(),
      uniqueName,
    },
    true,
  );
  requireKind(made);
  const owners = boundIn(call, body, 'owners', made);
  const group: Group = {
    ...made,
    visibility: made.visibility ?? (made.unified ? 'Public' : null),
    members: boundIn(call, body, 'members', made),
    // "The calling user is automatically added as the owner"; an app that makes one without owners makes one that nobody owns.
    owners: owners.length === 0 && caller.kind === 'user' ? [caller.objectId] : owners,
  };
  cloud.directory.changes.saveGroup(group);
  return created(call, { set: 'groups', type: 'Group' }, groupEntity(call, group));
}

/** `PATCH`: properties, and members to be added, twenty at most (Learn: group-update, group-post-members). */
function change(call: GraphCall, group: Group): ServiceResponse {
  const body = groupBody(bodyOf(call));
  const names = Object.keys(body).filter((name) => name !== '@odata.type');
  if (names.length > 0 && names.every((name) => name === 'members@odata.bind')) {
    mustChangeMembers(call, group);
  } else {
    mustChangeGroup(call, group);
  }
  const next = readGroupBody(body, group, false);
  requireKind(next);
  const [members, owners] = [boundIn(call, body, 'members', next), boundIn(call, body, 'owners', next)];
  if (members.length > 0) requireAssigned(group);
  for (const [relation, added] of [
    ['members', members],
    ['owners', owners],
  ] as const) {
    if (added.some((id) => group[relation].includes(id))) throw graphFaults.referenceExists(relation);
  }
  call.cloud.directory.changes.saveGroup({
    ...next,
    members: [...group.members, ...members],
    owners: [...group.owners, ...owners],
  });
  return done();
}

/** Members of a dynamic group are those that its rule finds (Learn: group-delete-members). */
function requireAssigned({ membershipRule }: Group): void {
  if (membershipRule !== null) {
    throw graphFaults.denied();
  }
}

function addTo(call: GraphCall, group: Group, relation: 'members' | 'owners'): ServiceResponse {
  if (relation === 'members') {
    mustChangeMembers(call, group);
    requireAssigned(group);
  } else {
    mustChangeGroup(call, group);
  }
  const found = referenced(call, bodyOf(call)['@odata.id']);
  const id = String(found.entity['id']);
  if (relation === 'members') requireMember(call, group, found);
  else if (!ownerFits(found)) throw graphFaults.memberUnfit(found.type);
  if (group[relation].includes(id)) {
    throw graphFaults.referenceExists(relation);
  }
  call.cloud.directory.changes.saveGroup({ ...group, [relation]: [...group[relation], id] });
  return done();
}

/** A group keeps one person as its owner, once it has any (Learn: group-delete-owners; seen: an app alone is none). */
function requireOwnerLeft(call: GraphCall, { owners, tenantId }: Group, leaving: string): void {
  const isPerson = (id: string): boolean => call.cloud.directory.accountById(tenantId, id) !== null;
  if (isPerson(leaving) && !owners.some((id) => id !== leaving && isPerson(id))) {
    throw graphFaults.lastOwner();
  }
}

function removeFrom(
  call: GraphCall,
  group: Group,
  relation: 'members' | 'owners',
  id: string,
): ServiceResponse {
  if (relation === 'members') {
    mustChangeMembers(call, group);
    requireAssigned(group);
  } else {
    mustChangeGroup(call, group);
  }
  if (!group[relation].includes(id)) {
    throw graphFaults.notFound(id);
  }
  if (relation === 'owners') requireOwnerLeft(call, group, id);
  call.cloud.directory.changes.saveGroup({
    ...group,
    [relation]: group[relation].filter((one) => one !== id),
  });
  return done();
}

/** `…/members`, `…/owners`, `…/transitiveMembers` and what is added to and taken from them by `$ref`. */
function answerRelation(
  call: GraphCall,
  group: Group,
  relation: Relation,
  rest: readonly string[],
): ServiceResponse {
  const { method } = call.request;
  if (method === 'GET') {
    return listObjects(call, objectsWith(call, relations[relation](call, group)), rest);
  }
  const [first = '', second, ...more] = rest;
  if (relation === 'transitiveMembers' || more.length > 0) {
    throw graphFaults.method();
  }
  if (method === 'POST' && first === '$ref' && second === undefined) {
    return addTo(call, group, relation);
  }
  if (method === 'DELETE' && second === '$ref') {
    return removeFrom(call, group, relation, first.toLowerCase());
  }
  // Without `$ref` the member itself would be deleted (Learn: group-delete-members, "Caution").
  throw method === 'DELETE' ? graphFaults.denied() : graphFaults.method();
}

function get(call: GraphCall, group: Group): ServiceResponse {
  const entity = groupEntity(call, group);
  return answerObject(call, 'groups', entity, {
    expand: expanded(call, expansionsOf(call), 'group')(entity),
  });
}

/** `/groups` and what lies below (Learn: group resource). */
export function answerGroups(
  call: GraphCall,
  key: ResourceKey | null,
  rest: readonly string[],
): ServiceResponse {
  const { method } = call.request;
  if (key === null) {
    if (method === 'POST' && rest.length === 0) {
      return create(call);
    }
    mustReadGroups(call);
    if (method !== 'GET') {
      throw graphFaults.method();
    }
    return rest[0] === '$count'
      ? countCollection(call, collectionOf(call))
      : listCollection(call, collectionOf(call));
  }
  mustReadGroups(call);
  const group = groupsOf(call).find((one) =>
    key.by === 'uniqueName' ? one.uniqueName === key.value : one.objectId === key.value.toLowerCase(),
  );
  const [below, ...further] = rest;
  if (group === undefined) {
    if (key.by === 'uniqueName' && below === undefined && createsMissing(call)) {
      return create(call, key.value);
    }
    throw graphFaults.notFound(key.value);
  }
  if (below === undefined) {
    switch (method) {
      case 'GET':
        return get(call, group);
      case 'PATCH':
        return change(call, group);
      case 'DELETE':
        mustChangeGroup(call, group);
        call.cloud.directory.changes.removeGroup(group);
        return done();
      default:
        throw graphFaults.method();
    }
  }
  if (isRelation(below)) {
    return answerRelation(call, group, below, further);
  }
  requireNoPhoto(rest);
  const { objectId } = group;
  const answered =
    answerRoleAssignments(call, { set: 'groups', objectId }, rest) ??
    answerMemberships(call, { type: 'group', objectId }, rest);
  if (answered === null) {
    throw graphFaults.noSegment(below);
  }
  return answered;
}
