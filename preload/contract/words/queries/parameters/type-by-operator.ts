import type { ParameterType } from './parameter.ts';

/**
 * What an operator of FetchXML compares with (Microsoft Learn: "Condition operators"): a number of units, a piece of text, a day, or a value of the
 * column.
 */
export const typeByOperator = (operator: string): ParameterType | 'column' => {
  if (/-x-|fiscal/.test(operator)) return 'number';
  if (/^on(?:-|$)/.test(operator)) return 'date';
  return /like|begin|^(?:not-)?ends?-/.test(operator) ? 'text' : 'column';
};
