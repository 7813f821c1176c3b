import { conditionFaults } from '../condition-fit.ts';
import type { ValueAt } from '../condition-fit.ts';
import type { QueryFault } from '../query-fault.ts';
import type { QueryColumn } from '../tables.ts';
import { operatorNamed } from './operators.ts';
import { attributeOf, elementsOf } from './xml.ts';
import type { XmlElement } from './xml.ts';

/** What a condition's values are, with their places; a placeholder gets its value before the run. */
const valuesOf = (condition: XmlElement): readonly ValueAt[] =>
  [
    ...condition.attributes.flatMap((one) =>
      one.name === 'value' ? [{ text: one.value, at: one.valueSpan }] : [],
    ),
    ...elementsOf(condition, 'value').map((element) => ({
      text: element.children.map((node) => (node.kind === 'text' ? node.text : '')).join(''),
      at: element.nameSpan,
    })),
  ].filter(({ text }) => text.trim() !== '' && !text.includes('{{'));

/** Whether an operator fits a column, and whether the values of a condition can be values of it. */
export const checkValues = (condition: XmlElement, column: QueryColumn): readonly QueryFault[] => {
  const operator = attributeOf(condition, 'operator') ?? '';
  // `aggregate` makes a number of any column.
  if (operatorNamed(operator) === null || attributeOf(condition, 'aggregate') !== null) return [];
  const at = condition.attributes.find(({ name }) => name === 'operator')?.valueSpan ?? condition.nameSpan;
  return conditionFaults(operator, column, valuesOf(condition), operator, at);
};
