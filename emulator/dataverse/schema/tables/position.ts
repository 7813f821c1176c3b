import { column, lookup, readOnly, text } from '../column.ts';
import { defineTable } from '../table.ts';
import { activeInactive, exchangeRate } from './business-columns.ts';

/** Positions of users in the hierarchy of positions (Learn: position table reference). */
export const position = defineTable({
  logicalName: 'position',
  schemaName: 'Position',
  displayName: 'Position',
  objectTypeCode: 50,
  ownership: 'OrganizationOwned',
  columns: [
    text('name', 100),
    text('description', 100),
    readOnly(column('exchangerate', 'decimal', { limits: exchangeRate })),
    lookup('parentpositionid', 'position'),
    lookup('transactioncurrencyid', 'transactioncurrency'),
    ...activeInactive,
  ],
});
