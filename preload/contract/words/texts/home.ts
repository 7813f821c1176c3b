import { formatNumber } from './format-number.ts';

/** Words of the screen Home. */
export const HOME_TEXTS = {
  title: 'Home',
  purpose: (workspace: string) => `What needs attention in ${workspace}, and what to do next.`,
  attention: {
    title: 'Needs attention',
    calmTitle: 'Nothing needs attention',
    calmText: 'Every environment that was checked answers, and no operation is unfinished.',
    answersTitle: 'Every environment answers',
    answersText: 'What is not done yet stands among the operations on this page.',
    unchecked: 'The environments have not been checked in this session.',
    checkNow: 'Check now',
    checking: 'Checking environments',
    showAll: (count: number) => `Show all ${count}`,
    failing: (count: number, all: number) => `${count} of ${all} environments fail`,
  },
  operations: {
    title: 'Unfinished operations',
    text: 'The console ended before these were finished. The journal says what was done; only the tenant or environment knows about steps that are not recorded.',
    done: (count: number) => `${count} done`,
    failed: (count: number) => `${count} failed`,
    notDone: (count: number) => `${count} not done`,
    unrecorded: (count: number) => `${count} not recorded`,
    show: 'Show the steps',
    acknowledge: 'I have seen this',
    acknowledged: 'It stays in Activity',
    started: 'Started',
  },
  environments: {
    title: 'Environments',
    open: 'Open Environments',
    none: 'None yet',
    production: (count: number) => (count === 1 ? '1 production' : `${count} production`),
  },
  access: {
    title: 'Access map',
    open: 'Open the map',
    neverRead: 'Application users have not been read yet. Opening the map reads them.',
    size: (apps: number, environments: number) =>
      `${formatNumber(apps)} ${apps === 1 ? 'app' : 'apps'} in ${formatNumber(environments)} ${environments === 1 ? 'environment' : 'environments'}`,
    attention: 'To look at',
    administrators: 'System Administrator',
    unanswered: 'No answer',
    calm: 'Nothing to look at',
    changed: (count: number, day: string) => `${formatNumber(count)} changed since ${day}`,
    asOf: (moment: string) => `As of ${moment}`,
  },
  recent: {
    title: 'Recent operations',
    none: 'No change was made from this workspace yet.',
    open: 'Open Activity',
  },
} as const;

/** The state of an operation in a word. */
export const OPERATION_STATE_LABELS = {
  running: 'Running',
  succeeded: 'Succeeded',
  'partly-failed': 'Partly failed',
  failed: 'Failed',
  cancelled: 'Cancelled',
  interrupted: 'Interrupted',
} as const;
