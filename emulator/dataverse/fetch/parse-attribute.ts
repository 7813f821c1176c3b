import {
  aggregateNotAsked,
  aliasRequired,
  groupAndAggregate,
  invalidDateGrouping,
  plainInAggregate,
} from '../errors/fetch-aggregate-faults.ts';
import { invalidAttribute, invalidNode } from '../errors/fetch-faults.ts';
import type { FetchElement } from './fetch-element.ts';
import { aggregateFunctions, dateParts, type FetchAttribute } from './fetch-query.ts';
import { aliasOf, flag, oneOf, required } from './read-attributes.ts';

/** Refuses elements inside an element that has none. */
export function refuseChildren(element: FetchElement): void {
  const [child] = element.children;
  if (child !== undefined) throw invalidNode([], child.name, child.source);
}

/** Reads a column that is asked for; whether it may be there depends on whether the query aggregates. */
export function readAttribute(element: FetchElement, aggregates: boolean): FetchAttribute {
  refuseChildren(element);
  const attribute: FetchAttribute = {
    name: required(element, 'name'),
    alias: aliasOf(element),
    aggregate: oneOf(element, 'aggregate', aggregateFunctions, aggregateNotAsked),
    groupBy: flag(element, 'groupby'),
    distinct: flag(element, 'distinct'),
    datePart: oneOf(element, 'dategrouping', dateParts, invalidDateGrouping),
    userTimeZone: flag(element, 'usertimezone', true),
    // The schema spells it in small letters, the documentation does not.
    countsChildren:
      oneOf(element, 'rowaggregate', ['CountChildren', 'countchildren'], invalidAttribute) !== null,
  };
  if (!aggregates) {
    if (attribute.aggregate !== null || attribute.groupBy || attribute.datePart !== null)
      throw aggregateNotAsked();
    return attribute;
  }
  if (attribute.aggregate !== null && attribute.groupBy) throw groupAndAggregate();
  if (attribute.aggregate === null && !attribute.groupBy) throw plainInAggregate(element.source);
  if (attribute.alias === null) throw aliasRequired();
  if (attribute.datePart !== null && !attribute.groupBy) throw invalidDateGrouping();
  return attribute;
}
