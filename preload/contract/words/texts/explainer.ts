import type { FindingKind, NamedThing, SupportId, Touch } from '../finding.ts';

const STEPS: Readonly<Record<FindingKind, string>> = {
  'sign-in': 'Check the token that was sent: for which resource, by which app, until when.',
  permission: 'Look at the security roles of the user: one of them has to allow what was tried.',
  policy: 'Ask who looks after policies of the tenant or the environment.',
  throttle: 'Wait, and go on with fewer requests.',
  service: 'Wait and try again.',
  propagation: 'Wait a minute or two and try again.',
  network: 'Check the road to the service: name, proxy, firewall.',
  client: 'Correct the request; trying it again unchanged does not help.',
  'not-understood': 'Paste more of the text.',
};

/** Words of the explainer of pasted errors. */
export const EXPLAINER_TEXTS = {
  tab: 'Explain an error',
  purpose: 'Says what a pasted error means and what to change.',
  label: 'Error text',
  hint: 'An error message, a log, a response, a stack trace. It is read on this computer and neither kept nor sent.',
  placeholder: 'Paste here',
  clear: 'Clear',
  longText: (shown: string, all: string) =>
    `The box shows the first ${shown} of ${all} characters. Clear it to paste another text.`,
  reading: (done: string, all: string) => `${done} of ${all} characters read`,
  cancelled: 'Cancelled before all of it was read.',
  readAgain: 'Read it again',
  openLog: 'Open a log file…',
  fileTooLong: (name: string) => `${name} is longer than the console reads at once. Open a part of it.`,
  emptyTitle: 'Paste what went wrong',
  emptyText:
    'You get what happened, who it is about, which privilege is missing and what to change. Several errors in one text are told apart.',
  nothingTitle: 'Nothing in this text is understood',
  nothingText:
    'It holds no code, name or message that the console knows. Paste more of it: the body of the answer, or the innermost exception.',
  found: (count: number) => (count === 1 ? '1 error found' : `${count} different errors found`),
  showAll: (count: number) => `Show ${count} more`,
  touch: 'Change',
  namesLabel: 'What the message names',
  left: (count: number) => `${count} more are not shown. Paste a smaller part to see them.`,
  times: (count: number) => `${count} times`,
  lines: (from: number, to: number) => (from === to ? `Line ${from}` : `Lines ${from}–${to}`),
  changeFirst: 'What to change',
  details: 'IDs and the place in the text',
  copyOne: 'Copy as Markdown',
  copyAll: 'Copy all as Markdown',
  copied: 'Copied',
  findRoles: 'Find roles that grant it',
  giveAccess: 'Give access…',
  openCredentials: 'Open its credentials',
  diagnose: 'Open in Doctor',
  diagnoseApp: (app: string) => `Diagnose ${app}`,
  openPage: 'Open the documentation',
  actions: 'What the console can do',
  source: 'Source',
  privilege: 'Privilege',
  table: 'Table',
  column: 'Column',
  depth: 'Least depth',
  wait: (seconds: number) => `Wait ${seconds} ${seconds === 1 ? 'second' : 'seconds'}`,
  waitLabel: 'Retry after',
  findings: 'Findings',

  named: (service: string, words: string) => `${service} says: ${words}`,
  namedCause: (name: string) =>
    `The console knows only the name of the code, ${name}; what it says beyond that stands in the message.`,
  templateCause: (template: string) => `Microsoft’s text for this code: “${template}”`,
  unknown: (code: string) => `${code} is not understood`,
  unknownCause: 'It has the form of an error code and stands in no list that the console has.',
  lookUp: 'Look the code up on the page of Microsoft that explains it.',
  keepIds: 'If it stays so, give the IDs and times below to Microsoft support.',
  pasteMore: 'Paste more of the text: the body of the answer, or the innermost exception, tells more.',
  pasteMessage: 'Paste the message that comes with the code: it names the privilege, the table and the user.',
  filtered:
    'The privileges of this person are filtered: it has no license, or its access mode is not Read-Write. Mend that first; roles do not help before. Application users need no license.',
  noProperty: (column: string, table: string | null) =>
    `The table${table === null ? '' : ` ${table}`} has no property ${column}.`,
  noRow: (table: string) =>
    `There is no row of ${table} with this ID: it was deleted, or the ID belongs to another table or environment.`,
  noValue: (type: string) =>
    type === 'Guid'
      ? 'What stands where an ID belongs is none; a variable of the program is most often empty there.'
      : `A value has another form than its column, which takes ${type}.`,
  noSegment: (name: string) => `No table, function or relationship is called ${name}.`,
  stepsOf: (kind: FindingKind) => STEPS[kind],
  privilegeNamed: (name: string) => `The privilege ${name} is named`,
  privilegeCause: 'The text names a privilege, which usually means that it is missing.',
  privilegeStep: (name: string) => `Check that one of the roles of the user has ${name}.`,
} as const;

