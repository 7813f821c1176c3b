import { listed, many } from './count-words.ts';
import { formatNumber } from './format-number.ts';

/** Words of what an application user could do without. */
export const LEAST_PRIVILEGE_TEXTS = {
  parts: 'Least privilege',
  noneTitle: 'There is nothing to take away',
  noneText: 'No role counts for this application user.',
  found: (count: number) => (count === 0 ? 'Findings' : `Findings (${formatNumber(count)})`),
  nothingFound: 'Nothing stands out',
  through: (names: readonly string[]) => `Through ${listed(names, 6)}`,
  tables: (names: readonly string[]) => `${many(names.length, 'table', 'tables')}: ${listed(names, 8)}`,
  findings: {
    'system-administrator': {
      title: 'System Administrator',
      text: 'Allows everything, also what is added later. An app needs a role of its own with the privileges it uses.',
    },
    'acts-for-others': {
      title: 'May act on behalf of others',
      text: 'With it the app can do what any other user may, where both may do it. Only an app that impersonates needs it.',
    },
    'grants-rights': {
      title: 'May give rights',
      text: 'With it the app can give itself or others more than it has been given.',
    },
    'changes-everywhere': {
      title: 'Changes records of the whole organization',
      text: 'Create, Write, Delete, Assign or Share reach every record of these tables. Where the app works on its own records or on those of a business unit, less depth does.',
    },
    'adds-nothing': {
      title: 'Roles that add nothing',
      text: 'Everything that they grant, other roles grant as far. They can be removed without any effect today.',
    },
  },
  without: {
    title: 'Without a role',
    role: 'Suppose it did not hold',
    remove: 'Plan its removal…',
    removeTitle: (role: string) => `Remove ${role}`,
    lost: (count: number) =>
      count === 0
        ? 'No privilege would be lost.'
        : `${many(count, 'privilege', 'privileges')} would be lost or reach less far.`,
    nothingTitle: 'Nothing would stop working',
    nothingText: 'Other roles grant all of it, as far.',
    table: 'What would be lost',
    privilege: 'Privilege',
    before: 'Now',
    after: 'Then',
  },
  needs: {
    title: 'What it needs',
    label: 'Queries and refusals',
    hint: 'OData requests a line each, FetchXML, or the messages of refused calls. Tables that $expand reaches are not read: paste the refusal.',
    placeholder: 'GET accounts?$select=name',
    ask: 'Work it out',
    fromRuns: 'From this app’s runs',
    runsTaken: (runs: number, since: string) => `${many(runs, 'run', 'runs')} since ${since}`,
    runsText: (left: number) =>
      `What the app does outside Query lab and Doctor is not in it, so a privilege that is missing here is not known to be unused.${
        left === 0 ? '' : ` ${many(left, 'older run', 'older runs')} had no room.`
      }`,
    asking: 'Reading the tables…',
    cancel: 'Cancel',
    notUnderstood: (count: number) => `${many(count, 'line was', 'lines were')} not understood`,
    lines: (lines: readonly number[]) =>
      `${lines.length === 1 ? 'Line' : 'Lines'} ${listed(lines.map(String), 12)}`,
    unknownTables: (names: readonly string[]) => `The environment does not have ${listed(names, 6)}.`,
    reach: 'Reach of what does not say how far',
    reachHint:
      'A query does not say it. With less than Global it answers only the part that the app reaches, without an error.',
    summary: (needed: number, unused: number) =>
      `${many(needed, 'privilege is', 'privileges are')} needed; the app holds ${formatNumber(unused)} others.`,
    table: 'Needed privileges',
    columns: { privilege: 'Privilege', wanted: 'Needed', held: 'Has', verdict: 'Verdict' },
    verdicts: { held: 'Held', 'not-far-enough': 'Not far enough', 'not-held': 'Not held' },
    create: 'Plan a role of these…',
    createTitle: (name: string) => `New role ${name}`,
    assign: (app: string) => `Assign it to ${app}…`,
    assignTitle: (role: string, app: string) => `Assign ${role} to ${app}`,
    roleName: (app: string) => `${app} – least privilege`,
    roleDescription: 'What its calls need and nothing more, worked out with S2S Console.',
  },
} as const;
