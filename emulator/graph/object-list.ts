import type { ServiceResponse } from '../server/exchange.ts';
import { countCollection, listCollection } from './collection.ts';
import type { Collection } from './collection.ts';
import type { DirectoryObject } from './directory-objects.ts';
import { graphFaults } from './graph-fault.ts';
import { answer } from './graph-call.ts';
import type { GraphCall } from './graph-call.ts';
import { shownOf } from './user-entity.ts';

/** Entity sets of the types to which a list of objects can be cast (Learn: query-parameters, "OData cast"). */
const sets: Readonly<Record<string, string>> = {
  application: 'applications',
  device: 'devices',
  directoryRole: 'directoryRoles',
  administrativeUnit: 'administrativeUnits',
  group: 'groups',
  orgContact: 'contacts',
  servicePrincipal: 'servicePrincipals',
  user: 'users',
};

const castOf = (segment: string | undefined): string | null => {
  const name = /^microsoft\.graph\.(\w+)$/i.exec(segment ?? '')?.[1]?.toLowerCase();
  return Object.keys(sets).find((type) => type.toLowerCase() === name) ?? null;
};

/**
 * `GET` of a relationship to objects of any type: all of them, those of one type, their number, or their addresses (Learn:
 * group-list-members, user-list-memberof, aad-advanced-queries).
 */
export function listObjects(
  call: GraphCall,
  objects: readonly DirectoryObject[],
  rest: readonly string[],
): ServiceResponse {
  const cast = castOf(rest[0]);
  const [below, ...more] = cast === null ? rest : rest.slice(1);
  if (more.length > 0 || (below !== undefined && below !== '$count' && below !== '$ref')) {
    throw graphFaults.noSegment(below ?? '');
  }
  const found = objects.filter(({ type }) => cast === null || type === cast);
  if (below === '$ref') {
    const { self } = call.request.links;
    return answer(call, 200, 'Collection($ref)', {
      value: found.map(({ entity, type }) => ({
        '@odata.id': `${self}/v2/${call.caller.tenantId}/directoryObjects/${String(entity['id'])}/Microsoft.DirectoryServices.${type.charAt(0).toUpperCase()}${type.slice(1)}`,
      })),
    });
  }
  const byId = new Map(found.map((one) => [one.entity['id'], one]));
  const collection: Collection = {
    set: cast === null ? 'directoryObjects' : (sets[cast] ?? 'directoryObjects'),
    // A cast names the type already.
    rows: found.map(({ entity, type }) =>
      cast === null ? { '@odata.type': `#microsoft.graph.${type}`, ...entity } : entity,
    ),
    typed: cast === null,
    byDefault: (row) => {
      const object = byId.get(row['id']);
      return object === undefined ? row : shownOf(call, object);
    },
    filterable: [
      'id',
      'displayName',
      'mail',
      'mailNickname',
      'userPrincipalName',
      'accountEnabled',
      'userType',
      'appId',
      'groupTypes',
      'mailEnabled',
      'securityEnabled',
      'servicePrincipalType',
      'createdDateTime',
    ],
    searchable: ['displayName', 'description'],
    relation: true,
  };
  return below === undefined ? listCollection(call, collection) : countCollection(call, collection);
}
