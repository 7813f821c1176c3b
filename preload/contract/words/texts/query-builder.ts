import type { BuilderOperator } from '../queries/builder/builder-query.ts';
import type { BuilderGap } from '../queries/builder/read-builder.ts';

const OPERATORS: Readonly<Record<BuilderOperator, string>> = {
  eq: 'equals',
  ne: 'does not equal',
  gt: 'is greater than',
  ge: 'is at least',
  lt: 'is less than',
  le: 'is at most',
  contains: 'contains',
  'not-contains': 'does not contain',
  startswith: 'begins with',
  'not-startswith': 'does not begin with',
  endswith: 'ends with',
  'not-endswith': 'does not end with',
  null: 'has no value',
  'not-null': 'has a value',
};

/** Words of the builder of OData queries. */
export const BUILDER_TEXTS = {
  open: 'Builder',
  title: 'Query builder',
  subtitle: (environment: string) =>
    `With the names of ${environment}. What you choose stands in the editor at once.`,
  noNames: 'Choose an environment first: the builder offers its tables and columns.',
  table: 'Table',
  chooseTable: 'Search tables',
  columns: 'Columns',
  allColumns: 'All columns (search to choose)',
  chosen: (count: number) => (count === 1 ? '1 column' : `${count} columns`),
  remove: (what: string) => `Remove ${what}`,
  filters: 'Conditions',
  joins: { and: 'All are met', or: 'One is met' },
  join: 'Rows where',
  groupJoin: 'In this group',
  column: 'Column',
  operator: 'Operator',
  operators: OPERATORS,
  value: 'Value',
  valueHint: 'or @parameter',
  doesNotFit: 'Does not fit the column.',
  addCondition: 'Add condition',
  addGroup: 'Add group',
  removeCondition: 'Remove condition',
  order: 'Order',
  addOrder: 'Add column to order by',
  directions: { ascending: 'Ascending', descending: 'Descending' },
  direction: 'Direction',
  removeOrder: 'Remove from the order',
  expand: 'Related rows',
  addExpand: 'Search lookups',
  columnsOf: (navigation: string) => `Columns of ${navigation}`,
  more: 'Rows',
  top: 'At most',
  count: 'Count the rows (up to 5,000)',
  cannotShow: 'The builder cannot show this query',
  leftAlone: 'The text stays as it is. Go on in the editor, or begin a new query here.',
  beginAnew: 'Begin a new query',
  moreOptions: (count: number) => `${count} more: type to search`,
} as const;

const GAPS: Readonly<Record<BuilderGap, (what: string) => string>> = {
  faults: () => 'It has faults. Correct what is marked first.',
  path: (what) => `It asks for more than the rows of a table: ${what}.`,
  option: (what) => `It uses ${what}.`,
  column: (what) => `It names a column in a way that is not offered here: ${what}.`,
  filter: (what) => `It has a condition that is not offered here: ${what}.`,
  expand: (what) => `It expands ${what} in a way that is not offered here: only lookups, with columns.`,
  top: () => 'Its $top is a parameter.',
};

/** Why a query cannot be shown in the builder. */
export const builderGapText = (gap: BuilderGap, what: string): string => GAPS[gap](what);
