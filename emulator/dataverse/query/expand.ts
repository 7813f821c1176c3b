import { badRequest, propertyNotFound } from '../errors/request-faults.ts';
import type { QueryOptions } from '../odata/parse-query.ts';
import type { ExpandItem } from '../odata/syntax-tree.ts';
import { requireTable } from '../schema/schema.ts';
import type { Navigation, Table } from '../schema/table.ts';
import type { Row } from '../schema/value.ts';
import type { Session } from '../session.ts';
import { bindFilter } from './bind-filter.ts';
import { orderRows } from './order-rows.ts';
import { relatedRow, relatedRows } from './related-rows.ts';
import type { BindProjection, WireObject } from './wire-object.ts';

/** An expanded navigation property: what it adds to each object, and to the context URL. */
export type BoundExpand = {
  readonly contextPart: string;
  readonly write: (row: Row, into: WireObject) => void;
};

function bindOne(
  project: BindProjection,
  session: Session,
  table: Table,
  navigation: Extract<Navigation, { kind: 'one' }>,
  item: ExpandItem,
  options: QueryOptions,
): BoundExpand {
  if (item.filter !== null || item.orderBy.length > 0 || item.top !== null) {
    throw badRequest(
      `Only $select and $expand are allowed on the single-valued navigation property '${navigation.name}'.`,
    );
  }
  const bound = new Map(
    navigation.targets.map((name) => {
      const target = requireTable(name);
      const projection = project(session, target, { ...item, options });
      return [name, { projection, mayRead: session.access.readable(target) }];
    }),
  );
  const [first] = bound.values();
  return {
    contextPart: `${navigation.name}${first?.projection.contextSuffix ?? ''}`.replace(/([^)])$/, '$1()'),
    write(row, into) {
      const related = relatedRow(session, table, navigation, row);
      const target = related === null ? undefined : bound.get(related.table.logicalName);
      into[navigation.name] =
        related !== null && target !== undefined && target.mayRead(related.row)
          ? target.projection.shape(related.row)
          : null;
    },
  };
}

function bindMany(
  project: BindProjection,
  session: Session,
  table: Table,
  navigation: Exclude<Navigation, { kind: 'one' }>,
  item: ExpandItem,
  options: QueryOptions,
): BoundExpand {
  const target = requireTable(navigation.target);
  const projection = project(session, target, { ...item, options });
  const mayRead = session.access.readable(target);
  const matches = item.filter === null ? () => true : bindFilter(session, target, item.filter, options);
  return {
    contextPart: `${navigation.name}${projection.contextSuffix === '' ? '()' : projection.contextSuffix}`,
    write(row, into) {
      const found: Row[] = [];
      for (const related of relatedRows(session, table, navigation, row)) {
        if (mayRead(related) && matches(related)) found.push(related);
      }
      const ordered = orderRows(session, target, item.orderBy, found, options);
      if (item.count) into[`${navigation.name}@odata.count`] = ordered.length;
      into[navigation.name] = ordered.slice(0, item.top ?? 5000).map(projection.shape);
    },
  };
}

/** Compiles one item of `$expand`. Columns, filters and privileges of the other table are checked here. */
export function bindExpand(
  project: BindProjection,
  session: Session,
  table: Table,
  item: ExpandItem,
  options: QueryOptions,
): BoundExpand {
  const [name = '', ...rest] = item.path;
  const navigation = table.navigation.get(name);
  if (navigation === undefined) throw propertyNotFound(name, table.logicalName);
  if (rest.length > 0) {
    throw badRequest(`Term '${item.path.join('/')}' is not valid in a $select or $expand expression.`);
  }
  return navigation.kind === 'one'
    ? bindOne(project, session, table, navigation, item, options)
    : bindMany(project, session, table, navigation, item, options);
}
