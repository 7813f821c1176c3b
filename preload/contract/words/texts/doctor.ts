import type {
  CauseKind,
  ChainOutcome,
  DoctorLink,
  EvidenceLabel,
  SkipReason,
  UnknownReason,
} from '../doctor.ts';
import { many } from './count-words.ts';

/** What a link is called, and what it asks. */
export const DOCTOR_LINK_TEXTS: Readonly<
  Record<DoctorLink, { readonly name: string; readonly asked: string }>
> = {
  url: { name: 'Address', asked: 'Is this the address of an environment in the cloud of this workspace?' },
  tenant: { name: 'Tenant', asked: 'Does the environment answer, and does it belong to this tenant?' },
  authority: { name: 'Sign-in service', asked: 'Does the cloud’s sign-in service know the tenant?' },
  credential: { name: 'Credential', asked: 'Is a secret or certificate kept that can work?' },
  token: { name: 'Token', asked: 'Does Entra give the app a token for this environment?' },
  claims: { name: 'Claims', asked: 'Does the token say what the environment expects?' },
  'who-am-i': { name: 'WhoAmI', asked: 'Does the environment accept the token?' },
  'application-user': {
    name: 'Application user',
    asked: 'Is the app known in the environment, once and enabled?',
  },
  roles: {
    name: 'Business unit and roles',
    asked: 'Does it hold a role, in a business unit that is in use?',
  },
  privileges: { name: 'Privileges', asked: 'Do its roles allow what was asked for?' },
  query: { name: 'Query', asked: 'Does the environment answer the app itself?' },
};

/** Kinds of causes, as whom they are for. */
export const CAUSE_LABELS: Readonly<Record<CauseKind, string>> = {
  configuration: 'Configuration',
  permission: 'Permission',
  policy: 'Policy',
  propagation: 'Still on its way',
  service: 'Service trouble',
  network: 'Network',
};

/** What a kind of cause means. */
export const CAUSE_MEANINGS: Readonly<Record<CauseKind, string>> = {
  configuration: 'Something is set up wrongly, or not yet.',
  permission: 'It is set up; rights are missing.',
  policy: 'A rule of the organization says no. More rights do not help.',
  propagation: 'It was changed a moment ago. Wait before you change more.',
  service: 'The service cannot answer at the moment. Nothing needs to be changed.',
  network: 'The way from this computer to the service is broken.',
};

/** Why nothing is known. */
export const UNKNOWN_TEXTS: Readonly<Record<UnknownReason, string>> = {
  'not-signed-in':
    'Nobody is signed in who could look. What the environment answers to the app itself is all that is known.',
  'admin-denied': 'The account that is signed in may not look.',
  contradiction:
    'What is set up and what the environment answers do not fit together, and nothing was changed within the last minute. Not guessed further.',
  'token-opaque': 'The token cannot be read.',
  'nothing-to-look-at': 'There is nothing to look at here.',
};

/** Why a link was left out. */
export const SKIP_TEXTS: Readonly<Record<SkipReason, string>> = {
  'earlier-link': 'Not looked at: an earlier link is broken.',
  'before-start': 'Not looked at again.',
  'not-asked': 'Not asked: say above what it shall be able to do.',
  'would-change': 'Not tried: it would change something.',
  cancelled: 'Cancelled.',
};

/** What a piece of evidence is called. */
export const EVIDENCE_TEXTS: Readonly<Record<EvidenceLabel, string>> = {
  url: 'Address',
  cloud: 'Cloud',
  'cloud-of-workspace': 'Cloud of the workspace',
  tenant: 'Tenant',
  'tenant-of-workspace': 'Tenant of the workspace',
  authority: 'Sign-in service',
  resource: 'Asked for',
  app: 'App',
  'home-tenant': 'Registered in tenant',
  credential: 'Credential',
  'credential-kind': 'Kind',
  'credential-ends': 'Ends',
  'credential-kept': 'Kept',
  audience: 'Audience (aud)',
  'issued-for-app': 'Client ID',
  'service-principal': 'Service principal',
  'signed-with': 'Signed in with',
  'token-ends': 'Token ends',
  user: 'User',
  organization: 'Organization',
  'answered-in': 'Answered in',
  'seen-by': 'Seen by',
  state: 'State',
  'business-unit': 'Business unit',
  role: 'Role',
  'team-role': 'Role through a team',
  'system-administrator': 'System Administrator',
  privileges: 'Privileges held',
  needs: 'Needs',
  reaches: 'Held with depth',
  'granted-by': 'Granted by its own role',
  'granted-by-team': 'Granted through a team',
  'granted-by-sharing': 'Shared with',
  'granted-otherwise': 'Let in by',
  sharing: 'Sharing',
  'hidden-column': 'Columns that column security hides from it',
  'column-by-team': 'Secured columns it reads through a team',
  record: 'Row',
  owner: 'Owner',
  rows: 'Rows',
  status: 'HTTP status',
  code: 'Code',
  'last-change': 'Last changed',
};

