import { emptyAnswer, jsonAnswer, textAnswer } from '../answer.ts';
import { badRequest, notImplemented, notOfCount } from '../errors/request-faults.ts';
import { readFetch, readView } from '../fetch/read-fetch.ts';
import type { QueryOptions } from '../odata/parse-query.ts';
import type { Expression, PathSegment } from '../odata/syntax-tree.ts';
import { wireName } from '../schema/column.ts';
import { tableOfSet } from '../schema/schema.ts';
import type { Table } from '../schema/table.ts';
import { idOf, type Row } from '../schema/value.ts';
import type { DataverseResponse } from '../seam.ts';
import type { Session } from '../session.ts';
import type { RowSource } from '../store/row-source.ts';
import { readApply } from './apply/read-apply.ts';
import { columnReader, etagOf, hasEtag } from './column-value.ts';
import { requireDefinitionOptions } from './definition-limits.ts';
import { requireExpands } from './expand.ts';
import type { DeltaToken } from './delta-token.ts';
import { bindProjection } from './projection.ts';
import { type QuerySpec, readQuerySpec } from './query-spec.ts';
import { pathsIn } from './expression-paths.ts';
import { countRows, matchingRows, readCollection } from './read-collection.ts';
import { type Resource, resolveResource } from './resource.ts';
import { viewOf } from './read-view.ts';
import { countChanges, readChanges, refuseDeltaToken, trackedFrom } from './track-changes.ts';
import type { ShapeQuery, WireObject } from './wire-object.ts';

/** The answer where a record is as the client has it, which tells of a body all the same (Learn: "Perform conditional operations using the Web API"). */
const unchanged = (etag: string): DataverseResponse =>
  emptyAnswer(304, { 'content-type': 'application/json; odata.metadata=minimal', etag });

/** What of the request's preferences was heeded. */
export function applied({ preferences }: Session, isTracked = false): Readonly<Record<string, string>> {
  const heeded = [
    ...(isTracked && preferences.tracksChanges ? ['odata.track-changes'] : []),
    ...(preferences.applied === null ? [] : [preferences.applied]),
  ];
  return heeded.length === 0 ? {} : { 'preference-applied': heeded.join(',') };
}

const keyText = ({ args }: PathSegment): string => {
  const value = args?.kind === 'positional' ? args.value : args?.values[0]?.value;
  if (value === undefined) return '';
  return value.kind === 'string' ? `('${value.value}')` : value.kind === 'guid' ? `(${value.value})` : '';
};

/**
 * What `@odata.context` says of where rows come from: their entity set, or the whole way for columns and keys of a table, which
 * have none (OData 4.0 protocol, 10.3; recorded answers).
 */
function contextPath(table: Table, segments: readonly PathSegment[]): string {
  if (!table.isMetadata || segments.length < 2 || tableOfSet(table.entitySet) !== null)
    return table.entitySet;
  // The key of what is answered is left out, also before a cast (Learn: "Reference Dataverse schema definitions by name or MetadataId").
  const last = segments.findLastIndex((it) => !it.name.includes('.'));
  return segments.map((it, index) => it.name + (index >= last ? '' : keyText(it))).join('/');
}

/** The object of one record with its context, as a read of it answers and `return=representation` repeats. */
export function entityObject(
  session: Session,
  table: Table,
  row: Row,
  query: Pick<ShapeQuery, 'select' | 'expand' | 'options' | 'ofNew'>,
  place = table.entitySet,
): WireObject {
  requireExpands(table, query.expand);
  const projection = bindProjection(session, table, query);
  const context = `${session.request.serviceRoot}/$metadata#${place}${projection.contextSuffix}/$entity`;
  return { '@odata.context': context, ...projection.shape(row) };
}

const linkTo = (session: Session, table: Table, row: Row): string =>
  `${session.request.serviceRoot}/${table.entitySet}(${idOf(row, table.primaryId)})`;

function readEntity(
  session: Session,
  table: Table,
  row: Row,
  query: QuerySpec,
  place: string,
): DataverseResponse {
  refuseDeltaToken(query);
  const collectionOption = ['$filter', '$orderby', '$top', '$count', '$skiptoken', '$apply'].find((it) =>
    query.options.has(it),
  );
  if (collectionOption !== undefined) {
    throw badRequest(
      `The query options $orderby, $inlinecount, $skip and $top cannot be applied to the requested resource: ${collectionOption}.`,
    );
  }
  const body = entityObject(session, table, row, query, place);
  if (!hasEtag(table)) return jsonAnswer(200, body, applied(session));
  const etag = etagOf(row);
  const known = session.request.headers['if-none-match']?.split(',').map((it) => it.trim());
  // What is expanded and what annotations tell may have changed by itself (Learn: "Perform conditional operations using the Web API").
  const isAlone = query.expand.length === 0 && !session.preferences.asksForAnnotations;
  if (known?.includes(etag) === true && isAlone) return unchanged(etag);
  return jsonAnswer(200, body, { etag, ...applied(session) });
}

