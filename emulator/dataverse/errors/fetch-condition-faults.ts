import { ServiceFault } from './service-fault.ts';

/** A condition operator that FetchXML does not have (QueryBuilderInvalidConditionOperator; the text as clients have reported it). */
export const unknownOperator = (operator: string): ServiceFault =>
  new ServiceFault(400, '0x80041120', `Unknown Condition Operator: ${operator}`);

/** A condition whose operator does not fit its column (QueryBuilderBad_Condition). */
export const badCondition = (): ServiceFault =>
  new ServiceFault(400, '0x80041106', 'Incorrect filter condition or conditions.');

/** A condition with too few or too many values (InvalidArgument; the text, misspelt as it is, with the schema name of the column, as measured by the makers of XrmGhost). */
export const wrongValueCount = (
  operator: string,
  wanted: number,
  given: number,
  attribute: string,
): ServiceFault =>
  new ServiceFault(
    400,
    '0x80040203',
    `The ConditonOperator.${operator} requires ${wanted} value/s, not ${given}. Parameter Name: ${attribute}`,
  );

/** A list without values (InvalidArgument; the text, with the column's schema name and id, as clients have reported it). */
export const emptyList = (operator: string, attribute: string, id: string): ServiceFault =>
  new ServiceFault(
    400,
    '0x80040203',
    `The value passed for ConditionOperator.${operator} is empty. Attribute Name: ${attribute}, Attribute Id: ${id}`,
  );

/** A value that cannot be one of the column (InvalidArgument; the text as clients have reported it). */
export const unreadableValue = (
  value: string,
  attribute: string,
  type: string,
  reason: string,
): ServiceFault =>
  new ServiceFault(
    400,
    '0x80040203',
    `An exception System.FormatException was thrown while trying to convert input value '${value}' to attribute '${attribute}'. Expected type of attribute value: ${type}. Exception raised: ${reason}`,
  );

/** Columns of different types compared with `valueof` (InvalidArgument; the text as clients have reported it for values). */
export const typesDiffer = (attribute: string, wanted: string, given: string): ServiceFault =>
  new ServiceFault(
    400,
    '0x80040203',
    `Condition for attribute '${attribute}': expected argument(s) of type '${wanted}' but received '${given}'.`,
  );

/**
 * A time that no calendar has or that the service cannot reckon with (InvalidDateTime; with the value as FetchXMLBuilder's issues 1059 and
 * 1064 show it).
 */
export const timeOutOfRange = (value?: string): ServiceFault =>
  new ServiceFault(
    400,
    '0x80040239',
    `The date-time format ${value === undefined ? '' : `for ${value} `}is invalid, or value is outside the supported range.`,
  );

/** A hierarchical operator on a table without hierarchy (MissingHierarchicalRelationshipForOperator). */
export const noHierarchy = (table: string): ServiceFault =>
  new ServiceFault(
    400,
    '0x80047020',
    `This query uses a hierarchical operator, but the ${table} entity doesn't have a hierarchical relationship.`,
  );
