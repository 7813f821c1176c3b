import type { ParameterPlace, ParameterType } from './parameter.ts';

/** Why a value cannot be written. */
export type ValueProblem = 'missing' | 'not-of-type' | 'control-character';

const GUID = /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/i;
const NUMBER = /^-?\d{1,30}(?:\.\d{1,20})?$/;
const CHOICE = /^-?\d{1,10}$/;
const DATE =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,7})?)?(?:Z|[+-]\d{2}:\d{2})?)?$/i;

const fits = (type: ParameterType, value: string): string | null => {
  const text = value.trim();
  switch (type) {
    case 'text':
      return value;
    case 'number':
      return NUMBER.test(text) ? text : null;
    case 'choice':
      return CHOICE.test(text) ? text : null;
    case 'boolean':
      return text === 'true' || text === 'false' ? text : null;
    case 'date':
      return DATE.test(text) ? text.toUpperCase() : null;
    case 'guid':
      return GUID.exec(text)?.[1]?.toLowerCase() ?? null;
  }
};

/** What keeps a value from being written as its type; null when nothing does. */
export const valueProblem = (type: ParameterType, value: string): ValueProblem | null => {
  if (value === '') return 'missing';
  // No query has a use for them, and XML cannot hold most of them (W3C XML 1.0 section 2.2).
  if (/[\p{Cc}\uFFFE\uFFFF]/u.test(value)) return 'control-character';
  return fits(type, value) === null ? 'not-of-type' : null;
};

const XML: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Everything that could end a literal or an option is percent-encoded; quotes are doubled (OASIS OData 4.01 ABNF: SQUOTE-in-string). */
const inQuotes = (text: string): string => encodeURIComponent(text.replaceAll("'", "''"));
const inDoubleQuotes = (text: string): string =>
  encodeURIComponent(text.replaceAll(/["\\]/g, String.raw`\$&`)).replaceAll("'", '%27');

/** A value as it is written at a place; null where it does not fit its type. */
export const encodeValue = (
  place: ParameterPlace['place'],
  type: ParameterType,
  value: string,
): string | null => {
  if (valueProblem(type, value) !== null) return null;
  const text = fits(type, value)?.toWellFormed() ?? null;
  if (text === null) return null;
  switch (place) {
    case 'alias':
    case 'literal':
      return type === 'text' ? `'${inQuotes(text)}'` : encodeURIComponent(text);
    case 'quoted':
      return inQuotes(text);
    case 'double-quoted':
      return inDoubleQuotes(text);
    case 'whole':
      return /^\d{1,9}$/.test(text) ? text : null;
    case 'xml': {
      // Two-option columns are compared with 1 and 0 (Microsoft Learn: "Filter rows using FetchXml").
      const plain = type === 'boolean' ? (text === 'true' ? '1' : '0') : text;
      return plain.replaceAll(/[&<>"']/g, (character) => XML[character] ?? character);
    }
    case 'misplaced':
      return null;
  }
};
