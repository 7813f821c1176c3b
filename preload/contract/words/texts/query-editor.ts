import { many } from './count-words.ts';

/** Words of the editor in Query lab. */
export const QUERY_EDITOR_TEXTS = {
  format: 'Format',
  formatRefused: 'A query with faults is not formatted. Correct what is marked first.',
  convert: { odata: 'To FetchXML', fetchxml: 'To OData' },
  /** By the language it was. */
  converted: {
    odata: 'Converted from OData: what is different now',
    fetchxml: 'Converted from FetchXML: what is different now',
  },
  notConverted: {
    odata: 'There is no FetchXML that says the same',
    fetchxml: 'There is no OData that says the same',
  },
  noTables: 'Choose an environment: names are checked and completed from its tables.',
  readingTables: (environment: string) => `Reading the tables of ${environment}…`,
  tables: (environment: string, moment: string) => `Names from ${environment}, read ${moment}`,
  tablesAsApp: (environment: string, moment: string) =>
    `Names from ${environment}, read as the app ${moment}`,
  tablesFailed: (environment: string, why: string) =>
    `The tables of ${environment} could not be read: names are not checked. ${why}`,
  refreshTables: 'Read the tables again',
  place: (line: number, column: number) => `Line ${line}, column ${column}:`,
  faults: (count: number) => `${many(count, 'fault', 'faults')}: F8 goes to the next.`,
  hint: {
    column: (table: string) => `Column of ${table}`,
    pointsTo: (tables: readonly string[]) => `Points to ${tables.join(', ')}`,
    secured: 'Secured: empty for apps without a column security profile that allows it',
    more: (count: number) => `and ${count} more`,
    navigation: (kind: 'one' | 'many' | 'intersect', table: string) =>
      kind === 'one' ? `Navigation to one ${table}` : `Navigation to a list of ${table}`,
  },
} as const;
