import type { DeletedItem } from '../directory/records.ts';
import type { ServiceResponse } from '../server/exchange.ts';
import { applicationEntity } from './application-entity.ts';
import { countCollection, listCollection, project, selected } from './collection.ts';
import type { Collection } from './collection.ts';
import { graphFaults } from './graph-fault.ts';
import { answer, done } from './graph-call.ts';
import type { Entity, GraphCall } from './graph-call.ts';
import { mustChange, mustRead } from './permissions.ts';
import { principalEntity } from './service-principal-entity.ts';

const kinds: ReadonlyMap<string, DeletedItem['kind']> = new Map([
  ['microsoft.graph.application', 'application'],
  ['microsoft.graph.serviceprincipal', 'servicePrincipal'],
]);

function entityOf(call: GraphCall, item: DeletedItem, deletedOn: number | null = item.deletedOn): Entity {
  return item.kind === 'application'
    ? applicationEntity(call, item.record, deletedOn)
    : principalEntity(call, item.record, deletedOn);
}

const typed = ({ kind }: DeletedItem, entity: Entity): Entity => ({
  '@odata.type': `#microsoft.graph.${kind}`,
  ...entity,
});

function collectionOf(call: GraphCall, kind: DeletedItem['kind']): Collection {
  return {
    set: kind === 'application' ? 'applications' : 'servicePrincipals',
    rows: call.cloud.directory
      .deleted(call.caller.tenantId)
      .filter((item) => item.kind === kind)
      .map((item) => entityOf(call, item)),
    filterable: ['id', 'appId', 'displayName', 'createdDateTime', 'deletedDateTime'],
    searchable: ['displayName'],
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
  const { appId, tenantId } = item.record;
  if (item.kind === 'servicePrincipal' && directory.principal(tenantId, appId) !== null) {
    throw graphFaults.principalExists(appId);
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
  mustRead(call);
  const kind = kinds.get(first?.toLowerCase() ?? '');
  if (kind !== undefined) {
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
    throw graphFaults.typeMissing();
  }
  const item = call.cloud.directory
    .deleted(call.caller.tenantId)
    .find(({ record }) => record.objectId === first.toLowerCase());
  if (item === undefined) {
    throw graphFaults.notFound(first);
  }
  switch (`${method} ${[below, ...more].join('/')}`) {
    case 'GET ':
      return answer(
        call,
        200,
        'directoryObjects/$entity',
        typed(item, project(call, entityOf(call, item), selected(call))),
      );
    case 'POST restore':
    case 'POST microsoft.graph.restore':
      mayTouch(item);
      mustChange(call, item.record);
      return restore(call, item);
    case 'DELETE ':
      mayTouch(item);
      mustChange(call, item.record);
      call.cloud.directory.changes.purge(item);
      return done();
    default:
      throw below === undefined ? graphFaults.method() : graphFaults.noSegment(below);
  }
}
