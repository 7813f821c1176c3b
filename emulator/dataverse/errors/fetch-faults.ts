import { ServiceFault } from './service-fault.ts';

/** A FetchXML text that is no XML (InvalidFetchXml). */
export const malformedFetch = (): ServiceFault => new ServiceFault(400, '0x80040303', 'Malformed FetchXml.');

/** An element that FetchXML does not have at that place (QueryBuilderDeserializeInvalidNode). */
export const invalidNode = (name: string): ServiceFault =>
  new ServiceFault(400, '0x8004111c', `The element node encountered is invalid: '${name}'.`);

/** An element or attribute that must be there (QueryBuilderElementNotFound, QueryBuilderAttributeNotFound). */
export const requiredMissing = (what: 'element' | 'attribute'): ServiceFault =>
  what === 'element'
    ? new ServiceFault(400, '0x80041123', 'A required element was not specified.')
    : new ServiceFault(400, '0x8004111e', 'A required attribute was not specified.');

/** A table that the environment does not have (QueryBuilderNoEntity). */
export const entityNotFound = (name: string): ServiceFault =>
  new ServiceFault(
    404,
    '0x80041102',
    `The entity with a name = '${name}' with namemapping = 'Logical' was not found in the MetadataCache.`,
  );

/** A column that the table does not have (QueryBuilderNoAttribute). */
export const attributeNotFound = (table: string, name: string): ServiceFault =>
  new ServiceFault(
    400,
    '0x80041103',
    `'${table}' entity doesn't contain attribute with Name = '${name}' and NameMapping = 'Logical'.`,
  );

/** The set in the address and the table of the query differ (QueryBuilderEntitiesDontMatch). */
export const entitiesDiffer = (): ServiceFault =>
  new ServiceFault(
    400,
    '0x80041128',
    'The entity name specified in fetchxml does not match the entity name specified in the Entity or Query Expression.',
  );

/** `top` beside an attribute of paging (InvalidArgument; the text as clients have reported it). */
export const topWithPaging = (attribute: string): ServiceFault =>
  new ServiceFault(
    400,
    '0x80040203',
    `The top attribute can't be specified with paging attribute ${attribute}`,
  );

/** A number that has to be greater than zero (QueryBuilderValue_GreaterThanZero). */
export const notPositive = (): ServiceFault =>
  new ServiceFault(400, '0x8004110c', 'A value greater than zero must be specified.');

/** A filter type, join or condition operator that FetchXML does not have. */
export const unsupported = (what: 'filter' | 'join' | 'operator'): ServiceFault => {
  if (what === 'filter')
    return new ServiceFault(400, '0x80041122', "Unsupported filter type. Valid values are 'and', or 'or'.");
  return what === 'join'
    ? new ServiceFault(400, '0x80041121', 'Unsupported join operator.')
    : new ServiceFault(400, '0x80041120', 'Unsupported condition operator.');
};

/** A condition whose values do not fit its operator or column (QueryBuilderBad_Condition). */
export const badCondition = (): ServiceFault =>
  new ServiceFault(400, '0x80041106', 'Incorrect filter condition or conditions.');

/** `from` without `to`, or the other way round (QueryBuilderAttributePairMismatch). */
export const pairMismatch = (): ServiceFault =>
  new ServiceFault(
    400,
    '0x80041111',
    'AttributeFrom and AttributeTo must be either both specified or both omitted.',
  );

/** An alias that no link of the query has (QueryBuilderAlias_Does_Not_Exist). */
export const aliasNotFound = (): ServiceFault =>
  new ServiceFault(
    400,
    '0x8004110a',
    'The specified alias for the given entity in the condition does not exist.',
  );

/** Two columns or links with one alias (QueryBuilderDuplicateAlias). */
export const duplicateAlias = (): ServiceFault =>
  new ServiceFault(400, '0x80041130', 'FetchXML should have unique aliases.');

/** A plain column in an aggregate query (QueryBuilderAttribute_With_Aggregate). */
export const plainInAggregate = (): ServiceFault =>
  new ServiceFault(
    400,
    '0x80041107',
    'Attributes can not be returned when aggregate operation is specified.',
  );

/** An aggregate that the column's type does not allow (QueryBuilderInvalidAggregateAttribute). */
export const invalidAggregate = (aggregate: string, type: string): ServiceFault =>
  new ServiceFault(
    400,
    '0x8004112f',
    `Aggregate ${aggregate} is not supported for attribute of type ${type}.`,
  );

/** An order by column in an aggregate query, or by alias in another one. */
export const wrongOrder = (aggregate: boolean): ServiceFault =>
  aggregate
    ? new ServiceFault(
        400,
        '0x80041131',
        'An attribute cannot be specified for an order clause for an aggregate Query. Use an alias.',
      )
    : new ServiceFault(
        400,
        '0x80041132',
        'An alias cannot be specified for an order clause for a non-aggregate Query. Use an attribute.',
      );

/** More rows than an aggregate may go through (AggregateQueryRecordLimitExceeded; Learn: "Aggregate data using FetchXml"). */
export const aggregateLimit = (): ServiceFault =>
  new ServiceFault(400, '0x8004e023', 'The maximum record limit is exceeded. Reduce the number of records.');

/** A cookie that is none (QueryBuilderInvalidPagingCookie). */
export const invalidCookie = (): ServiceFault =>
  new ServiceFault(400, '0x8004112a', 'Invalid page number in paging cookie.');

/** A high page asked for without a cookie (OverRetrievalUpperLimitWithoutPagingCookie; Learn: "Page results using FetchXml", simple paging ends at 50,000 rows). */
export const cookieRequired = (): ServiceFault =>
  new ServiceFault(
    400,
    '0x8004430a',
    'Over upper limit of records that can be requested without a paging cookie. A paging cookie is required when retrieving a high page number.',
  );
