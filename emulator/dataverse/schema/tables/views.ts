import { choice, type Column, column, columns, flag, lookup, text, tableName } from '../column.ts';
import { defineTable, type Table } from '../table.ts';

/** What system and personal views have in common (Learn: savedquery and userquery table references). */
const viewColumns: readonly Column[] = [
  text('name', 200),
  text('description', 2000),
  ...columns('memo', 'fetchxml layoutxml layoutjson columnsetxml conditionalformatting offlinesqlquery'),
  tableName('returnedtypecode'),
  column('querytype', 'integer', { fallback: 0 }),
  text('advancedgroupby', 20),
  choice('statecode', { '0': 'Active', '1': 'Inactive' }, 0),
];

/** System views, which everybody sees. */
const savedquery = defineTable({
  logicalName: 'savedquery',
  schemaName: 'SavedQuery',
  displayName: 'View',
  objectTypeCode: 1039,
  ownership: 'OrganizationOwned',
  privilegeSuffix: 'Query',
  columns: [
    ...viewColumns,
    choice('statuscode', { '1': 'Active', '2': 'Inactive' }, 1),
    flag('isdefault'),
    flag('isquickfindquery'),
    flag('isprivate'),
    flag('isuserdefined'),
    flag('ismanaged'),
    text('queryapi', 64),
  ],
});

/** Personal views. */
const userquery = defineTable({
  logicalName: 'userquery',
  schemaName: 'UserQuery',
  displayName: 'Saved View',
  objectTypeCode: 4230,
  ownership: 'UserOwned',
  columns: [
    ...viewColumns,
    choice('statuscode', { '1': 'Active', '2': 'Inactive', '3': 'All' }, 1),
    lookup('parentqueryid', 'savedquery'),
  ],
});

/** Tables of predefined queries. */
export const viewTables: readonly Table[] = [savedquery, userquery];
