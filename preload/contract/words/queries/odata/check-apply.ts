import { isSummable } from '../column-kind.ts';
import type { QuerySchema, QueryTableDetails } from '../tables.ts';
import { checkPath } from './check-names.ts';
import type { Tell } from './check-names.ts';
import type { QueryOption, Transformation } from './syntax.ts';

/** Groups of dates are not offered (Microsoft Learn: "Aggregate data using OData"). */
const checkGroups = (
  options: readonly QueryOption[],
  schema: QuerySchema,
  table: QueryTableDetails | null,
  tell: Tell,
): void => {
  const steps = options.flatMap((option) => (option.kind === 'apply' ? option.steps : []));
  for (const path of steps.flatMap((step) => (step.kind === 'groupby' ? step.paths : []))) {
    const last = path.at(-1);
    const column = checkPath(path, schema, { table, variables: new Map() }, () => undefined);
    if (last !== undefined && column?.type === 'DateTime') tell('group-by-date', last, last.name);
    // A row is no value to group by; its ID is a property of its own.
    const way = path.length > 1 ? undefined : table?.navigation.find(({ name }) => name === last?.name);
    if (last !== undefined && way?.kind === 'one')
      tell('lookup-spelling', last, last.name, `_${way.column}_value`);
  }
};

/** Only numbers are summed up. */
const checkSums = (
  steps: readonly Transformation[],
  schema: QuerySchema,
  table: QueryTableDetails | null,
  tell: Tell,
): void => {
  // Behind it names are those of its result.
  const step = steps.find(({ kind }) => kind !== 'filter');
  if (step?.kind === 'groupby') checkSums(step.steps, schema, table, tell);
  if (step?.kind === 'aggregate') {
    for (const { method, path } of step.items) {
      const last = path?.at(-1);
      if (path === null || last === undefined || method === null) continue;
      const column = checkPath(path, schema, { table, variables: new Map() }, tell);
      if (['sum', 'average'].includes(method) && column !== null && !isSummable(column))
        tell('aggregate-type', last, method, last.name);
    }
  }
};

/** What comes from groups is what `$apply` says. */
const checkBesideApply = (
  options: readonly QueryOption[],
  schema: QuerySchema,
  table: QueryTableDetails | null,
  tell: Tell,
): void => {
  const steps = options.flatMap((option) => (option.kind === 'apply' ? option.steps : []));
  checkSums(steps, schema, table, tell);
  if (!steps.some(({ kind }) => kind !== 'filter')) return;
  for (const option of options)
    if (option.kind === 'select' || option.kind === 'expand')
      tell('beside-apply', option, `$${option.kind}`, '', 'warning');
};

/** A calculated value orders nothing (Microsoft Learn: "Aggregate data using OData"). */
const checkOrderOfGroups = (options: readonly QueryOption[], tell: Tell): void => {
  const steps = options.flatMap((option) => (option.kind === 'apply' ? option.steps : []));
  const inner = steps.flatMap((step) => (step.kind === 'groupby' ? step.steps : [step]));
  const calculated = new Set(
    inner.flatMap((step) => (step.kind === 'aggregate' ? step.items.map(({ alias }) => alias) : [])),
  );
  for (const option of options) {
    if (option.kind !== 'orderby') continue;
    for (const { by } of option.items) {
      const [only] = by.kind === 'path' ? by.names : [];
      if (only !== undefined && calculated.has(only.name)) tell('order-by-aggregate', by, only.name);
    }
  }
};

/** Everything that `$apply` asks, and what cannot stand beside it. */
export const checkApply = (
  options: readonly QueryOption[],
  schema: QuerySchema,
  table: QueryTableDetails | null,
  tell: Tell,
): void => {
  checkGroups(options, schema, table, tell);
  checkOrderOfGroups(options, tell);
  checkBesideApply(options, schema, table, tell);
};