export const FINDING_KIND_LABELS: Readonly<Record<FindingKind, string>> = {
  'sign-in': 'Sign-in',
  permission: 'Permission',
  policy: 'Policy',
  throttle: 'Throttled',
  service: 'Service',
  propagation: 'Not known everywhere yet',
  network: 'Network',
  client: 'Request',
  'not-understood': 'Not understood',
};

/** What has to be touched. */
export const TOUCH_LABELS: Readonly<Record<Touch, string>> = {
  credential: 'Secret or certificate of the app',
  'app-registration': 'App registration or its consent',
  workspace: 'Tenant, cloud or address in use',
  'application-user': 'Application user of the environment',
  'security-role': 'Security role of the user',
  'column-profile': 'Column security profile',
  record: 'The row that is meant',
  'directory-role': 'Directory role or Graph permission',
  policy: 'A policy of the tenant or environment',
  network: 'Network, proxy or firewall',
  request: 'The request or the program',
  account: 'Account of the person',
  wait: 'Nothing: wait',
  nothing: 'Nothing certain',
};

export const NAMED_THING_LABELS: Readonly<Record<NamedThing, string>> = {
  app: 'App',
  'app name': 'App name',
  account: 'Account',
  user: 'User',
  team: 'Team',
  'calling user': 'Calling user',
  owner: 'Owner',
  'business unit': 'Business unit',
  record: 'Row',
  tenant: 'Tenant',
  resource: 'Resource',
  host: 'Host',
  environment: 'Environment',
  thumbprint: 'Thumbprint',
  'table code': 'Table code',
  address: 'Address',
};

export const SUPPORT_ID_LABELS: Readonly<Record<SupportId, string>> = {
  request: 'Request ID',
  correlation: 'Correlation ID',
  trace: 'Trace ID',
  activity: 'Activity ID',
  'client request': 'Client request ID',
  operation: 'Operation ID',
  time: 'Time',
};

const A = 'a1b2c3d4-1111-4222-8333-444455556666';

/** Texts to try the explainer with. */
export const EXPLAINER_EXAMPLES: readonly { readonly name: string; readonly text: string }[] = [
  {
    name: 'An expired client secret',
    text: `{"error":"invalid_client","error_description":"AADSTS7000222: The provided client secret keys for app '${A}' are expired. Visit the Azure portal to create new keys for your app: https://aka.ms/NewClientSecret, or consider using certificate credentials for added security: https://aka.ms/certCreds. Trace ID: 0b8f2a1c-4d5e-4f60-8a7b-9c0d1e2f3a00 Correlation ID: 5c1d2e3f-6a7b-4c8d-9e0f-1a2b3c4d5e6f Timestamp: 2026-03-02 08:15:30Z","error_codes":[7000222]}`,
  },
  {
    name: 'A missing privilege',
    text: `HTTP/1.1 403 Forbidden\nx-ms-service-request-id: 7d3c2b1a-0f9e-4d8c-8b7a-6f5e4d3c2b1a\n\n{"error":{"code":"0x80040220","message":"Principal user (Id=${A}, type=8, roleCount=1, privilegeCount=312, accessMode='4 Non-interactive', AADObjectId='0a1b2c3d-5555-4666-8777-888899990000', MetadataCachePrivilegesCount=5214, businessUnitId=9f8e7d6c-1234-4abc-8def-0123456789ab), is missing prvReadAccount privilege (Id=886b280c-6396-4d56-a0a3-2c1b0a50ceb0) on OTC=1 for entity 'account' (LocalizedName='Account'). context.Caller=${A}."}}`,
  },
  {
    name: 'A log with several errors',
    text: '2026-03-02T08:15:30Z ERROR Failed with 2147746336\n2026-03-02T08:15:31Z WARN 429 Too Many Requests: -2147015902 Number of requests exceeded the limit of 6000 over time window of 300 seconds. Retry-After: 37\n2026-03-02T08:15:40Z ERROR getaddrinfo ENOTFOUND contoso.crm4.dynamics.com',
  },
];
