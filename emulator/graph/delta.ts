import type { ServiceResponse } from '../server/exchange.ts';
import { deltaSets, mustReadScope, objectsAt, readScope } from './delta-objects.ts';
import type { DeltaScope, Related, TrackedObject } from './delta-objects.ts';
import type { DeltaSnapshot } from './delta-snapshots.ts';
import { readToken, writeToken } from './delta-token.ts';
import type { DeltaToken } from './delta-token.ts';
import { graphFaults } from './graph-fault.ts';
import { answer } from './graph-call.ts';
import type { Entity, GraphCall } from './graph-call.ts';
import { graphRefusal } from './graph-refusal.ts';
import { userDefaults } from './user-entity.ts';

/** Objects on one page. */
const pageSize = 100;
const day = 86_400_000;

/** Whether a key is none, but calls the delta function. */
export const isDelta = (key: string): boolean => /^(?:microsoft\.graph\.)?delta(?:\(\))?$/i.test(key);

/** What of an object is tracked: `null` names all of its properties. */
type Tracked = { readonly properties: readonly string[] | null; readonly relations: readonly string[] };

type Asked = Pick<DeltaToken, 'select' | 'expand'>;

/** `$select` names properties and relationships; of several types each by its own type (Learn: directoryobject-delta). */
function trackedOf({ type, relations }: TrackedObject, { select, expand }: Asked): Tracked {
  if (select === null) {
    return {
      properties: type === 'user' ? userDefaults : null,
      relations: Object.hasOwn(relations, 'members') ? ['members'] : [],
    };
  }
  const names = select.flatMap((name) => {
    const [, of, rest = name] = /^microsoft\.graph\.(\w+)\/(\w+)$/.exec(name) ?? [];
    return of === undefined || of.toLowerCase() === type.toLowerCase() ? [rest] : [];
  });
  return {
    properties: ['id', ...names.filter((name) => !Object.hasOwn(relations, name))],
    relations: [...names, ...expand].filter((name) => Object.hasOwn(relations, name)),
  };
}

const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const propertiesOf = (entity: Entity, { properties }: Tracked): readonly (readonly [string, unknown])[] =>
  Object.entries(entity).filter(([name]) => properties === null || properties.includes(name));

/** An object that the client does not know: what was never set is left out (Learn: group-delta). */
function whole(object: TrackedObject, asked: Asked): Entity {
  const tracked = trackedOf(object, asked);
  const relations = tracked.relations
    .map((name) => [`${name}@delta`, object.relations[name] ?? []] as const)
    .filter(([, ids]) => ids.length > 0);
  return {
    ...Object.fromEntries(propertiesOf(object.entity, tracked).filter(([, value]) => value !== null)),
    ...Object.fromEntries(relations),
  };
}

function relationChange(before: readonly Related[], after: readonly Related[]): readonly Entity[] {
  const has = (list: readonly Related[], { id }: Related): boolean => list.some((one) => one.id === id);
  return [
    ...before.filter((one) => !has(after, one)).map((one) => ({ ...one, '@removed': { reason: 'deleted' } })),
    ...after.filter((one) => !has(before, one)),
  ];
}

/** What became of an object that the client knows; `null` where nothing of it that is tracked did. */
function change(before: TrackedObject, after: TrackedObject, asked: Asked, minimal: boolean): Entity | null {
  const tracked = trackedOf(after, asked);
  const changed = propertiesOf(after.entity, tracked).filter(
    ([name, value]) => !isEqual(before.entity[name], value),
  );
  const relations = tracked.relations
    .map(
      (name) =>
        [`${name}@delta`, relationChange(before.relations[name] ?? [], after.relations[name] ?? [])] as const,
    )
    .filter(([, entries]) => entries.length > 0);
  if (changed.length === 0 && relations.length === 0) return null;
  const unchanged = propertiesOf(after.entity, tracked).filter(([, value]) => value !== null);
  return {
    ...(minimal ? {} : Object.fromEntries(unchanged)),
    ...Object.fromEntries(changed),
    id: after.entity['id'],
    ...Object.fromEntries(relations),
  };
}

