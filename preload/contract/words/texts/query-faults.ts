import type { FaultCode, QueryFault } from '../queries/query-fault.ts';

const hint = (instead: string): string => (instead === '' ? '' : ` Did you mean ${instead}?`);

const TEXTS: Readonly<Record<FaultCode, (value: string, instead: string) => string>> = {
  'unterminated-text': () =>
    "This text has no closing quote. Write '' for a quote inside it, and %26 for an & inside it.",
  'unexpected-character': (value) => `${value} cannot stand here.`,
  'unexpected-end': (_value, instead) => `The text ends too early: ${instead} is missing.`,
  expected: (value, instead) =>
    instead === '' ? `${value} cannot stand here.` : `Expected ${instead} instead of ${value}.`,
  'too-deep': () => 'This is longer or more deeply nested than any query that the service takes.',
  'unknown-option': (value, instead) =>
    `${value === '' ? 'An option without a name' : value} is no option of a query.${hint(instead)}`,
  'option-refused': (value) =>
    value.toLowerCase() === '$skip'
      ? 'Dataverse refuses $skip. Pages are followed for you up to the row limit.'
      : `Dataverse does not support ${value}.`,
  'option-twice': (value) => `${value} stands here twice.`,
  'option-empty': (value) => `${value} has no value.`,
  'option-case': (value, instead) => `Write ${instead} instead of ${value}.`,
  'not-a-number': (value) => `${value} is no whole number from 0.`,
  'operator-refused': (value, instead) =>
    instead === ''
      ? `Dataverse does not support ${value} in a filter.`
      : `Dataverse does not support ${value} in a filter. Use ${instead}(PropertyName='…',PropertyValues=['…']).`,
  'function-refused': (value, instead) =>
    `Dataverse does not support the function ${value} in a filter.${hint(instead)}`,
  'alias-missing': (value) => `${value} has no value: add &${value}=… to the query.`,
  'alias-in-expand': (value) => `${value} cannot be used inside $expand. Write the value itself.`,
  'expand-option-refused': (value) => `${value} cannot stand inside $expand.`,
  'expand-one-option': (value) => `${value} cannot stand here: a lookup brings one row.`,
  'expand-nested-option': (value) => `${value} cannot be used beside an $expand inside $expand.`,
  'expand-reference': (value) => `/$ref is for lookups only, and ${value} is a list.`,
  'too-many-expands': (_value, instead) => `A query can have at most ${instead} $expand.`,
  'order-by-aggregate': (value) => `Dataverse cannot order by ${value}: it is calculated by $apply.`,
  'types-differ': (value, instead) => `${value} is ${instead}: it cannot be compared with this value.`,
  'double-quotes': (value) =>
    `Write '${value}' between single quotes: double ones are for the texts of a list.`,
  'list-needed': (value, instead) =>
    `${value} asks about a list of rows, and this is a lookup to one row: write ${instead}.`,
  'beside-apply': (value) => `$apply says which columns come: ${value} beside it has nothing to choose from.`,
  'aggregate-type': (value, instead) => `${value} is for numbers, and ${instead} is none.`,
  'not-yes-or-no': (value) => `${value} is no condition: it is neither true nor false.`,
  'function-arguments': (value, instead) => `${value} needs ${instead}.`,
  'path-through-many': (value) => `${value} is a list of rows. Use ${value}/any(o:…).`,
  'list-behind-lookup': (value) =>
    `${value} is a list behind a lookup, which Dataverse does not ask about: only lists of the table itself.`,
  'order-behind-lookup': (value, instead) =>
    `Dataverse is not documented to order by ${value}, and has been seen to fail on it.${instead === '' ? ' FetchXML can.' : ` ${instead} sorts by the same name.`}`,
  'select-path': (value) => `Columns behind ${value} come by $expand=${value}($select=…).`,
  'group-by-date': (value) =>
    `Dataverse cannot group by the date ${value} in OData. FetchXML can, by dategrouping.`,
  'top-too-large': (_value, instead) =>
    `At most ${Number(instead).toLocaleString('en')} rows come in one answer.`,
  'placeholder-misplaced': (value) =>
    `${value} cannot stand here: a placeholder stands for a value, such as what a column is compared with.`,
  'xml-name': () => 'A < must be followed by the name of an element. Write &lt; for the character itself.',
  'xml-unclosed': (value, instead) => `${value} is not closed: ${instead} is missing.`,
  'xml-end-tag': (value, instead) =>
    instead === '' ? `${value} closes nothing.` : `Expected ${instead} instead of ${value}.`,
  'xml-attribute': (value, instead) =>
    instead === ''
      ? `${value} cannot stand here: an attribute is written name="value".`
      : `Expected ${instead}.`,
  'xml-attribute-twice': (value) => `The attribute ${value} stands here twice.`,
  'xml-reference': (value, instead) => `${value} is no XML reference. Write ${instead} for an &.`,
  'xml-declaration': () => 'A document type or processing instruction cannot stand in FetchXML.',
  'xml-text': (value) => `The text ${value} cannot stand here.`,
  'xml-root': (value) => `${value} stands behind the end of the query.`,
  'element-unknown': (value, instead) => `FetchXML has no element ${value}.${hint(instead)}`,
  'element-misplaced': (value, instead) =>
    instead === ''
      ? `FetchXML begins with fetch, not with ${value}.`
      : `${value} cannot stand inside ${instead}.`,
  'element-twice': (value, instead) => `${instead} can have only one ${value}.`,
  'element-missing': (value, instead) =>
    value === '' ? `The element ${instead} is missing.` : `${value} needs an element ${instead}.`,
  'attribute-unknown': (value, instead) => `There is no attribute ${value} here.${hint(instead)}`,
  'attribute-missing': (value, instead) => `${value} needs the attribute ${instead}.`,
  'attribute-value': (value, instead) =>
    `${value === '' ? 'An empty value' : value} cannot stand here. Possible: ${instead}.`,
  'operator-unknown': (value, instead) => `FetchXML has no operator ${value}.${hint(instead)}`,
  'operator-values': (value, instead) => `The operator ${value} needs ${instead}.`,
  'operator-no-value': (value) => `The operator ${value} takes no value.`,
  'operator-type': (value, instead) => `The operator ${value} does not fit ${instead}.`,
  'top-with-paging': (value) => `${value} cannot be used together with top.`,
  'aggregate-needed': (value) => `${value} needs aggregate="true" on fetch.`,
  'alias-needed': (value) => `${value} needs an alias: an aggregated or grouped column is named by it.`,
  'alias-twice': (value) => `The alias ${value} is used twice.`,
  'all-attributes-aggregate': () => 'An aggregate names its columns: all-attributes cannot stand in it.',
  'link-columns-refused': (value) => `A link of type ${value} returns no columns.`,
  'link-type-misplaced': (value, instead) =>
    instead === 'filter'
      ? `A link of type ${value} stands inside a filter.`
      : `Inside a filter a link is of type ${instead}.`,
  'too-many-conditions': (_value, instead) => `A query can have at most ${instead} conditions.`,
  'too-many-links': (_value, instead) => `A query can have at most ${instead} links.`,
  'no-lock-needless': () => 'no-lock is no longer necessary: it changes nothing.',
  'table-unknown': (value, instead) => `The environment has no table ${value}.${hint(instead)}`,
  'column-unknown': (value, instead) => `The table has no column ${value}.${hint(instead)}`,
  'navigation-unknown': (value, instead) => `The table has no navigation property ${value}.${hint(instead)}`,
  'owner-column': (value) =>
    `ownerid leads to a person or a team, of which OData tells the ID alone. Take ${value} of owninguser or owningteam.`,
  'lookup-spelling': (value, instead) => `${value} is a lookup: write ${instead} to read or compare its ID.`,
  'choice-unknown': (value, instead) => `${value} is none of the choices: ${instead}.`,
  'column-secured': (value) =>
    `${value} is secured: it reads as empty for apps without a column security profile that allows it.`,
};

/** What a fault says to people. */
export const queryFaultText = ({ code, instead, value }: QueryFault): string => TEXTS[code](value, instead);
