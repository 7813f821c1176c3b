import { unsupportedParameter } from '../errors/request-faults.ts';
import type { QueryOptions } from '../odata/parse-query.ts';
import type { Table } from '../schema/table.ts';
import type { Session } from '../session.ts';
import { dataverseRule } from '../uncertain-rules.ts';

/** Options that queries of definitions do not take: they are neither paged nor sorted (Learn: "Query table definitions using the Web API"; seen). */
const refused = ['$top', '$orderby', '$apply', '$skiptoken'];

/** Refuses options that a query of definitions does not take; global option sets cannot even be filtered. */
export function requireDefinitionOptions(
  { environment, ports }: Session,
  table: Table,
  options: QueryOptions,
): void {
  if (!table.isMetadata) return;
  const counts = dataverseRule(ports.rules, environment.seed, 'countedDefinitions') === 'allow';
  const names = [
    ...refused,
    ...(counts ? [] : ['$count']),
    ...(table.logicalName === 'OptionSetMetadataBase' ? ['$filter'] : []),
  ];
  const found = names.find((it) => options.has(it));
  if (found !== undefined) throw unsupportedParameter(found);
}
