import { unsupportedParameter } from '../errors/request-faults.ts';
import type { QueryOptions } from '../odata/parse-query.ts';
import type { Table } from '../schema/table.ts';

/** Options that queries of definitions do not take: they are neither paged nor sorted (Learn: "Query table definitions using the Web API"; seen). */
const refused = ['$top', '$orderby', '$count', '$apply', '$skiptoken'];

/** Refuses options that a query of definitions does not take; global option sets cannot even be filtered. */
export function requireDefinitionOptions(table: Table, options: QueryOptions): void {
  if (!table.isMetadata) return;
  const names = table.logicalName === 'OptionSetMetadataBase' ? [...refused, '$filter'] : refused;
  const found = names.find((it) => options.has(it));
  if (found !== undefined) throw unsupportedParameter(found);
}
