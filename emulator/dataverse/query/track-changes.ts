import { unsupportedParameter } from '../errors/request-faults.ts';
import { changesNotTracked, notWithTracking } from '../errors/tracking-faults.ts';
import { largestPage } from '../preferences.ts';
import type { Table } from '../schema/table.ts';
import { idOf, numberOf, type Row } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { type DeltaToken, encodedToken, readDeltaToken, tokenOfNow } from './delta-token.ts';
import { tokenInLink } from './page-cookie.ts';
import { changesCookie, readChangesCookie, readSkipToken } from './paging-cookie.ts';
import { bindProjection } from './projection.ts';
import type { QuerySpec } from './query-spec.ts';
import { linkBack } from './request-link.ts';
import type { WireObject } from './wire-object.ts';

/** Options that go with no tracking (Learn: "Use change tracking to synchronize data with external systems"); `$apply` makes no rows. */
const refused = ['$filter', '$orderby', '$expand', '$top', '$apply'];

/**
 * Refuses to follow the changes of a table: where it does not track them, where an option asks for a part of it, and where the caller
 * does not read all of it (Learn: same page; feedback on it shows the refusal).
 */
function requireTracking(session: Session, table: Table, query: QuerySpec): void {
  if (!table.tracksChanges) throw changesNotTracked(table.logicalName);
  const option = refused.find((it) => query.options.has(it));
  if (option !== undefined) throw notWithTracking(option);
  session.access.requireAllRows(table);
}

/** The moment from which a query follows the changes of its table: that of its first page; null where it does not follow them. */
export function trackedFrom(session: Session, table: Table, query: QuerySpec): DeltaToken | null {
  const carried = query.skipToken === null ? null : readSkipToken(query.skipToken).tracked;
  if (carried === null && !session.preferences.tracksChanges) return null;
  requireTracking(session, table, query);
  return carried ?? tokenOfNow(session);
}

/** Refuses a delta token where no changes are told: with one record, with the records of another one, with definitions. */
export function refuseDeltaToken({ deltaToken }: QuerySpec): void {
  if (deltaToken !== null) throw unsupportedParameter('$deltatoken');
}

/** The address at which changes from a moment on are asked for: the request's own, with the token. */
export const deltaLink = (session: Session, token: DeltaToken): string =>
  linkBack(session, `$deltatoken=${encodedToken(token)}`);

type Change = { readonly version: number; readonly id: string; readonly row: Row | null };

/** New and changed rows by their versions, and after them what was deleted (Learn: same page, constraints); a row that is there again is not. */
function changesOf(session: Session, table: Table, since: number, until: number): readonly Change[] {
  const rows = session.environment.rows(table);
  const changed: Change[] = [];
  for (const row of rows.rows()) {
    const version = numberOf(row, 'versionnumber') ?? 0;
    if (version > since && version <= until) changed.push({ version, id: idOf(row, table.primaryId), row });
  }
  const deleted = session.environment.deletions
    .since(table.logicalName, since)
    .filter((it) => it.version <= until && rows.get(it.id) === null);
  return [
    ...changed.toSorted((left, right) => left.version - right.version),
    ...deleted.map((it) => ({ ...it, row: null })),
  ];
}

/** How many changes there are since a delta token (Learn: same page, count of the changes). */
export function countChanges(session: Session, table: Table, query: QuerySpec, deltaToken: string): number {
  requireTracking(session, table, query);
  const since = readDeltaToken(session, deltaToken);
  return changesOf(session, table, since.version, Number.POSITIVE_INFINITY).length;
}

/** Answers a delta link: what changed since its token, in pages, and the link for what will change after them. */
export function readChanges(
  session: Session,
  table: Table,
  query: QuerySpec,
  deltaToken: string,
): WireObject {
  requireTracking(session, table, query);
  const since = readDeltaToken(session, deltaToken);
  const start = query.skipToken === null ? null : readChangesCookie(query.skipToken);
  const until = start?.until ?? tokenOfNow(session);
  const changes = changesOf(session, table, since.version, until.version);
  const isAfter = ({ row, version }: Change): boolean =>
    start === null ||
    (row === null) > start.isDeleted ||
    ((row === null) === start.isDeleted && version > start.version);
  const rest = changes.filter(isAfter);
  const page = rest.slice(0, session.preferences.maxPageSize ?? largestPage);
  const projection = bindProjection(session, table, query);
  const context = `${session.request.serviceRoot}/$metadata#${table.entitySet}`;
  const last = page.at(-1);
  const link: WireObject =
    last === undefined || page.length === rest.length
      ? { '@odata.deltaLink': deltaLink(session, until) }
      : {
          '@odata.nextLink': linkBack(
            session,
            `$deltatoken=${encodedToken(since)}`,
            `$skiptoken=${tokenInLink(
              changesCookie({
                page: (start?.page ?? 1) + 1,
                version: last.version,
                isDeleted: last.row === null,
                until,
              }),
            )}`,
          ),
        };
  return {
    '@odata.context': `${context}${projection.contextSuffix}/$delta`,
    ...(query.count ? { '@odata.count': Math.min(changes.length, largestPage) } : {}),
    ...link,
    value: page.map(({ id, row }) =>
      row === null
        ? { '@odata.context': `${context}/$deletedEntity`, id, reason: 'deleted' }
        : projection.shape(row),
    ),
  };
}