/** Everything that has become different between two times, or that there is where nothing is known. */
function changes(
  call: GraphCall,
  scope: DeltaScope,
  { known, told }: { readonly known: DeltaSnapshot | null; readonly told: DeltaSnapshot },
  token: DeltaToken,
): readonly Entity[] {
  const minimal = /return=minimal/i.test(call.request.headers['prefer'] ?? '');
  const before = known === null ? new Map<string, TrackedObject>() : objectsAt(call, known.records, scope);
  const after = objectsAt(call, told.records, scope);
  const typed = (type: string, entity: Entity): Entity =>
    token.set === 'directoryObjects' ? { '@odata.type': `#microsoft.graph.${type}`, ...entity } : entity;
  const present = [...after].flatMap(([id, object]) => {
    const old = before.get(id);
    const entity = old === undefined ? whole(object, token) : change(old, object, token, minimal);
    return entity === null ? [] : [typed(object.type, entity)];
  });
  const gone = [...before].flatMap(([id, { type }]) => {
    if (after.has(id)) return [];
    const reason = told.deleted.includes(id) ? 'changed' : 'deleted';
    return [typed(type, { id, '@removed': { reason } })];
  });
  return [...present, ...gone];
}

const known: ReadonlySet<string> = new Set(['$select', '$filter', '$expand', '$deltatoken', '$skiptoken']);

/** The options of the request, or of the one that began the round. */
function tokenOf(call: GraphCall, set: string): DeltaToken {
  const options = call.query;
  const other = [...options.keys()].find((name) => name.startsWith('$') && !known.has(name));
  // Learn: delta-query-overview, optional query parameters.
  if (other !== undefined && call.cloud.rules.of('deltaOtherOptions') === 'refuse')
    throw graphFaults.badQuery(`'${other}' is not supported by the service.`);
  const text = options.get('$skiptoken') ?? options.get('$deltatoken') ?? '';
  if (text === '' || text === 'latest') {
    const namesIn = (option: string): readonly string[] =>
      (options.get(option) ?? '').split(',').map((name) => name.trim());
    const select = options.has('$select') ? [...namesIn('$select')] : null;
    // Learn: group-delta selects relationships, delta-query-groups expands them.
    const expand = options.has('$expand') ? [...namesIn('$expand')] : [];
    const filter = options.get('$filter') ?? null;
    return { known: null, told: null, from: 0, at: call.cloud.now(), set, select, expand, filter };
  }
  const token = readToken(text);
  if (token?.set !== set) throw graphFaults.deltaToken();
  // Learn speaks of seven days; tokens of two weeks were seen to work, and a refusal that names thirty.
  const days = call.cloud.rules.of('deltaTokenDays');
  if (call.cloud.now() > token.at + Number(days) * day)
    throw token.told === null ? graphFaults.deltaExpired(days) : graphFaults.roundExpired(days);
  return token;
}

/** The client is sent back to the beginning (Learn: delta-query-overview, synchronization reset). */
function startAgain(call: GraphCall): ServiceResponse {
  const { links, path } = call.request;
  const refusal = graphRefusal(call.request, graphFaults.deltaGone(), call.cloud.now());
  return { ...refusal, headers: { ...refusal.headers, location: `${links.self}${path}?$deltatoken=` } };
}

/**
 * `GET <set>/delta` (Learn: application-delta, serviceprincipal-delta, group-delta, user-delta, directoryobject-delta,
 * oauth2permissiongrant-delta; delta-query-overview).
 */
export function answerDelta(call: GraphCall, setName: string): ServiceResponse {
  const found = deltaSets.get(setName.toLowerCase());
  if (found === undefined) throw graphFaults.noSegment('delta');
  if (call.request.method !== 'GET') throw graphFaults.method();
  const { set } = found;
  const token = tokenOf(call, set);
  const scope = readScope(found.types, token.filter);
  mustReadScope(call, scope);
  const { snapshots } = call;
  const told = token.told === null ? snapshots.take(call.cloud.directory) : snapshots.get(token.told);
  const before = token.known === null ? null : snapshots.get(token.known);
  if (told === null || (before === null && token.known !== null)) return startAgain(call);
  const latest = call.query.get('$deltatoken') === 'latest';
  const all = latest ? [] : changes(call, scope, { known: before, told }, token);
  const end = token.from + pageSize;
  const link = (name: string, next: Partial<DeltaToken>): string =>
    `${call.request.links.self}${call.request.path}?${name}=${writeToken({ ...token, at: call.cloud.now(), ...next })}`;
  const made = answer(call, 200, token.select === null ? set : `${set}(${token.select.join(',')})`, {
    ...(end < all.length
      ? { '@odata.nextLink': link('$skiptoken', { told: told.id, from: end }) }
      : { '@odata.deltaLink': link('$deltatoken', { known: told.id, told: null, from: 0 }) }),
    value: all.slice(token.from, end),
  });
  const minimal = /return=minimal/i.test(call.request.headers['prefer'] ?? '');
  return minimal ? { ...made, headers: { ...made.headers, 'preference-applied': 'return=minimal' } } : made;
}
