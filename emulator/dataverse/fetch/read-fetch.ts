import { jsonAnswer } from '../answer.ts';
import { cookieRequired, entitiesDiffer } from '../errors/fetch-faults.ts';
import { largestPage } from '../preferences.ts';
import type { WireObject } from '../query/wire-object.ts';
import type { Table } from '../schema/table.ts';
import type { DataverseResponse } from '../seam.ts';
import type { Session } from '../session.ts';
import { aggregateRows } from './aggregate.ts';
import { fetchColumns, fetchShape } from './fetch-columns.ts';
import { endOfCookie, fetchCookie } from './fetch-cookie.ts';
import type { FetchQuery } from './fetch-query.ts';
import type { FetchScope, Joined } from './fetch-scope.ts';
import { fetchScope, joinedRows } from './joined-rows.ts';
import { fetchOrders, orderJoined } from './order-fetch.ts';
import { parseFetch } from './parse-fetch.ts';

/** Rows that simple paging reaches (Learn: "Page results using FetchXml"). */
const simplePagingEnd = 50_000;
/** Highest number that is told as a total count (Learn: "Count rows using FetchXml"). */
const highestCount = 5000;

const crm = '@Microsoft.Dynamics.CRM';

type Page = { readonly rows: readonly Joined[]; readonly more: boolean; readonly total: number };

function pageOf(scope: FetchScope, query: FetchQuery, rows: Iterable<Joined>): Page {
  const size = Math.min(query.top ?? query.count ?? largestPage, largestPage);
  const isEnd = query.pagingCookie === null ? null : endOfCookie(scope, query.pagingCookie);
  if (isEnd === null && (query.page - 1) * size >= simplePagingEnd) throw cookieRequired();
  let skip = isEnd === null ? (query.page - 1) * size : 0;
  let waiting = isEnd !== null;
  let total = 0;
  const page: Joined[] = [];
  let more = false;
  for (const row of rows) {
    total += 1;
    if (waiting) waiting = isEnd?.(row) !== true;
    else if (skip > 0) skip -= 1;
    else if (page.length < size) page.push(row);
    else {
      more = query.top === null;
      if (!query.totalCount || total > highestCount) break;
    }
  }
  return { rows: page, more, total };
}

/** One row of each that look the same. */
function* distinctRows(rows: Iterable<Joined>, shape: (joined: Joined) => WireObject): Generator<Joined> {
  const seen = new Set<string>();
  for (const row of rows) {
    const key = JSON.stringify(shape(row));
    if (seen.has(key)) continue;
    seen.add(key);
    yield row;
  }
}

/** Answers `GET <set>?fetchXml=…` (Learn: "Query data using FetchXml", Web API). */
export function readFetch(session: Session, table: Table, text: string): DataverseResponse {
  const query = parseFetch(text);
  const scope = fetchScope(session, query);
  if (query.entity.name !== table.logicalName) throw entitiesDiffer();
  const { includes, applied } = session.preferences;
  const rows = joinedRows(scope, query);
  const columns = fetchColumns(scope, query);
  const answer: WireObject = {
    '@odata.context': `${session.request.serviceRoot}/$metadata#${table.entitySet}`,
  };
  const headers = applied === null ? {} : { 'preference-applied': applied };
  if (query.aggregate) {
    answer['value'] = aggregateRows(scope, query, columns, rows());
    return jsonAnswer(200, answer, headers);
  }
  const shape = fetchShape(scope, columns, query);
  const ordered = orderJoined(scope, query, rows());
  const page = pageOf(scope, query, query.distinct ? distinctRows(ordered, shape) : ordered);
  if (includes('Microsoft.Dynamics.CRM.totalrecordcount')) {
    answer[`${crm}.totalrecordcount`] = query.totalCount ? Math.min(page.total, highestCount) : -1;
    answer[`${crm}.totalrecordcountlimitexceeded`] = query.totalCount && page.total > highestCount;
  }
  const [first] = page.rows;
  const last = page.rows.at(-1);
  // Learn, "Queries that don't support paging cookies": those sorted by a column of a joined table, and distinct ones.
  const withoutCookie = query.distinct || fetchOrders(query).some(({ alias }) => alias !== '');
  if (page.more && first !== undefined && last !== undefined) {
    if (!withoutCookie && includes('Microsoft.Dynamics.CRM.fetchxmlpagingcookie')) {
      answer[`${crm}.fetchxmlpagingcookie`] = fetchCookie(scope, query.page + 1, first, last);
    }
    if (includes('Microsoft.Dynamics.CRM.morerecords')) answer[`${crm}.morerecords`] = true;
  }
  answer['value'] = page.rows.map(shape);
  return jsonAnswer(200, answer, headers);
}
