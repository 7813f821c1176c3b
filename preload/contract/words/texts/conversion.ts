import type { ConversionNote, ConversionReason, Told } from '../queries/convert/conversion.ts';

const REASONS: Readonly<Record<ConversionReason, (value: string) => string>> = {
  'has-faults': () => 'The query has faults. Correct what is marked first.',
  'tables-needed': (value) =>
    `The columns of ${value} are not known. Choose an environment whose tables can be read.`,
  'table-unknown': (value) => `The environment has no table ${value}.`,
  'column-unknown': (value) => `The environment has no column ${value}.`,
  'value-unreadable': (value) => `${value} is no value of this column’s type.`,
  'shown-column': (value) =>
    `${value} shows another column in words. OData has these as its formatted value, and cannot ask for them.`,
  'owner-row': () =>
    'ownerid leads to a person or a team, which are two tables. Use owninguser or owningteam.',
  paging: (value) =>
    `${value} asks for a page of its own. OData pages are reached only through the link of the page before.`,
  'fetch-option': (value) => `OData has no option that does what ${value} does.`,
  distinct: () =>
    'distinct leaves out rows that are alike. OData returns every row, unless the primary key is among the columns.',
  'column-alias': (value) => `OData cannot name a column ${value}.`,
  'rows-per-child': (value) =>
    `The join repeats a row for each of its rows of ${value}. OData returns a row once, with a list inside. Use distinct, or a link of type any inside a filter, when only one is wanted.`,
  'no-relationship': (value) =>
    `There is no relationship ${value} over these columns. OData can only follow relationships.`,
  'outer-filter': (value) =>
    `A filter inside an outer join empties the columns of ${value} and keeps the row. OData cannot filter an expanded single row.`,
  'link-order': () =>
    'The order of FetchXML between the columns of a table and of its links cannot be said in OData.',
  'order-of-choices': (value) =>
    `FetchXML sorts ${value} by its labels, OData by its numbers: other rows would be the first ones. useraworderby="true" sorts by number, too.`,
  'link-twice': (value) => `${value} is joined twice over the same lookup, which OData cannot expand twice.`,
  'link-type': (value) => `A link of type ${value} cannot be said here in OData.`,
  'list-behind-lookup': (value) =>
    `${value} is a list behind a lookup. The Web API asks about lists of the first table alone.`,
  'intersect-column': (value) =>
    `${value} is a column of the relationship itself, which OData goes past: it asks about the rows on the other side.`,
  'order-behind-lookup': (value) =>
    `The Web API orders by columns of the table alone, by a lookup as its name: ${value} stands behind a lookup.`,
  'condition-on-alias': (value) =>
    `A condition on ${value} cannot be said in OData: it is not reached over lookups, or stands in another table.`,
  'function-on-link': (value) => `${value} works in OData only on columns of the first table.`,
  'like-pattern': (value) =>
    `The pattern ${value} has wildcards in its middle. OData has contains, startswith and endswith only.`,
  operator: (value) => `OData has nothing for the operator ${value}.`,
  'date-grouping': (value) => `${value} is grouped by a part of its date, which OData does not offer here.`,
  aggregate: (value) => `OData has no aggregate like ${value}.`,
  'aggregate-link': (value) => `An aggregate over the link ${value} cannot be said in OData.`,
  'aggregate-order': (value) => `Dataverse cannot order by ${value} in OData: it is calculated.`,
  having: (value) => `A condition on an aggregate (${value}) cannot be said in OData.`,
  path: (value) => `${value} is no table: FetchXML reads rows of a table only.`,
  'expand-many': (value) => `${value} is a list inside a row. FetchXML would repeat the row for each entry.`,
  'expand-option': (value) => `${value} inside $expand cannot be said in FetchXML.`,
  'filter-expression': (value) => `FetchXML has no condition for ${value}.`,
  negation: (value) => `FetchXML has no not for ${value}.`,
  'order-on-link': (value) => `The order by ${value} beside other columns cannot be said in FetchXML.`,
  'order-mixed': (value) =>
    `OData sorts choices by number and lookups by name; FetchXML does one or the other for all columns (${value}).`,
  'select-path': (value) => `${value} is no column.`,
  'apply-step': (value) => `${value} in $apply cannot be said in FetchXML.`,
  'saved-query': (value) => `${value} names a saved query, which is not known here.`,
  'top-too-large': () => 'FetchXML takes 5,000 rows by top at most; without top, pages follow.',
  'count-with-top': () => 'FetchXML cannot count all rows and limit them by top at once.',
};

const NOTES: Readonly<Record<ConversionNote, (value: string) => string>> = {
  'page-size': () => 'The page size was left out: pages are followed for you up to the row limit.',
  'time-zone': (value) =>
    `${value} names no time zone: FetchXML reads it in the caller’s, here it became UTC.`,
  'time-zone-of-caller': (value) =>
    `${value} names no time zone: OData reads it as UTC, FetchXML in the caller’s.`,
  'day-boundaries': (value) =>
    `${value} is a day: it means the beginning of that day in the time zone of whoever asks, for the last day too. Write a time with Z to be exact.`,
  'order-by-number': (value) => `${value} is sorted by its number in OData, by its label in FetchXML.`,
  'nested-rows': () => 'Columns of linked rows come nested instead of with an alias before their name.',
  'flat-rows': () => 'Columns of expanded rows come with an alias before their name instead of nested.',
  'order-of-groups': () => 'Groups may come in another order.',
  'no-effect': (value) => `${value} was left out: it changes nothing.`,
};

/** Why a query has no equivalent, for people. */
export const conversionReasonText = ({ code, value }: Told<ConversionReason>): string => REASONS[code](value);

/** What differs in the equivalent, for people. */
export const conversionNoteText = ({ code, value }: Told<ConversionNote>): string => NOTES[code](value);
