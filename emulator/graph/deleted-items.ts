import type { DeletedItem } from '../directory/records.ts';
import type { ServiceResponse } from '../server/exchange.ts';
import { applicationEntity } from './application-entity.ts';
import { answerObject, countCollection, listCollection } from './collection.ts';
import type { Collection } from './collection.ts';
import { graphFaults } from './graph-fault.ts';
import { answer, done } from './graph-call.ts';
import type { Entity, GraphCall } from './graph-call.ts';
import { groupEntity } from './group-entity.ts';
import { mustChange, mustChangeGroup, mustRead, mustReadGroups } from './permissions.ts';
import { principalEntity } from './service-principal-entity.ts';

const kinds: ReadonlyMap<string, DeletedItem['kind']> = new Map([
  ['microsoft.graph.application', 'application'],
  ['microsoft.graph.serviceprincipal', 'servicePrincipal'],
  ['microsoft.graph.group', 'group'],
]);

function entityOf(call: GraphCall, item: DeletedItem, deletedOn: number | null = item.deletedOn): Entity {
  switch (item.kind) {
    case 'application':
      return applicationEntity(call, item.record, deletedOn);
    case 'servicePrincipal':
      return principalEntity(call, item.record, deletedOn);
    case 'group':
      return groupEntity(call, item.record, deletedOn);
  }
}

const sets: Readonly<Record<DeletedItem['kind'], string>> = {
  application: 'applications',
  servicePrincipal: 'servicePrincipals',
  group: 'groups',
};

/** Each kind by the permission that its living are read with (Learn: directory-deleteditems-list, "Permissions"). */
const mustReadKind = (call: GraphCall, kind: DeletedItem['kind']): void =>
  kind === 'group' ? mustReadGroups(call) : mustRead(call);

const mustChangeItem = (call: GraphCall, item: DeletedItem): void =>
  item.kind === 'group' ? mustChangeGroup(call, item.record) : mustChange(call, item.record);

const typed = ({ kind }: DeletedItem, entity: Entity): Entity => ({
  '@odata.type': `#microsoft.graph.${kind}`,
  ...entity,
});

function collectionOf(call: GraphCall, kind: DeletedItem['kind']): Collection {
  return {
    set: sets[kind],
    rows: call.cloud.directory
      .deleted(call.caller.tenantId)
      .filter((item) => item.kind === kind)
      .map((item) => entityOf(call, item)),
    filterable: ['id', 'appId', 'displayName', 'createdDateTime', 'deletedDateTime'],
    searchable: ['displayName'],
    sortable: ['displayName', 'deletedDateTime'],
  };
}

/** Those of managed identities "can be viewed but can't be recovered or permanently deleted by customers" (Learn: restore-application). */
function mayTouch(item: DeletedItem): void {
  if (item.kind === 'servicePrincipal' && item.record.managedIdentity !== null) {
    throw graphFaults.denied();
  }
}

/** `POST …/restore` (Learn: directory-deleteditems-restore): an application comes back without its service principal. */
function restore(call: GraphCall, item: DeletedItem): ServiceResponse {
  const { directory } = call.cloud;
  if (
    item.kind === 'servicePrincipal' &&
    directory.principal(item.record.tenantId, item.record.appId) !== null
  ) {
    throw graphFaults.principalExists(item.record.appId);
  }
  directory.changes.restore(item);
  return answer(call, 200, 'directoryObjects/$entity', typed(item, entityOf(call, item, null)));
}

/**
 * `/directory/deletedItems` (Learn: directory-deleteditems-list, -get, -restore, -delete). A list needs the type, "calling GET
 * /directory/deleteditems isn't supported".
 */
export function answerDeletedItems(call: GraphCall, rest: readonly string[]): ServiceResponse {
  const { method } = call.request;
  const [first, below, ...more] = rest;
  const kind = kinds.get(first?.toLowerCase() ?? '');
  if (kind !== undefined) {
    mustReadKind(call, kind);
    if (method !== 'GET') {
      throw graphFaults.method();
    }
    if (more.length > 0 || (below !== undefined && below !== '$count')) {
      throw graphFaults.noSegment(below ?? '');
    }
    return below === undefined
      ? listCollection(call, collectionOf(call, kind))
      : countCollection(call, collectionOf(call, kind));
  }
  if (first === undefined) {
    mustRead(call);
    throw graphFaults.typeMissing();
  }
  const item = call.cloud.directory
    .deleted(call.caller.tenantId)
    .find(({ record }) => record.objectId === first.toLowerCase());
  mustReadKind(call, item?.kind ?? 'application');
  if (item === undefined) {
    throw graphFaults.notFound(first);
  }
  switch (`${method} ${[below, ...more].join('/')}`) {
    case 'GET ':
      return answerObject(call, 'directoryObjects', entityOf(call, item), { type: item.kind });
    case 'POST restore':
      mayTouch(item);
      mustChangeItem(call, item);
      return restore(call, item);
    case 'DELETE ':
      mayTouch(item);
      mustChangeItem(call, item);
      call.cloud.directory.changes.purge(item);
      return done();
    default:
      throw below === undefined ? graphFaults.method() : graphFaults.noSegment(below);
  }
}
