import type { Span } from '../query-fault.ts';
import type { QueryColumn } from '../tables.ts';

/** What the value of a parameter can be. */
export const PARAMETER_TYPES = ['text', 'number', 'date', 'guid', 'boolean', 'choice'] as const;
export type ParameterType = (typeof PARAMETER_TYPES)[number];

/** Bounds of the contract: parameters of a query, and characters of a value. */
export const MOST_PARAMETERS = 50;
export const LONGEST_VALUE = 4000;

/** A value that a person gave, with the type that it is written as. */
export type ParameterValue = {
  readonly name: string;
  readonly type: ParameterType;
  readonly value: string;
};

/** A parameter that a query asks for. */
export type QueryParameter = {
  readonly name: string;
  /** As it stands in the text: `@name` or `{{name}}`. */
  readonly written: string;
  /** Told by the column that it is compared with; null where nothing tells it. */
  readonly type: ParameterType | null;
  readonly options: QueryColumn['options'];
};

/** One place in a text where a value goes, and what stands around it there. */
export type ParameterPlace = Span & {
  readonly name: string;
  readonly written: string;
  readonly place:
    /** OData: `@name` without a value of its own; the value is added as an option. */
    | 'alias'
    /** OData: a whole literal. */
    | 'literal'
    /** OData: inside single or double quotes. */
    | 'quoted'
    | 'double-quoted'
    /** OData: after `$top=`. */
    | 'whole'
    /** FetchXML: in the value of an attribute or the text of an element. */
    | 'xml'
    /** Where no value can stand. */
    | 'misplaced';
  readonly type: ParameterType | null;
  readonly options: QueryColumn['options'];
};

/** `{{name}}`. */
export const PLACEHOLDER = /\{\{([\p{L}_][\p{L}\p{N}_]{0,59})\}\}/gu;

/** Whether a value is one placeholder and nothing else. */
export const isPlaceholder = (value: string): boolean =>
  /^\{\{[\p{L}_][\p{L}\p{N}_]{0,59}\}\}$/u.test(value.trim());

/** What values of a column are (Microsoft Learn: "AttributeTypeCode EnumType"); null where it says nothing. */
export const typeOfColumn = ({ options, type }: QueryColumn): ParameterType | null => {
  switch (type) {
    case 'String':
    case 'Memo':
    case 'EntityName':
      return 'text';
    case 'Boolean':
      return 'boolean';
    case 'Uniqueidentifier':
    case 'Lookup':
    case 'Customer':
    case 'Owner':
      return 'guid';
    case 'DateTime':
      return 'date';
    case 'Integer':
    case 'BigInt':
    case 'Decimal':
    case 'Double':
    case 'Money':
      return 'number';
    case 'Picklist':
    case 'State':
    case 'Status':
      return options.length > 0 ? 'choice' : 'number';
    default:
      return options.length > 0 ? 'choice' : null;
  }
};