/** Values of evidence that are words of a closed list. */
export const EVIDENCE_WORDS: Readonly<Record<string, string>> = {
  admin: 'the account that is signed in',
  app: 'the app itself',
  secret: 'Client secret',
  certificate: 'Certificate',
  none: 'None',
  keychain: 'In the vault',
  session: 'For this session',
  missing: 'Must be entered again',
  enabled: 'Enabled',
  disabled: 'Disabled',
  'soft-deleted': 'Soft-deleted',
  'not-shared': 'Not shared with the app or a team of it',
  'not-known': 'Whom the row is shared with could not be read',
  'the-app': 'the app itself',
  'hierarchy-security': 'hierarchy security: the row belongs to somebody below the app',
  'owner-above': 'what the row stands under, which belongs to the app or a team of it',
  'shared-above': 'what the row stands under, which is shared with the app or a team of it',
  'no-role': 'no role that reaches the row, and no sharing: a hierarchy or an access team',
};

/** How a chain came out. */
export const OUTCOME_LABELS: Readonly<Record<ChainOutcome, string>> = {
  ok: 'Works',
  failed: 'Broken',
  unknown: 'Not known',
  cancelled: 'Cancelled',
};

/** Words of the screen Doctor. */
export const DOCTOR_TEXTS = {
  title: 'Doctor',
  purpose: 'Find out why an app is denied, what fixes it, and whether it is fixed.',
  streamTitle: 'Diagnose',
  tabs: 'Parts of the doctor',
  diagnose: 'Diagnose',
  apps: 'Apps',
  chooseApps: 'Choose apps',
  allApps: (count: number) => `All ${count} apps`,
  appsChosen: (count: number) => many(count, 'app', 'apps'),
  environments: 'Environments',
  environmentsChosen: (count: number) => many(count, 'environment', 'environments'),
  askedFor: 'Shall be able to',
  runsQuery: 'Run a query',
  question: 'Query (optional)',
  questionPlaceholder: 'accounts?$select=name, or FetchXML',
  tableOrRow: 'Table, or the address of a row',
  tablePlaceholder: 'account',
  notATable: 'Name a table, such as account, or paste the address of a row.',
  letInBy: 'None of its own roles lets it in.',
  letInByText: (ways: readonly string[]) => ` ${ways.join('; ')}.`,
  run: 'Diagnose',
  stop: 'Stop watching',
  missing: {
    apps: 'Choose at least one app.',
    environments: 'Choose at least one environment.',
  },
  noAppsTitle: 'No app to diagnose',
  noAppsText: 'Add an app to this workspace, then come back.',
  goToApplications: 'Go to applications',
  noEnvironmentsTitle: 'No environments yet',
  noEnvironmentsText: 'Find the environments of the tenant, or add one by its address.',
  goToEnvironments: 'Go to environments',
  neverTitle: 'Choose an app and where it should work',
  neverText:
    'The doctor goes from the address to the answer, link by link, and stops at the one that is broken. It changes nothing.',
  progress: (done: number, of: number) => `${done} of ${of} looked at`,
  waiting: (round: number, time: string) => `Watching: looks again at ${time} (${round})`,
  cancelled: (count: number) =>
    `Cancelled. ${many(count, 'chain was', 'chains were')} not looked at to the end.`,
  /** While it runs, what has not ended is still to come. */
  summary: (counts: Readonly<Record<ChainOutcome, number>>, running: boolean) =>
    (['ok', 'failed', 'unknown', 'cancelled'] as const)
      .filter((outcome) => counts[outcome] > 0)
      .map((outcome) =>
        outcome === 'ok'
          ? many(counts.ok, 'works', 'work')
          : `${counts[outcome]} ${outcome === 'cancelled' && running ? 'to go' : OUTCOME_LABELS[outcome].toLowerCase()}`,
      )
      .join(' · '),
  chain: (app: string, environment: string) => `${app} in ${environment}`,
  chainLabel: 'Chain',
  environment: 'Environment',
  stopsAt: (link: string) => `Stops at: ${link}`,
  openCredentials: 'Open its credentials',
  matrix: 'Apps and environments',
  cell: (app: string, environment: string) => `${app} in ${environment}`,
  works: 'Works',
  worksHere: 'Every link is sound.',
  looking: 'Looking…',
  queued: 'Waiting',
  skipped: 'Left out',
  refused: 'Refused',
  symptom: 'Refused. The reason lies further down.',
  expected: (value: string) => `expected ${value}`,
  milliseconds: (value: number) => `${value} ms`,
  againFrom: 'Run again from here',
  watch: 'Watch until it works',
  watchAll: 'Watch until all work',
  watchHint: 'Looks again every 15 seconds, for ten minutes at most, from the link that is broken.',
  notLookedAt: 'Not looked at',
  notToTheEnd: 'Not looked at to the end',
  soundLinks: (count: number) => many(count, 'link works', 'links work'),
  onlyProblems: 'Only problems',
  nothingBroken: 'Nothing to mend',
  nothingBrokenText: 'No app is stopped in any of these environments.',
  nothingMatches: 'No such environment',
  nothingMatchesText: 'No environment of this run fits what is asked for.',
  showAll: 'Show all',
  askConsent: 'Ask for consent…',
  purge: 'Purge and create anew…',
  remove: 'Plan its deletion…',
  enable: 'Enable…',
  enableTitle: 'Enable the application user',
  purgeTitle: 'Purge the deleted row and create the application user',
  removeTitle: 'Delete the application user of the other service principal',
  showInLab: 'Open in Query lab',
} as const;