/** A collection, or what `$apply` makes of it; where it only filters, its filters join that of the query. */
function readRows(
  session: Session,
  table: Table,
  source: RowSource,
  query: QuerySpec,
  place: string,
  tracked: DeltaToken | null,
): WireObject {
  const made = query.apply === null ? [] : readApply(session, table, source, query, query.apply);
  if (!isExpressions(made)) return made;
  const [first = null, ...others] = [...made, ...(query.filter === null ? [] : [query.filter])];
  const filter =
    first === null ? null : others.reduce<Expression>((left, right) => ({ kind: 'and', left, right }), first);
  return readCollection(session, table, source, { ...query, filter }, place, tracked);
}

const isExpressions = (it: WireObject | readonly Expression[]): it is readonly Expression[] =>
  Array.isArray(it);

function readReference(session: Session, of: Resource, query: QuerySpec): DataverseResponse {
  refuseDeltaToken(query);
  const root = session.request.serviceRoot;
  if (of.kind === 'entity') {
    return jsonAnswer(200, {
      '@odata.context': `${root}/$metadata#$ref`,
      '@odata.id': linkTo(session, of.table, of.row),
    });
  }
  if (of.kind !== 'collection') return emptyAnswer();
  const rows = [...matchingRows(session, of.table, of.source, query)];
  return jsonAnswer(200, {
    '@odata.context': `${root}/$metadata#Collection($ref)`,
    value: rows.slice(0, query.top ?? 5000).map((row) => ({ '@odata.id': linkTo(session, of.table, row) })),
  });
}

/** Refuses a filter on `/$count`, which the service reads as one of the number. */
function requireUnfiltered({ filter }: QuerySpec): void {
  const [path] = filter === null ? [] : pathsIn(filter);
  const [property] = path?.split('/') ?? [];
  if (property !== undefined) throw notOfCount(property);
}

/** Answers a GET of a resource path that starts at an entity set. */
export function readResource(
  session: Session,
  segments: readonly PathSegment[],
  options: QueryOptions,
): DataverseResponse {
  // Passed over it would answer with all rows, which no client of it expects (Learn: "Dataverse SDK for Python", queries by SQL).
  if (options.has('sql')) throw notImplemented('The query parameter sql');
  const fetch = options.get('fetchXml') ?? options.get('fetchxml');
  if (fetch !== undefined) {
    const resource = resolveResource(session, segments, options);
    if (resource.kind !== 'collection' || resource.parent !== null)
      throw badRequest('The query parameter fetchXml is not supported');
    return readFetch(session, resource.table, fetch, options, resource.source);
  }
  const view = viewOf(session, options);
  const query = readQuerySpec(options);
  const resource = resolveResource(session, segments, options);
  if (view !== null) {
    if (resource.kind !== 'collection')
      throw badRequest('The query parameters savedQuery and userQuery are of collections only.');
    return readView(session, resource.table, view, options, resource.source);
  }
  switch (resource.kind) {
    case 'collection': {
      const { table, source } = resource;
      requireDefinitionOptions(session, table, options);
      const isWhole = resource.parent === null && !table.isMetadata;
      if (!isWhole) refuseDeltaToken(query);
      else if (query.deltaToken !== null)
        return jsonAnswer(200, readChanges(session, table, query, query.deltaToken), applied(session, true));
      const tracked = isWhole ? trackedFrom(session, table, query) : null;
      const place = contextPath(table, segments);
      const body = readRows(session, table, source, query, place, tracked);
      return jsonAnswer(200, body, applied(session, tracked !== null));
    }
    case 'entity':
      return readEntity(session, resource.table, resource.row, query, contextPath(resource.table, segments));
    case 'nothing':
      return emptyAnswer();
    case 'reference':
      return readReference(session, resource.of, query);
    case 'count':
      if (query.deltaToken !== null && resource.parent === null)
        return textAnswer(String(countChanges(session, resource.table, query, query.deltaToken)));
      refuseDeltaToken(query);
      requireUnfiltered(query);
      return textAnswer(
        String(countRows(matchingRows(session, resource.table, resource.source, query)).count),
      );
    case 'property':
    case 'value': {
      const { table, row, column } = resource;
      const value = columnReader(session, table, column)(row);
      if (value === null) return emptyAnswer();
      if (resource.kind === 'value')
        return textAnswer(typeof value === 'string' ? value : JSON.stringify(value));
      const path = `${table.entitySet}(${idOf(row, table.primaryId)})/${wireName(column)}`;
      return jsonAnswer(200, { '@odata.context': `${session.request.serviceRoot}/$metadata#${path}`, value });
    }
  }
}
