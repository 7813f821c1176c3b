import { ServiceFault } from '../errors/service-fault.ts';
import type { WireObject } from '../query/wire-object.ts';
import type { Session } from '../session.ts';
import { fetchColumns } from './fetch-columns.ts';
import type { FetchCondition, FetchEntity, FetchFilter, FetchLink, FetchQuery } from './fetch-query.ts';
import { aliasNamed, type FetchScope, fetchScope, namedColumn, root, tableOf } from './fetch-scope.ts';
import { joinedRows } from './joined-rows.ts';
import { bindOrders, fetchOrders } from './order-fetch.ts';
import { parsedFetch } from './read-fetch.ts';

/** Kinds of issues (Learn: InfoCode Enum). */
const kinds = {
  syntaxError: 1,
  leadingWildcard: 2,
  largeColumn: 3,
  orderOnChoice: 4,
  orderOnJoined: 5,
  manyColumns: 6,
} as const;

/** Columns from which on a query has too many, as a client of the service met it. */
const manyColumns = 100;

/** Longest text that is searched without a warning (Learn: "Optimize performance using FetchXml", large text columns). */
const largeText = 850;

const warning = 1;
const error = 3;

/** An issue (Learn: ValidatorIssue ComplexType); the service's own texts are told nowhere. */
const issue = (
  kind: keyof typeof kinds,
  text: string,
  severity: typeof warning | typeof error = warning,
  more: Readonly<Record<string, string>> = {},
): WireObject => ({
  LocalizedMessageText: text,
  Severity: severity,
  TypeCode: kinds[kind],
  OptionalPropertyBag: {
    Count: Object.keys(more).length,
    Keys: Object.keys(more),
    Values: Object.values(more),
  },
});

type Placed = { readonly alias: string; readonly condition: FetchCondition };

function conditionsIn(alias: string, filter: FetchFilter): readonly Placed[] {
  return filter.items.flatMap((it): readonly Placed[] => {
    if (it.kind === 'condition') return [{ alias, condition: it }];
    return it.kind === 'filter' ? conditionsIn(alias, it) : conditionsOf(it.link.alias, it.link);
  });
}

const conditionsOf = (alias: string, entity: FetchEntity | FetchLink): readonly Placed[] => [
  ...entity.filters.flatMap((it) => conditionsIn(alias, it)),
  ...entity.links.flatMap((link) => conditionsOf(link.alias, link)),
];

const leadsWithWildcard = ({ operator, values }: FetchCondition): boolean =>
  operator.name === 'ends-with' ||
  operator.name === 'not-end-with' ||
  (operator.kind === 'text' && values.some((it) => it.startsWith('%')));

/** What makes a query slow (Learn: "Optimize performance using FetchXml", patterns to avoid). */
function slowness(scope: FetchScope, query: FetchQuery): readonly WireObject[] {
  const found: WireObject[] = [];
  const conditions = conditionsOf(root, query.entity);
  if (conditions.some(({ condition }) => leadsWithWildcard(condition)))
    found.push(issue('leadingWildcard', 'A filter condition of the query has a leading wildcard.'));
  const large = conditions.some(({ alias, condition }) => {
    const { columns } = tableOf(scope, aliasNamed(scope, condition.entity, alias));
    const column = columns.get(condition.attribute);
    const isLarge = column?.type === 'memo' || (column?.maxLength ?? 0) > largeText;
    return condition.operator.kind !== 'null' && isLarge;
  });
  if (large)
    found.push(issue('largeColumn', 'A filter condition of the query searches a large text column.'));
  const orders = fetchOrders(query).map(({ alias: own, order }) => {
    const alias = aliasNamed(scope, order.entity, own);
    return { alias, column: namedColumn(scope, alias, order.attribute ?? '').column };
  });
  if (!query.rawOrder && orders.some(({ column }) => column.type === 'choice'))
    found.push(issue('orderOnChoice', 'The query is ordered by a choice column.'));
  if (orders.some(({ alias }) => alias !== root))
    found.push(issue('orderOnJoined', 'The query is ordered by a column of a joined table.'));
  const columns = fetchColumns(scope, query).length;
  if (columns > manyColumns)
    found.push(
      issue('manyColumns', 'The query selects too many columns.', warning, {
        AttributeCount: String(columns),
        AttributeLimit: String(manyColumns),
      }),
    );
  return found;
}

/** Issues of a query, which is not run; one that would be refused has its refusal as an issue (as clients of the service met it). */
export function issuesOfFetch(session: Session, text: string): readonly WireObject[] {
  try {
    const query = parsedFetch(session, text, new Map());
    const scope = fetchScope(session, query);
    joinedRows(scope, query, session.environment.rows(tableOf(scope, root)));
    if (query.aggregate) return [];
    bindOrders(scope, query);
    return slowness(scope, query);
  } catch (fault) {
    if (!(fault instanceof ServiceFault) || fault.status === 403) throw fault;
    return [issue('syntaxError', `Error handling FetchXML: ${fault.message}`, error)];
  }
}
