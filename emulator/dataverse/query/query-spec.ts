import { badRequest, unsupportedParameter } from '../errors/request-faults.ts';
import { parseApply, type Transformation } from '../odata/parse-apply.ts';
import { parseFilter } from '../odata/parse-expression.ts';
import { parseCount, parseExpand, parseOrderBy, parseSelect, parseTop } from '../odata/parse-options.ts';
import type { QueryOptions } from '../odata/parse-query.ts';
import type { ExpandItem, Expression, OrderItem, Parsed } from '../odata/syntax-tree.ts';
import { requireFewConditions } from './condition-limit.ts';

/** A query on a collection or an entity, parsed but not yet matched with a table. */
export type QuerySpec = {
  readonly select: readonly string[] | null;
  readonly filter: Expression | null;
  readonly orderBy: readonly OrderItem[];
  readonly expand: readonly ExpandItem[];
  readonly top: number | null;
  readonly count: boolean;
  readonly skipToken: string | null;
  /** Since when changes are asked for. */
  readonly deltaToken: string | null;
  readonly apply: readonly Transformation[] | null;
  /** All options of the request, for parameter aliases. */
  readonly options: QueryOptions;
};

/** The value of a parsed text, or its refusal as an answer. */
export function parsedOrFault<T>(parsed: Parsed<T>): T {
  if (!parsed.ok) throw badRequest(parsed.message);
  return parsed.value;
}

/** Options of OData that Dataverse does not do (Learn: "Query data using the Web API"). */
const refused: Readonly<Record<string, string>> = {
  $skip: 'Skip Clause is not supported in CRM',
  $search: 'The query parameter $search is not supported',
  $format: 'The query parameter $format is not supported',
  $compute: 'The query parameter $compute is not supported',
  $index: 'The query parameter $index is not supported',
  $levels: 'The query parameter $levels is not supported',
};

const understood = new Set([
  '$apply',
  '$select',
  '$filter',
  '$orderby',
  '$expand',
  '$top',
  '$count',
  '$skiptoken',
  '$deltatoken',
]);

/** Options that may be given without a value, which says nothing. */
const optional = new Set(['$select', '$expand', '$orderby']);

/** Reads the query options of a request; refuses the unsupported and the unknown. */
export function readQuerySpec(options: QueryOptions): QuerySpec {
  for (const name of options.keys()) {
    const refusal = Object.hasOwn(refused, name) ? refused[name] : undefined;
    if (refusal !== undefined) throw badRequest(refusal);
    if (name.startsWith('$') && !understood.has(name)) {
      throw unsupportedParameter(name);
    }
  }
  const read = <T>(name: string, parse: (text: string) => Parsed<T>, missing: T): T => {
    const text = options.get(name);
    return text === undefined || (text === '' && optional.has(name)) ? missing : parsedOrFault(parse(text));
  };
  const query: QuerySpec = {
    select: read<readonly string[] | null>('$select', parseSelect, null),
    filter: read<Expression | null>('$filter', parseFilter, null),
    orderBy: read('$orderby', parseOrderBy, []),
    expand: read('$expand', parseExpand, []),
    top: read<number | null>('$top', parseTop, null),
    count: read('$count', parseCount, false),
    skipToken: options.get('$skiptoken') ?? null,
    deltaToken: options.get('$deltatoken') ?? null,
    apply: read<readonly Transformation[] | null>('$apply', parseApply, null),
    options,
  };
  requireFewConditions(query);
  return query;
}
