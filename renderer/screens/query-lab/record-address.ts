import type { Cell, Query } from '../../../preload/contract/query.ts';
import { readXml } from '../../../preload/contract/words/queries/fetchxml/read-xml.ts';
import { attributeOf, elementsOf } from '../../../preload/contract/words/queries/fetchxml/xml.ts';
import { parseOData } from '../../../preload/contract/words/queries/odata/parse-odata.ts';
import { tableNamed, tableOfSet } from '../../../preload/contract/words/queries/tables.ts';
import type { QuerySchema, QueryTable } from '../../../preload/contract/words/queries/tables.ts';
import { rawValue } from './cell-text.ts';

/** A row, by its table's logical name. */
export type RowName = { readonly table: string; readonly id: string };

/** The table whose rows a query brings; null where they are reached over another one, or come from a function. */
const tableOfQuery = ({ language, text }: Query, schema: QuerySchema): QueryTable | null => {
  if (language === 'odata') {
    const [first, second] = parseOData(text).query.path;
    return first === undefined || second !== undefined ? null : tableOfSet(schema, first.name);
  }
  const { root } = readXml(text);
  const entity = root === null ? undefined : elementsOf(root, 'entity')[0];
  return entity === undefined ? null : tableNamed(schema, attributeOf(entity, 'name') ?? '');
};

/** Which row a line of a result is; null where its table is not known or its id was not read. */
export const rowNameOf = (
  query: Query,
  schema: QuerySchema,
  columns: readonly string[],
  cells: readonly Cell[],
): RowName | null => {
  const table = tableOfQuery(query, schema);
  const at = table === null ? -1 : columns.indexOf(table.primaryId);
  const id = rawValue(cells[at] ?? null);
  return table === null || typeof id !== 'string' ? null : { table: table.logicalName, id };
};

/** Where a person opens a row (Microsoft Learn: "Open apps, forms, views, dialogs, and reports with a URL"). */
export const recordAddress = (environmentUrl: string, { id, table }: RowName): string => {
  const address = new URL('/main.aspx', environmentUrl);
  address.search = new URLSearchParams({ pagetype: 'entityrecord', etn: table, id }).toString();
  return address.href;
};
