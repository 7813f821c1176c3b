/** How many credentials passed which threshold, as a reminder says it. */
type ReminderCounts = {
  readonly expired: number;
  readonly day: number;
  readonly week: number;
  readonly month: number;
  readonly twoMonths: number;
  readonly first: { readonly appName: string; readonly label: string; readonly days: number };
  readonly asOf: string | null;
};

/** "in 7 days", "tomorrow", "yesterday", "3 days ago". */
const when = (days: number): string => {
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  if (days === -1) return 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
};
const KINDS = { secret: 'client secret', certificate: 'certificate' } as const;
const credentials = (count: number): string => (count === 1 ? '1 credential' : `${count} credentials`);

/** Says where the directories could not all be asked just now. */
const asOfText = (asOf: string | null): string =>
  asOf === null
    ? ''
    : ` Not every directory could be asked now; one last answered on ${new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' }).format(new Date(asOf))}.`;

/** The words of a reminder: one credential by name, several by their number. */
const reminder = (counts: ReminderCounts): { readonly title: string; readonly body: string } => {
  const { day, expired, first, month, twoMonths, week } = counts;
  const all = expired + day + week + month + twoMonths;
  if (all === 1)
    return {
      title:
        expired === 1
          ? `A credential of ${first.appName} has expired`
          : `A credential of ${first.appName} expires ${when(first.days)}`,
      body: counts.asOf === null ? first.label : `${first.label}.${asOfText(counts.asOf)}`,
    };
  const parts = [
    expired === 0 ? '' : `${expired} expired`,
    day === 0 ? '' : `${day} until tomorrow`,
    week === 0 ? '' : `${week} within 7 days`,
    month === 0 ? '' : `${month} within 30 days`,
    twoMonths === 0 ? '' : `${twoMonths} within 60 days`,
  ];
  return {
    title: `${credentials(all)} need attention`,
    body: `${parts.filter((part) => part !== '').join(', ')}. First: ${first.label} of ${first.appName}.${asOfText(counts.asOf)}`,
  };
};

