import type { QueryFileFault } from '../queries/saved-query.ts';
import { many } from './count-words.ts';

/** Words of the named queries of a workspace. */
export const SAVED_QUERY_TEXTS = {
  save: 'Save',
  open: 'Saved queries',
  title: 'Saved queries',
  subtitle: 'Of this workspace, sealed in the vault. Values that look like a secret are not kept.',
  loading: 'Reading the saved queries…',
  empty: 'No query is saved in this workspace yet. Write one and save it here, or import a file.',
  noMatch: 'No saved query matches.',
  search: 'Search saved queries',
  name: 'Name',
  namePlaceholder: 'Open orders by account',
  saveAs: 'Save as new',
  saveChanges: 'Save changes',
  nothingToSave: 'Write a query first: what stands in the editor is saved.',
  current: 'In the editor',
  changed: 'changed',
  unchanged: 'unchanged',
  opened: (name: string) => `Saved query ${name}`,
  take: 'Open',
  rename: 'Rename',
  renameTo: (name: string) => `New name of ${name}`,
  keepName: 'Keep the name',
  saveName: 'Save name',
  exportOne: 'Export',
  delete: 'Delete',
  deleted: (name: string) => `${name} was deleted.`,
  undo: 'Undo',
  exportAll: 'Export all',
  exported: (count: number, file: string) => `${many(count, 'query', 'queries')} exported as ${file}`,
  import: 'Import…',
  saved: (name: string) => `${name} is saved`,
  about: (language: string, moment: string) => `${language}, changed ${moment}`,
  parameters: (count: number) => many(count, 'parameter', 'parameters'),
  importTitle: 'Import queries',
  importFrom: (file: string) => `From ${file}. Nothing is kept before you import it.`,
  tooLong: 'The file is too large: it has at most 900,000 characters.',
  faultsTitle: 'This file cannot be imported',
  here: {
    new: 'New',
    same: 'Here already',
    renamed: (name: string) => `Its name is taken here: becomes ${name}`,
  },
  queryFaults: (count: number) => many(count, 'fault in its text', 'faults in its text'),
  importChosen: (count: number) => `Import ${many(count, 'query', 'queries')}`,
  imported: (count: number) => `${many(count, 'query', 'queries')} imported`,
  back: 'Back',
  choose: (name: string) => `Import ${name}`,
} as const;

const PLACES: Readonly<Record<QueryFileFault['problem'], (field: string) => string>> = {
  'not-json': () => 'It is not JSON.',
  'not-queries': () => 'It is JSON, but not a file of queries: its format is not s2s-console-queries.',
  newer: (version) => `It is of version ${version}, which a newer console has written.`,
  missing: (field) => `${field} is missing.`,
  'unknown-field': (field) => `${field} is no field of a query.`,
  'not-valid': (field) => `${field} has a value that cannot stand there.`,
  'same-name': (name) => `The name ${name} is there twice.`,
  'too-many': (most) => `It has more than ${most} queries.`,
};

/** What a fault of a file of queries says to people. */
export const queryFileFaultText = ({ field, problem, query }: QueryFileFault): string =>
  `${query === null ? '' : `Query ${query}: `}${PLACES[problem](field)}`;
