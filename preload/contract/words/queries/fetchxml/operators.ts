/** How many values a condition operator takes: none, one, at least one, two. */
export type Values = 'none' | 'one' | 'many' | 'two';

/** One operator of FetchXML and what says the same in `$filter`: a comparison, text matching, or a function of the service. */
export type FetchOperator = {
  readonly name: string;
  readonly values: Values;
  /** Name of `Microsoft.Dynamics.CRM.<…>`, or null where OData says it in its own words or not at all. */
  readonly crmFunction: string | null;
};

const of = (values: Values, pairs: Readonly<Record<string, string | null>>): readonly FetchOperator[] =>
  Object.entries(pairs).map(([name, crmFunction]) => ({ name, values, crmFunction }));

/**
 * Every operator of the FetchXML schema (Microsoft Learn: "FetchXML schema", simpleType operator; "condition operator values") with its function
 * (Microsoft Learn: "Web API Query Function Reference").
 */
export const FETCH_OPERATORS: readonly FetchOperator[] = [
  ...of('one', { eq: null, neq: null, ne: null, gt: null, ge: null, le: null, lt: null }),
  ...of('one', {
    like: null,
    'not-like': null,
    'begins-with': null,
    'not-begin-with': null,
    'ends-with': null,
    'not-end-with': null,
  }),
  ...of('none', { null: null, 'not-null': null }),
  ...of('many', {
    in: 'In',
    'not-in': 'NotIn',
    'contain-values': 'ContainValues',
    'not-contain-values': 'DoesNotContainValues',
  }),
  ...of('two', {
    between: 'Between',
    'not-between': 'NotBetween',
    'in-fiscal-period-and-year': 'InFiscalPeriodAndYear',
    'in-or-before-fiscal-period-and-year': 'InOrBeforeFiscalPeriodAndYear',
    'in-or-after-fiscal-period-and-year': 'InOrAfterFiscalPeriodAndYear',
  }),
  ...of('none', {
    yesterday: 'Yesterday',
    today: 'Today',
    tomorrow: 'Tomorrow',
    'last-seven-days': 'Last7Days',
    'next-seven-days': 'Next7Days',
    'last-week': 'LastWeek',
    'this-week': 'ThisWeek',
    'next-week': 'NextWeek',
    'last-month': 'LastMonth',
    'this-month': 'ThisMonth',
    'next-month': 'NextMonth',
    'last-year': 'LastYear',
    'this-year': 'ThisYear',
    'next-year': 'NextYear',
    'this-fiscal-year': 'ThisFiscalYear',
    'this-fiscal-period': 'ThisFiscalPeriod',
    'next-fiscal-year': 'NextFiscalYear',
    'next-fiscal-period': 'NextFiscalPeriod',
    'last-fiscal-year': 'LastFiscalYear',
    'last-fiscal-period': 'LastFiscalPeriod',
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
  ...of('one', {
    on: 'On',
    'on-or-before': 'OnOrBefore',
    'on-or-after': 'OnOrAfter',
    'last-x-hours': 'LastXHours',
    'next-x-hours': 'NextXHours',
    'last-x-days': 'LastXDays',
    'next-x-days': 'NextXDays',
    'last-x-weeks': 'LastXWeeks',
    'next-x-weeks': 'NextXWeeks',
    'last-x-months': 'LastXMonths',
    'next-x-months': 'NextXMonths',
    'last-x-years': 'LastXYears',
    'next-x-years': 'NextXYears',
    'olderthan-x-minutes': 'OlderThanXMinutes',
    'olderthan-x-hours': 'OlderThanXHours',
    'olderthan-x-days': 'OlderThanXDays',
    'olderthan-x-weeks': 'OlderThanXWeeks',
    'olderthan-x-months': 'OlderThanXMonths',
    'olderthan-x-years': 'OlderThanXYears',
    'last-x-fiscal-years': 'LastXFiscalYears',
    'last-x-fiscal-periods': 'LastXFiscalPeriods',
    'next-x-fiscal-years': 'NextXFiscalYears',
    'next-x-fiscal-periods': 'NextXFiscalPeriods',
    'in-fiscal-year': 'InFiscalYear',
    'in-fiscal-period': 'InFiscalPeriod',
    under: 'Under',
    'eq-or-under': 'UnderOrEqual',
    'not-under': 'NotUnder',
    above: 'Above',
    'eq-or-above': 'AboveOrEqual',
  }),
];

const byName = new Map(FETCH_OPERATORS.map((one) => [one.name, one]));
const byFunction = new Map(
  FETCH_OPERATORS.flatMap((one) => (one.crmFunction === null ? [] : [[one.crmFunction, one] as const])),
);

/** The operator of a name, or null. */
export const operatorNamed = (name: string): FetchOperator | null => byName.get(name) ?? null;

/** The operator that a function of the service stands for; its name with or without `Microsoft.Dynamics.CRM.`. */
export const operatorOfFunction = (name: string): FetchOperator | null =>
  byFunction.get(name.replace(/^Microsoft\.Dynamics\.CRM\./, '')) ?? null;
