import type { ServiceResponse } from '../server/exchange.ts';
import { expanded } from './expand.ts';
import type { Expansions } from './expand.ts';
import { readFilter } from './filter.ts';
import type { Counted } from './filter.ts';
import { graphFaults } from './graph-fault.ts';
import { answer } from './graph-call.ts';
import type { Entity, GraphCall } from './graph-call.ts';
import { readSearch } from './search.ts';

/** How a set of directory objects is listed. */
export type Collection = {
  /** Context of the answer, e.g. `applications`. */
  readonly set: string;
  readonly rows: readonly Entity[];
  /** Properties that `$filter` understands. */
  readonly filterable: readonly string[];
  /** Relationships that `$filter` counts. */
  readonly counted?: Counted;
  readonly searchable: readonly string[];
  /** Properties that `$orderby` understands, where these are others than `$search` looks at. */
  readonly sortable?: readonly string[];
  /** What an entity shows when a property is named in `$select` only, such as the key of a certificate. */
  readonly onSelect?: (entity: Entity, names: readonly string[]) => Entity;
  /** What it shows of an entity where nothing is selected; all of it by default. */
  readonly byDefault?: (entity: Entity) => Entity;
  readonly expansions?: Expansions;
  /** True for rows that say their type, which `$select` does not take away. */
  readonly typed?: boolean;
  /** True for the far end of a relationship, where every filter is an advanced query (Learn: aad-advanced-queries). */
  readonly relation?: boolean;
};

const options = new Set([
  '$filter',
  '$search',
  '$count',
  '$select',
  '$top',
  '$orderby',
  '$skiptoken',
  '$expand',
]);

/** The type of a set's objects, by its last segment: `groups` has a `group`. */
const typeOf = (set: string): string => {
  const [name = ''] = /\w+(?=(?:\([^/]*\))?$)/.exec(set) ?? [];
  const type = name.replace(/^oauth2/, 'oAuth2').replace(/s$/, '');
  // Those of `roleManagement`.
  return type.replace(/^role(?=Assignment|Definition)/, 'unifiedRole');
};

/** `$select` of one entity. A name that it lacks is left out, as recorded, or refused where that rule was chosen. */
export function project(
  call: GraphCall,
  entity: Entity,
  names: readonly string[] | null,
  type: string,
): Entity {
  if (names === null) {
    return entity;
  }
  // Names are read in any case: CLI for Microsoft 365 asks for `Id` and reads `id`.
  const known = new Map(Object.keys(entity).map((name) => [name.toLowerCase(), name]));
  const unknown = names.find((name) => !known.has(name.toLowerCase()));
  if (unknown !== undefined && call.cloud.rules.of('graphUnknownSelect') === 'refuse') {
    throw graphFaults.noProperty(unknown, type);
  }
  return Object.fromEntries(
    names.flatMap((text) => {
      const name = known.get(text.toLowerCase());
      return name === undefined ? [] : [[name, entity[name]]];
    }),
  );
}

/** What the context says of an answer with some properties alone (OData Protocol 4.0, 10.8), by their own names whatever was asked for. */
function selectedIn(set: string, names: readonly string[] | null, sample: Entity | undefined): string {
  if (names === null) {
    return set;
  }
  const known = new Map(Object.keys(sample ?? {}).map((name) => [name.toLowerCase(), name]));
  return `${set}(${names.map((name) => known.get(name.toLowerCase()) ?? name).join(',')})`;
}

/** One object, as far as `$select` asks for it, with what `$expand` adds (Learn: application-get, example 2). */
export function answerObject(
  call: GraphCall,
  set: string,
  entity: Entity,
  {
    type = null,
    expand = {},
    byDefault = entity,
  }: { readonly type?: string | null; readonly expand?: Entity; readonly byDefault?: Entity } = {},
): ServiceResponse {
  const names = selected(call);
  return answer(call, 200, `${selectedIn(set, names, entity)}/$entity`, {
    ...(type === null ? {} : { '@odata.type': `#microsoft.graph.${type}` }),
    ...(names === null ? byDefault : project(call, entity, names, typeOf(set))),
    ...expand,
  });
}

/** The names of `$select`. */
export function selected(call: GraphCall): readonly string[] | null {
  return (
    call.query
      .get('$select')
      ?.split(',')
      .map((name) => name.trim()) ?? null
  );
}

const eventual = (call: GraphCall): boolean =>
  call.request.headers['consistencylevel']?.toLowerCase() === 'eventual';

