import type { Column } from './column.ts';
import { type ColumnNames, columnsNamed, namesIn } from './column-names.ts';
import { activitiesColumns } from './more-columns/activities.ts';
import { customizationColumns } from './more-columns/customization.ts';
import { emptyTablesColumns } from './more-columns/empty-tables.ts';
import { platformColumns } from './more-columns/platform.ts';
import { salesColumns } from './more-columns/sales.ts';
import { securityColumns } from './more-columns/security.ts';
import { serviceColumns } from './more-columns/service.ts';

const all: ReadonlyMap<string, ColumnNames> = new Map(
  [
    activitiesColumns,
    customizationColumns,
    emptyTablesColumns,
    platformColumns,
    salesColumns,
    securityColumns,
    serviceColumns,
  ].flatMap((it) => Object.entries(it)),
);

const named = (table: string): readonly Column[] => columnsNamed(table, all.get(table) ?? {});

/**
 * Columns that a table has beyond those that its definition says more about: nothing writes them here, so that their rows hold null, or
 * the default of a choice (compared with a `$metadata` document of the real service). Every activity has those of all activities.
 */
export const moreColumns = (table: string, isActivity: boolean): readonly Column[] =>
  isActivity && table !== 'activitypointer' ? [...named('activitypointer'), ...named(table)] : named(table);

/** Columns that a table has not although all tables of its kind have them (same source). */
export const missingColumns = (table: string): ReadonlySet<string> =>
  new Set(namesIn(all.get(table)?.without));
