import { ServiceFault } from './service-fault.ts';

/** A count of days, weeks and the like that is zero or less (QueryBuilderValue_GreaterThanZero). */
export const notGreaterThanZero = (): ServiceFault =>
  new ServiceFault(400, '0x8004110c', 'A value greater than zero must be specified.');

/** A value that its column cannot hold, such as a date that is none (QueryBuilderInvalidAttributeValue). */
export const invalidQueryValue = (): ServiceFault =>
  new ServiceFault(400, '0x80041139', 'The attribute value provided is invalid.');

/** More or fewer values than a condition takes (unManagedinvalidargumentsforcondition). */
export const wrongValueCount = (): ServiceFault =>
  new ServiceFault(400, '0x800404b7', 'An invalid number of arguments was supplied to a condition.');

/** A function on a column of a type that it cannot be asked about (QueryBuilderBad_Condition). */
export const badColumnType = (): ServiceFault =>
  new ServiceFault(400, '0x80041106', 'Incorrect filter condition or conditions.');

/** Rows grouped by a date or time (QueryBuilderInvalidDateGrouping; Learn: "Aggregate data using OData"). */
export const invalidDateGrouping = (): ServiceFault =>
  new ServiceFault(400, '0x80041135', 'An invalid value was specified for dategrouping.');

/** Rows sorted or grouped by a column that holds several choices (AttributeTypeNotSupportedForGroupByOrderByQuery). */
export const choicesNotSorted = (): ServiceFault =>
  new ServiceFault(
    400,
    '0x80050224',
    'GroupBy or OrderBy Query is not supported for MultiSelectPickList Attribute Type.',
  );

/** More joins than a query may have (TooManyLinkEntitiesInQuery). */
export const tooManyLinks = (): ServiceFault =>
  new ServiceFault(400, '0x8004430d', 'Number of link entities in query exceeded maximum limit.');

/** More conditions than a query may have (TooManyConditionsInQuery). */
export const tooManyConditions = (): ServiceFault =>
  new ServiceFault(400, '0x8004430c', 'Number of conditions in query exceeded maximum limit.');

/** A table whose rows form no hierarchy (MissingHierarchicalRelationshipForOperator). */
export const noHierarchy = (table: string): ServiceFault =>
  new ServiceFault(
    400,
    '0x80047020',
    `This query uses a hierarchical operator, but the ${table} entity doesn't have a hierarchical relationship.`,
  );

/** Full-text search in a column that is not indexed for it (QueryBuilderInvalidConditionOperator). */
export const noFullText = (): ServiceFault =>
  new ServiceFault(400, '0x80041120', 'Unknown Condition Operator: Contains. FetchXml does not support it');

/** A part of the grammar that the service reads but does not evaluate (CrmHttpError, as several clients saw it of `in`; Learn tells the text alone, "Aggregate data using OData"). */
export const nodeNotSupported = (node: string): ServiceFault =>
  new ServiceFault(501, '0x8006088a', `The query node ${node} is not supported`);

/** `not` before a query function (text: Learn, "Filter rows using Web API functions", limitations of query functions; code and status as clients have reported them). */
export const queryFunctionNegated = (): ServiceFault =>
  new ServiceFault(
    405,
    '0x80060888',
    'Not operator along with the Custom Named Condition operators is not allowed',
  );

/** A hierarchy that is asked for by another column than the key. */
export const notAKey = (column: string): ServiceFault =>
  new ServiceFault(400, '0x80040203', `${column} is NOT a primary key`);
