import { ServiceFault } from './service-fault.ts';

/** A column of an aggregate query that is neither a group nor aggregated (QueryBuilderAttribute_With_Aggregate; the text as clients have reported it). */
export const plainInAggregate = (source: string): ServiceFault =>
  new ServiceFault(
    400,
    '0x80041107',
    `An attribute can not be requested when an aggregate operation has been specified and its neither groupby not aggregate.  NodeXml : ${source}`,
  );

/** A column of an aggregate query without an alias (QueryBuilderInvalid_Alias). */
export const aliasRequired = (): ServiceFault =>
  new ServiceFault(400, '0x80041109', 'Invalid alias for aggregate operation.');

/** An aggregate, or a group, in a query that is none (QueryBuilderDeserializeInvalidAggregate). */
export const aggregateNotAsked = (): ServiceFault =>
  new ServiceFault(400, '0x8004111a', 'An error occurred while processing Aggregates in Query');

/** A column that is a group and aggregated at once (QueryBuilderAttributeCannotBeGroupByAndAggregate). */
export const groupAndAggregate = (): ServiceFault =>
  new ServiceFault(400, '0x80041137', 'An attribute can either be an aggregate or a Group By but not both');

/** An aggregate that the column's type does not allow (QueryBuilderInvalidAggregateAttribute). */
export const invalidAggregate = (aggregate: string, type: string): ServiceFault =>
  new ServiceFault(
    400,
    '0x8004112f',
    `Aggregate ${aggregate} is not supported for attribute of type ${type}.`,
  );

/** A part of a date that does not exist, or of a column that holds no date (QueryBuilderInvalidDateGrouping). */
export const invalidDateGrouping = (): ServiceFault =>
  new ServiceFault(400, '0x80041135', 'An invalid value was specified for dategrouping.');

/** `no-attrs` in a query for distinct rows (QueryBuilderNoAttrsDistinctConflict). */
export const noColumnsDistinct = (): ServiceFault =>
  new ServiceFault(
    400,
    '0x8004112c',
    'The no-attrs tag cannot be used in conjuction with Distinct set to true.',
  );

/** An order that names what its query sorts by nothing of: codes by kind of query and what is wrong with the order. */
const orders = {
  'aggregate by attribute': [
    '0x80041131',
    'An attribute cannot be specified for an order clause for an aggregate Query. Use an alias.',
  ],
  'plain by alias': [
    '0x80041132',
    'An alias cannot be specified for an order clause for a non-aggregate Query. Use an attribute.',
  ],
  'plain by nothing': [
    '0x80041133',
    'An attribute is required for an order clause for a non-aggregate Query.',
  ],
  'aggregate by nothing': ['0x80041134', 'An alias is required for an order clause for an aggregate Query.'],
} as const;

/** An order that does not fit its query (QueryBuilderAttributeNotAllowedForAggregateOrderBy and its like). */
export const wrongOrder = (what: keyof typeof orders): ServiceFault =>
  new ServiceFault(400, orders[what][0], orders[what][1]);

/** More rows than an aggregate may go through (AggregateQueryRecordLimitExceeded; Learn: "Aggregate data using FetchXml", limitations). */
export const aggregateLimit = (): ServiceFault =>
  new ServiceFault(400, '0x8004e023', 'AggregateQueryRecordLimit exceeded. Cannot perform this operation.');

/** Groups of audit rows that are to be sorted (text: Sql4Cds, issue 300; the code is that of what such storage cannot do, Learn: "Use elastic tables"). */
export const groupsNotSorted = (): ServiceFault =>
  new ServiceFault(400, '0x80048d0b', 'Order by is not supported with group by');