/** Words of the screen Expiry, of its reminders and of its calendar. */
export const EXPIRY_TEXTS = {
  title: 'Expiry',
  cancel: 'Cancel',
  purpose:
    'When the secrets and certificates of your apps end, over all workspaces. Nothing is changed here.',
  scope: 'All clients',
  table: 'Credentials',
  ask: 'Ask the directories',
  asking: (done: number, all: number) => `Asking directories: ${done} of ${all}`,
  askingTitle: 'Ask directories for the ends of credentials',
  neverAsked: {
    title: (count: number) =>
      count === 1
        ? 'One workspace’s directory has not been asked yet'
        : `The directories of ${count} workspaces have not been asked yet`,
    text: 'Shown is what this computer knows. Microsoft Entra also knows credentials that are held elsewhere, owners, and the ends of secrets.',
  },
  cancelled: {
    title: (unasked: number, all: number) => `Cancelled: ${unasked} of ${all} workspaces were not asked`,
    text: 'What is shown of them is what this computer knew before.',
  },
  unregistered: {
    title: (names: string) => `No longer registered in Microsoft Entra: ${names}`,
    text: 'The directory has no app registration with this client ID any more. Its credentials open nothing, whenever they end: register the app again, or remove its profile.',
  },
  oldest: (when: string) => `Directories as of ${when}`,
  failed: (failed: number, all: number) => `${failed} of ${all} workspaces could not be asked`,
  failedOnly: (name: string, why: string) => `${name} could not be asked: ${why}`,

  states: {
    expired: 'Expired',
    week: 'Within 7 days',
    month: 'Within 30 days',
    'two-months': 'Within 60 days',
    fine: 'Later',
    unknown: 'No expiry known',
  },
  snoozed: 'Snoozed',
  columns: {
    state: 'State',
    days: 'Days left',
    expires: 'Expires on',
    app: 'App',
    workspace: 'Workspace',
    credential: 'Credential',
    kind: 'Kind',
    held: 'Held',
    owner: 'Who to call',
    mark: 'Thumbprint or hint',
    note: 'Snooze note',
  },
  kinds: KINDS,
  held: {
    keychain: 'Keychain',
    session: 'This session',
    missing: 'Enter again',
    elsewhere: 'Elsewhere',
  },
  moreWorkspaces: (count: number) => `and ${count} more`,
  noWorkspace: 'In no workspace',
  when,

  view: {
    label: 'View',
    window: 'Ends',
    windows: {
      all: 'All',
      attention: 'Expired or within 30 days',
      expired: 'Expired',
      week: 'Within 7 days',
      month: 'Within 30 days',
      'two-months': 'Within 60 days',
      unknown: 'No expiry known',
    },
    snoozed: 'Show snoozed',
    group: 'Group by',
    groups: { none: 'Not grouped', workspace: 'By workspace', app: 'By app' },
    inMonth: (month: string) => `Ends in ${month}`,
    afterMonth: (month: string) => `Ends after ${month}`,
    clearMonth: 'Show every month',
  },
  timeline: {
    label: 'Ends by month',
    later: 'Later',
    after: (month: string) => `After ${month}`,
    month: (month: string, count: number) => `${month}: ${count === 0 ? 'none' : credentials(count)}`,
    overdue: 'Expired',
  },
  summary: {
    attention: (count: number) => `${count} need attention`,
  },
  empty: {
    title: 'No credential yet',
    text: 'Add an app with a secret or certificate in a workspace; here you see when each of them ends.',
    noneTitle: 'Nothing matches',
    noneText: 'No credential fits the chosen view.',
    showAll: 'Show all',
    fineTitle: 'Nothing ends soon',
    fineText: 'No credential is expired or ends within 30 days.',
  },

  details: {
    facts: 'Credential',
    clientId: 'Client ID',
    keyId: 'Key ID',
    thumbprint: 'Thumbprint',
    hint: 'Begins with',
    endSaidBy: 'Date known from',
    endSaidByWhom: {
      entra: 'Microsoft Entra',
      certificate: 'The certificate',
      person: 'Entered here',
    },
    workspaces: 'Used in',
    owners: 'Who to call',
    noOwners: 'The directory was not asked, or the app registration has no owner.',
    openApp: 'Open the app',
    rotate: 'Rotate…',
    setExpiry: 'Expires on',
    setExpiryHint: 'Microsoft Entra shows it beside the secret.',
    setExpirySave: 'Save',
    setExpirySaved: 'The date was saved.',
  },
  snooze: {
    action: 'Snooze',
    title: (count: number) => (count === 1 ? 'Snooze' : `Snooze ${credentials(count)}`),
    text: 'No reminder and no badge until then. The credential itself does not change.',
    for: 'Until',
    days: (days: number) => `${days} days`,
    date: 'A date',
    note: 'Who is on it',
    noteHint: 'For whoever looks here next, for example “Kim orders the new one, ticket 4711”.',
    submit: 'Snooze',
    done: (count: number) => `${credentials(count)} snoozed`,
    end: 'End snooze',
    ended: (count: number) => `${credentials(count)} no longer snoozed`,
    afterEnd: 'It ends before the snooze does: no reminder will come in time.',
    invalidDate: 'Choose a day from tomorrow on.',
  },
  calendar: {
    save: 'Save calendar (.ics)',
    fileName: 'Credential expiry.ics',
    saved: (entries: number) => (entries === 1 ? '1 entry' : `${entries} entries`),
    savedTitle: 'Calendar saved',
    none: 'None of these credentials has a known end.',
    summary: (app: string, kind: 'secret' | 'certificate', label: string) =>
      `${app}: ${KINDS[kind]} “${label}” expires`,
    description: (facts: {
      readonly clientId: string;
      readonly workspaces: readonly string[];
      readonly kind: 'secret' | 'certificate';
      readonly mark: string | null;
      readonly owners: readonly string[];
      readonly at: string;
    }) =>
      [
        `Client ID: ${facts.clientId}`,
        ...(facts.workspaces.length === 0 ? [] : [`Used in: ${facts.workspaces.join(', ')}`]),
        ...(facts.mark === null
          ? []
          : [`${facts.kind === 'certificate' ? 'Thumbprint' : 'Begins with'}: ${facts.mark}`]),
        ...(facts.owners.length === 0 ? [] : [`Who to call: ${facts.owners.join(', ')}`]),
        `Exact time: ${facts.at}`,
      ].join('\n'),
  },
  reminder,
  reminderOpen: 'Show them',
  badge: (count: number) => `${credentials(count)} expired or ending within 7 days`,
  home: {
    title: 'Expiring credentials',
    more: 'Open Expiry',
  },
} as const;