function pageSize(call: GraphCall): number {
  const text = call.query.get('$top');
  // Default and largest page of applications (Learn: application-list).
  if (text !== null && !/^\d+$/.test(text)) throw graphFaults.topInvalid(text);
  const size = text === null ? 100 : Number(text);
  if (size < 1 || size > 999) {
    throw graphFaults.badQuery('Invalid page size specified: must be between 1 and 999 inclusive.');
  }
  return size;
}

function ordered(call: GraphCall, rows: readonly Entity[], known: ReadonlySet<string>): readonly Entity[] {
  const text = call.query.get('$orderby');
  if (text === null) {
    return rows;
  }
  const [, name = '', direction] = /^\s*(\w+)(?:\s+(asc|desc))?\s*$/.exec(text) ?? [];
  // Learn: directory-deleteditems-list.
  const isAdvanced = name === 'deletedDateTime';
  if (!known.has(name) || (isAdvanced && !(eventual(call) && call.query.get('$count') === 'true'))) {
    throw graphFaults.sortUnsupported();
  }
  const sign = direction === 'desc' ? -1 : 1;
  return rows.toSorted((a, b) => sign * String(a[name]).localeCompare(String(b[name]), 'en'));
}

function matching(
  call: GraphCall,
  { set, rows, filterable, searchable, counted = new Map(), relation = false }: Collection,
): readonly Entity[] {
  const { query } = call;
  const [filterText, searchText] = [query.get('$filter'), query.get('$search')];
  const counts = query.get('$count') === 'true';
  if ((searchText !== null || counts) && !eventual(call)) {
    throw graphFaults.needsConsistency(searchText === null ? '$count' : '$search');
  }
  const type = typeOf(set);
  const filter =
    filterText === null
      ? null
      : readFilter(filterText, {
          type,
          known: new Set(filterable),
          present: new Set(Object.keys(rows[0] ?? {})),
          counted,
        });
  if (relation && (filter !== null || query.has('$orderby')) && !(eventual(call) && counts)) {
    throw graphFaults.unsupportedReferenceQuery();
  }
  if (filter !== null && !(eventual(call) && counts)) {
    if (filter.advanced) throw graphFaults.filterUnsupported(filter.property, type);
    if (query.has('$orderby')) throw graphFaults.sortUnsupported();
  }
  const search = searchText === null ? null : readSearch(searchText, new Set(searchable));
  return rows.filter((row) => (filter?.keeps(row) ?? true) && (search?.(row) ?? true));
}

/** `GET` of a set with the query options of directory objects (Learn: query-parameters, aad-advanced-queries). */
export function listCollection(call: GraphCall, collection: Collection): ServiceResponse {
  const unknown = [...call.query.keys()].find((name) => name.startsWith('$') && !options.has(name));
  if (unknown !== undefined) {
    // As seen of `$skip`.
    throw graphFaults.badQuery(`'${unknown}' is not supported by the service.`);
  }
  const twice = [...call.query.keys()].find(
    (name) => name.startsWith('$') && call.query.getAll(name).length > 1,
  );
  if (twice !== undefined) throw graphFaults.optionTwice(twice);
  const size = pageSize(call);
  const rows = ordered(
    call,
    matching(call, collection),
    new Set(collection.sortable ?? collection.searchable),
  );
  const from = Number(/^p(\d{1,6})$/.exec(call.query.get('$skiptoken') ?? 'p0')?.[1] ?? -1);
  if (from < 0) {
    throw graphFaults.pageToken();
  }
  const names = selected(call);
  const expand = expanded(call, collection.expansions ?? new Map(), typeOf(collection.set));
  const next = new URLSearchParams(call.query);
  next.set('$skiptoken', `p${from + size}`);
  return answer(call, 200, selectedIn(collection.set, names, collection.rows[0]), {
    // Learn: paging, "present only in the first page".
    ...(call.query.get('$count') === 'true' && from === 0 ? { '@odata.count': rows.length } : {}),
    ...(from + size < rows.length
      ? { '@odata.nextLink': `${call.request.links.self}${call.request.path}?${next.toString()}` }
      : {}),
    value: rows.slice(from, from + size).map((row) => {
      const shown = names === null ? collection.byDefault?.(row) : collection.onSelect?.(row, names);
      const type = collection.typed === true ? { '@odata.type': row['@odata.type'] } : {};
      return { ...type, ...project(call, shown ?? row, names, typeOf(collection.set)), ...expand(row) };
    }),
  });
}

/** `GET <set>/$count`: the number as plain text (Learn: application-list, example 2). */
export function countCollection(call: GraphCall, collection: Collection): ServiceResponse {
  if (!eventual(call)) {
    throw graphFaults.needsConsistency('$count');
  }
  return {
    status: 200,
    headers: { 'content-type': 'text/plain' },
    body: String(matching(call, collection).length),
  };
}
