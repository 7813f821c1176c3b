import { tooManyConditions } from '../errors/query-faults.ts';
import type { Transformation } from '../odata/parse-apply.ts';
import type { ExpandItem, Expression } from '../odata/syntax-tree.ts';

/** Most conditions of a query (Learn: "Filter rows using OData" and "Filter rows using FetchXml", condition limits). */
export const mostConditions = 500;

function conditionsIn(expression: Expression | null): number {
  switch (expression?.kind) {
    case undefined:
      return 0;
    case 'and':
    case 'or':
      return conditionsIn(expression.left) + conditionsIn(expression.right);
    case 'not':
      return conditionsIn(expression.operand);
    case 'lambda':
      return Math.max(1, conditionsIn(expression.body));
    default:
      return 1;
  }
}

const conditionsOfExpand = (items: readonly ExpandItem[]): number =>
  items.reduce((sum, it) => sum + conditionsIn(it.filter) + conditionsOfExpand(it.expand), 0);

const conditionsOfApply = (steps: readonly Transformation[]): number =>
  steps.reduce((sum, it) => sum + (it.kind === 'filter' ? conditionsIn(it.filter) : 0), 0);

/** Refuses a query with more conditions than the service takes, wherever they stand. */
export function requireFewConditions(query: {
  readonly filter: Expression | null;
  readonly expand: readonly ExpandItem[];
  readonly apply: readonly Transformation[] | null;
}): void {
  const count =
    conditionsIn(query.filter) + conditionsOfExpand(query.expand) + conditionsOfApply(query.apply ?? []);
  if (count > mostConditions) throw tooManyConditions();
}
