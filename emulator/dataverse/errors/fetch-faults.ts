import { ServiceFault } from './service-fault.ts';

/** The value of `fetchXml` is empty (InvalidArgument). */
export const emptyFetch = (): ServiceFault =>
  new ServiceFault(400, '0x80040203', 'Expected non-empty string.');

/** A text that is no XML (InvalidXml). */
export const invalidXml = (): ServiceFault => new ServiceFault(400, '0x80040201', 'Invalid XML.');

/** No `<entity name="…">` inside the one `<fetch>` (QueryBuilderNoEntity; the text as clients have reported it). */
export const entityNotNamed = (): ServiceFault =>
  new ServiceFault(400, '0x80041102', 'Entity Name was not specified in FetchXml String.');

/** An element that FetchXML does not have at that place (QueryBuilderDeserializeInvalidNode; the text as clients have reported it). */
export const invalidNode = (valid: readonly string[], name: string, source: string): ServiceFault =>
  new ServiceFault(
    400,
    '0x8004111c',
    valid.length === 0
      ? `The element node encountered is invalid. NodeName = ${name} NodeXml = ${source.slice(0, 1000)}`
      : `Invalid Child Node, valid nodes are ${valid.join(', ')}. NodeName = ${name} NodeXml = ${source.slice(0, 1000)}`,
  );

/** An attribute that must be there (QueryBuilderAttributeNotFound). */
export const requiredMissing = (): ServiceFault =>
  new ServiceFault(400, '0x8004111e', 'A required attribute was not specified.');

/** The codes of attributes that say yes or no; the others share one (QueryBuilderInvalidAttributeValue). */
const flagCodes: Readonly<Record<string, string>> = {
  aggregate: '0x8004111a',
  descending: '0x80041119',
  distinct: '0x80041115',
  groupby: '0x8004112e',
  isquickfindfields: '0x80041138',
  'min-active-row-version': '0x8004111b',
  'no-lock': '0x80041118',
  useraworderby: '0x800410fd',
};

/** What texts call attributes by another name than FetchXML has. */
const flagNames: Readonly<Record<string, string>> = { 'min-active-row-version': 'GetMinActiveRowVersion' };

/**
 * An attribute that says neither yes nor no (QueryBuilderDeserializeInvalidDistinct and its like; that of `aggregate` has a text of its
 * own, that of attributes without a code of their own is ours).
 */
export const invalidFlag = (attribute: string): ServiceFault =>
  new ServiceFault(
    400,
    flagCodes[attribute] ?? '0x80041139',
    attribute === 'aggregate'
      ? 'An error occurred while processing Aggregates in Query'
      : `The only valid values for ${flagNames[attribute] ?? attribute} attribute are 'true', 'false', '1', and '0'.`,
  );

/** An attribute with a value that it does not take (QueryBuilderInvalidAttributeValue). */
export const invalidAttribute = (): ServiceFault =>
  new ServiceFault(400, '0x80041139', 'The attribute value provided is invalid.');

/** An attribute that FetchXML does not have, where the environment is strict about them (NoncompliantXml). */
export const unknownAttribute = (element: string, attribute: string): ServiceFault =>
  new ServiceFault(
    400,
    '0x80048425',
    `The input XML does not comply with the XML schema. The '${attribute}' attribute is not declared for '${element}'.`,
  );

/** `mapping` is neither `logical` nor `internal` (QueryBuilderDeserializeInvalidMapping). */
export const invalidMapping = (): ServiceFault =>
  new ServiceFault(
    400,
    '0x80041116',
    "The only valid values for mapping are 'logical' or 'internal' which is deprecated.",
  );

/** `utc-offset` is no number (QueryBuilderDeserializeInvalidUtcOffset). */
export const invalidOffset = (): ServiceFault =>
  new ServiceFault(400, '0x8004111d', 'The utc-offset attribute is not supported for deserialization.');

/** A number that no table of the environment has (QueryBuilderNoEntity; the text as clients have reported it). */
export const typeCodeNotFound = (code: string): ServiceFault =>
  new ServiceFault(
    400,
    '0x80041102',
    `The entity with ObjectTypeCode = ${code} was not found in the MetadataCache.`,
  );

/** A table that the environment does not have (QueryBuilderNoEntity; status as clients of functions and filters have reported it). */
export const entityNotFound = (name: string): ServiceFault =>
  new ServiceFault(
    400,
    '0x80041102',
    `The entity with a name = '${name}' with namemapping = 'Logical' was not found in the MetadataCache.`,
  );

/** A column that the table does not have (QueryBuilderNoAttribute). */
export const attributeNotFound = (table: string, name: string): ServiceFault =>
  new ServiceFault(
    400,
    '0x80041103',
    `'${table}' entity doesn't contain attribute with Name = '${name}' and NameMapping = 'Logical' (look up attribute by name is case-sensitive).`,
  );

/** The set in the address and the table of the query differ (QueryBuilderEntitiesDontMatch). */
export const entitiesDiffer = (): ServiceFault =>
  new ServiceFault(
    400,
    '0x80041128',
    'The entity name specified in fetchxml does not match the entity name specified in the Entity or Query Expression.',
  );

/** A filter type that is neither `and` nor `or` (QueryBuilderInvalidFilterType). */
export const invalidFilterType = (): ServiceFault =>
  new ServiceFault(400, '0x80041122', "Unsupported filter type. Valid values are 'and', or 'or'.");

/** A `link-type` that FetchXML does not have (QueryBuilderDeserializeInvalidLinkType, whose text is older than the other types). */
export const unknownLinkType = (): ServiceFault =>
  new ServiceFault(
    400,
    '0x80041117',
    "The only valid values for link-type attribute are 'natural', 'inner', and 'outer'.",
  );

/** A `link-type` that does not fit its place or its columns (QueryBuilderInvalidJoinOperator; that it is this code is ours). */
export const invalidLinkType = (): ServiceFault =>
  new ServiceFault(400, '0x80041121', 'Unsupported join operator.');

/** A link that leaves out columns which no relationship tells (Learn: "link-entity element", using from and to attributes). */
export const noRelationship = (parent: string, table: string): ServiceFault =>
  new ServiceFault(
    400,
    '0x80041102',
    `No system many-to-many relationship exists between ${parent} and ${table}.  If attempting to link through a custom many-to-many relationship ensure that you provide the from and to attributes.`,
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

/** An alias with a character that none may have (QueryBuilderInvalid_Alias; the text as clients have reported it). */
export const invalidAlias = (alias: string): ServiceFault =>
  new ServiceFault(
    400,
    '0x80041109',
    `Invalid character specified for alias: ${alias}. Only characters within the ranges [A-Z], [a-z] or [0-9] or _ are allowed.  The first character may only be in the ranges [A-Z], [a-z] or _.`,
  );

/** A column of a link that only asks whether rows are there (Learn: "link-entity element": such links return no columns). */
export const columnsOfTest = (linkType: string): ServiceFault =>
  new ServiceFault(
    400,
    '0x80041139',
    `The attribute value provided is invalid. Columns cannot be returned from a link-entity with link-type '${linkType}'.`,
  );
