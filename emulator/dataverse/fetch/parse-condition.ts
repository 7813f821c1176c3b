import { badCondition, unknownOperator } from '../errors/fetch-condition-faults.ts';
import { invalidNode } from '../errors/fetch-faults.ts';
import type { FetchElement } from './fetch-element.ts';
import type { FetchCondition } from './fetch-query.ts';
import { operatorNamed } from './operators.ts';
import { refuseChildren } from './parse-attribute.ts';
import { required } from './read-attributes.ts';

/** Operators that compare two columns (Learn: "Filter rows using FetchXml", limitations on column comparison filters). */
const comparing = new Set(['eq', 'ne', 'neq', 'gt', 'ge', 'lt', 'le']);

/** Reads one condition; what only people read (`uiname`, `uitype`, `uihidden`) is passed over. */
export function readCondition(element: FetchElement): FetchCondition {
  const inner = element.children.map((child) => {
    if (child.name !== 'value') throw invalidNode(['value'], child.name, child.source);
    refuseChildren(child);
    return child.text;
  });
  const attribute = required(element, 'attribute');
  const name = required(element, 'operator');
  const operator = operatorNamed(name);
  if (operator === null) throw unknownOperator(name);
  const value = element.attributes.get('value');
  // Beside an operator that takes no value it says nothing (FetchXMLBuilder, issue 670: such a query works).
  const valueOf = operator.values === 'none' ? '' : (element.attributes.get('valueof') ?? '');
  // A list takes its values from elements alone: `operator="in" value="…"` is one without any, as public code has found out with the service.
  // Tools leave an empty value beside the elements of others.
  const isList = operator.kind === 'list' && operator.values === 'some';
  const values =
    value === undefined || isList || (value === '' && inner.length > 0) ? inner : [value, ...inner];
  const entity = element.attributes.get('entityname') ?? '';
  if (valueOf !== '' && (!comparing.has(operator.name) || values.length > 0)) throw badCondition();
  return {
    kind: 'condition',
    attribute,
    operator,
    // Views carry an empty value beside operators that take none; the service does not mind.
    values: operator.values === 'none' ? [] : values,
    valueOf: valueOf === '' ? null : valueOf,
    entity: entity === '' ? null : entity,
  };
}
