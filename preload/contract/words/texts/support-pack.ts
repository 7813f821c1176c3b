import type { PackForm, SharedKind } from '../support-pack.ts';
import { many } from './count-words.ts';

/** What can be told as it is, and what is shown in its place otherwise. */
export const SHARED_TEXTS: Readonly<Record<SharedKind, { readonly label: string; readonly hint: string }>> = {
  hosts: {
    label: 'Addresses and names of environments',
    hint: 'Otherwise: host-1.example, environment 1. Microsoft’s own hosts are told.',
  },
  ids: { label: 'IDs of tenants, apps, users and rows', hint: 'Otherwise: tenant 1, client id 1.' },
  names: {
    label: 'Names of apps, credentials, roles, teams and business units',
    hint: 'Otherwise: app 1, role 1.',
  },
  people: { label: 'Names of people and rows', hint: 'Otherwise: person 1, row 1.' },
  schema: {
    label: 'Names of tables, columns and privileges',
    hint: 'Otherwise: schema name 1. Names of your own tables can say what they are for.',
  },
  'request-ids': {
    label: 'Request and correlation IDs',
    hint: 'Microsoft’s support asks for them; they name nobody.',
  },
  messages: {
    label: 'Messages and pasted text, as they were written',
    hint: 'Freed of secrets, IDs, addresses, mail addresses and quoted values. A bare name can still stand in them: read them before you send them.',
  },
};

/** What a form of the pack is called. */
export const PACK_FORM_LABELS: Readonly<Record<PackForm, string>> = {
  md: 'Markdown',
  json: 'JSON',
  html: 'HTML',
  zip: 'ZIP',
};

/** Words of support packs, on the screen and in them. */
export const SUPPORT_PACK_TEXTS = {
  open: 'Support pack…',
  title: 'Support pack',
  subtitle: 'What you hand on to somebody who helps',
  intro:
    'Secrets and tokens are never in it. Everything else that names somebody or something is replaced by the same made-up name everywhere, unless you choose to tell it.',
  share: 'Tell as it is',
  preview: 'What will be saved, every byte of it',
  previewTabs: 'Files of the pack',
  making: 'Making the pack…',
  hidden: (hidden: number, leftOut: number) =>
    `${many(hidden, 'value stands', 'values stand')} under a made-up name, ${many(leftOut, 'text was', 'texts were')} left out.`,
  file: (name: string, bytes: string) => `${name}, ${bytes} bytes`,
  digest: 'SHA-256',
  saveAs: (form: string) => `Save ${form}`,
  fileLabel: 'File',
  zipHolds: 'It holds the three other files, byte for byte and uncompressed.',
  readMessages: 'Messages can name people. Read the preview before you save it.',
  saved: (place: string) => `Saved as ${place}`,
  savedSomewhere: 'Saved',

  // in the pack
  heading: 'S2S Console support pack',
  made: 'Made',
  version: 'Version',
  about: 'About',
  told: 'Told as it is',
  nothingTold: 'nothing',
  aboutDoctor: 'A diagnosis',
  aboutExplained: 'Errors in a pasted text',
  aboutQuery: 'A query as an app',
  part: 'Of the text',
  someOf: (packed: number, all: number) =>
    `${packed} of ${all} characters: what stands around the errors that were recognised, else the beginning. Errors that were counted elsewhere in it are not counted here.`,
  question: 'Asked for',
  questionOf: { query: 'a query', table: 'a table' },
  outcomes: 'Outcomes',
  pair: (app: string, environment: string) => `${app} in ${environment}`,
  brokenAt: (outcome: string, link: string) => `${outcome} at: ${link}`,
  andMore: (count: number) => `and ${count} more`,
  notUnfolded: (count: number) => `${many(count, 'chain is', 'chains are')} only counted above.`,
  code: 'Code',
  requestId: 'Request ID',
  correlationId: 'Correlation ID',
  traceId: 'Trace ID',
  time: 'Time',
  lookedAt: 'Looked at',
  took: 'Milliseconds',
  expected: (value: string, expected: string) => `${value} (expected ${expected})`,
  finding: (place: number) => `Error ${place}`,
  notUnderstood: 'Not understood',
  notUnderstoodCause: 'A code or text that stands in no list. It is left out, because it can hold anything.',
  times: 'Found',
  leftFindings: (count: number) => `${many(count, 'further error was', 'further errors were')} left out.`,
  touch: 'To change',
  privilege: 'Privilege',
  table: 'Table',
  column: 'Column',
  depth: 'Least depth',
  seconds: 'Wait (seconds)',
  environments: 'Environments',
  app: 'App',
  language: 'Language',
  state: 'State',
  rows: 'Rows',
  pages: 'Pages',
  retries: 'Retries',
  firstRow: 'First row (milliseconds)',
  total: 'In all (milliseconds)',
  requestsLeft: 'Requests left',
  secondsLeft: 'Execution time left (seconds)',
  atOnce: 'Recommended at once',
  waited: 'Last waited until',
} as const;
