/** Operators of OData that the Web API does not take in `$filter` (Microsoft Learn: "Filter rows using OData": only eq ne gt ge lt le and or not). */
export const REFUSED_OPERATORS: ReadonlySet<string> = new Set([
  'in',
  'has',
  'add',
  'sub',
  'mul',
  'div',
  'divby',
  'mod',
]);

/** The standard functions that it takes; date, math, type, geo and other string functions are not supported (same page). */
export const TEXT_FUNCTIONS: ReadonlySet<string> = new Set(['contains', 'startswith', 'endswith']);

/** Prefix of the service's own functions and types. */
export const CRM = 'Microsoft.Dynamics.CRM.';
