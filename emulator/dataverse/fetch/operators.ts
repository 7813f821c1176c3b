/** How many values an operator takes. */
export type ValueCount = 'none' | 'one' | 'some' | 'two';

/** What an operator compares a column with; it decides which columns it fits. */
export type OperatorKind =
  | 'null'
  | 'value'
  | 'text'
  | 'list'
  | 'choices'
  | 'time'
  | 'principal'
  | 'hierarchy';

/** One condition operator. */
export type FetchOperator = {
  readonly name: string;
  /** Its name in `ConditionOperator`, by which error texts call it. */
  readonly sdkName: string;
  readonly values: ValueCount;
  readonly kind: OperatorKind;
};

const of = (
  kind: OperatorKind,
  values: ValueCount,
  names: Readonly<Record<string, string>>,
): readonly FetchOperator[] =>
  Object.entries(names).map(([name, sdkName]) => ({ name, sdkName, values, kind }));

/** Periods that `last-x-…`, `next-x-…` and `olderthan-x-…` count. */
const periods = { hours: 'Hours', days: 'Days', weeks: 'Weeks', months: 'Months', years: 'Years' };
const fiscalPeriods = { 'fiscal-years': 'FiscalYears', 'fiscal-periods': 'FiscalPeriods' };

const counted = (prefix: string, sdkPrefix: string, units: Readonly<Record<string, string>>) =>
  of(
    'time',
    'one',
    Object.fromEntries(
      Object.entries(units).map(([unit, sdkUnit]) => [`${prefix}-x-${unit}`, `${sdkPrefix}X${sdkUnit}`]),
    ),
  );

const around = (unit: string, sdkUnit: string): readonly FetchOperator[] =>
  of('time', 'none', {
    [`last-${unit}`]: `Last${sdkUnit}`,
    [`this-${unit}`]: `This${sdkUnit}`,
    [`next-${unit}`]: `Next${sdkUnit}`,
  });

/**
 * Every operator of the schema (Learn: "FetchXML schema", simpleType operator; "condition operator values"; names of the SDK from
 * "ConditionOperator Enum").
 */
const all: readonly FetchOperator[] = [
  ...of('null', 'none', { null: 'Null', 'not-null': 'NotNull' }),
  ...of('value', 'one', {
    eq: 'Equal',
    ne: 'NotEqual',
    neq: 'NotEqual',
    gt: 'GreaterThan',
    ge: 'GreaterEqual',
    lt: 'LessThan',
    le: 'LessEqual',
  }),
  ...of('text', 'one', {
    like: 'Like',
    'not-like': 'NotLike',
    'begins-with': 'BeginsWith',
    'not-begin-with': 'DoesNotBeginWith',
    'ends-with': 'EndsWith',
    'not-end-with': 'DoesNotEndWith',
  }),
  ...of('list', 'some', { in: 'In', 'not-in': 'NotIn' }),
  ...of('list', 'two', { between: 'Between', 'not-between': 'NotBetween' }),
  ...of('choices', 'some', {
    'contain-values': 'ContainValues',
    'not-contain-values': 'DoesNotContainValues',
  }),
  ...of('time', 'none', {
    yesterday: 'Yesterday',
    today: 'Today',
    tomorrow: 'Tomorrow',
    'last-seven-days': 'Last7Days',
    'next-seven-days': 'Next7Days',
  }),
  ...around('week', 'Week'),
  ...around('month', 'Month'),
  ...around('year', 'Year'),
  ...around('fiscal-year', 'FiscalYear'),
  ...around('fiscal-period', 'FiscalPeriod'),
  ...of('time', 'one', { on: 'On', 'on-or-before': 'OnOrBefore', 'on-or-after': 'OnOrAfter' }),
  ...counted('last', 'Last', { ...periods, ...fiscalPeriods }),
  ...counted('next', 'Next', { ...periods, ...fiscalPeriods }),
  ...counted('olderthan', 'OlderThan', { minutes: 'Minutes', ...periods }),
  ...of('time', 'one', { 'in-fiscal-year': 'InFiscalYear', 'in-fiscal-period': 'InFiscalPeriod' }),
  ...of('time', 'two', {
    'in-fiscal-period-and-year': 'InFiscalPeriodAndYear',
    'in-or-before-fiscal-period-and-year': 'InOrBeforeFiscalPeriodAndYear',
    'in-or-after-fiscal-period-and-year': 'InOrAfterFiscalPeriodAndYear',
  }),
  ...of('principal', 'none', {
    'eq-userid': 'EqualUserId',
    'ne-userid': 'NotEqualUserId',
    'eq-userteams': 'EqualUserTeams',
    'eq-useroruserteams': 'EqualUserOrUserTeams',
    'eq-useroruserhierarchy': 'EqualUserOrUserHierarchy',
    'eq-useroruserhierarchyandteams': 'EqualUserOrUserHierarchyAndTeams',
    'eq-businessid': 'EqualBusinessId',
    'ne-businessid': 'NotEqualBusinessId',
    'eq-userlanguage': 'EqualUserLanguage',
  }),
  ...of('hierarchy', 'one', {
    above: 'Above',
    'eq-or-above': 'AboveOrEqual',
    under: 'Under',
    'eq-or-under': 'UnderOrEqual',
    'not-under': 'NotUnder',
  }),
];

const byName = new Map(all.map((it) => [it.name, it]));

/** The operator of a name, or null. Names are case-sensitive. */
export const operatorNamed = (name: string): FetchOperator | null => byName.get(name) ?? null;

const bySdkName = new Map(all.toReversed().map((it) => [it.sdkName, it]));

/** The operator of a member of `ConditionOperator`, or null. */
export const operatorOfSdk = (name: string): FetchOperator | null => bySdkName.get(name) ?? null;
