import type {
  ComingCredential,
  ConnectionGap,
  ImportFormat,
  MergedCredential,
  PassphraseStrength,
} from '../portability.ts';

const count = (many: number, one: string, more: string): string =>
  many === 1 ? `1 ${one}` : `${many} ${more}`;

const FORMATS: Readonly<Record<ImportFormat, string>> = {
  pac: 'Profiles of pac',
  'pac-secrets': 'Secrets of pac',
  xrmtoolbox: 'Connections of XrmToolBox',
  'power-platform-toolbox': 'Connections of Power Platform ToolBox',
  'connection-strings': 'Connection strings',
};

const CREDENTIALS: Readonly<Record<ComingCredential, string>> = {
  comes: 'Secret comes along',
  encrypted: 'Enter it: encrypted',
  elsewhere: 'Enter it: not in this file',
  'certificate-store': 'Add it: in a certificate store',
  damaged: 'Enter it: damaged in the file',
  none: 'None',
};

const GAPS: Readonly<Record<ConnectionGap, string>> = {
  'signs-in-as-a-person': 'Signs in as a person',
  'managed-identity': 'A managed identity',
  'on-premises': 'An on-premises server',
  'no-environment': 'No environment',
  'environment-not-understood': 'Address of no known cloud',
  'no-client-id': 'No client ID',
  'client-id-encrypted': 'Client ID is encrypted',
};

const MERGED: Readonly<Record<MergedCredential, string>> = {
  comes: 'comes along',
  restored: 'was lost here and comes back',
  present: 'is here and stays as it is',
  enter: 'to be entered again',
  unreadable: 'its value is damaged; to be entered again',
};

const STRENGTHS: Readonly<Record<PassphraseStrength, string>> = {
  'too-short': 'Too short: at least 12 characters.',
  weak: 'Easy to guess. Four or more random words are better.',
  fair: 'Fair. A longer one is better: four or more random words.',
  strong: 'Strong.',
};

const PARTS = {
  added: 'added',
  linked: 'used here now',
  present: 'was here',
  failed: 'failed',
  enter: 'to be entered',
} as const;
type Part = keyof typeof PARTS | 'none';

/** What became of a connection; what it never had is not spoken of. */
const partOf = (row: {
  readonly app: Part;
  readonly credential: Part;
  readonly environment: Part;
}): string => {
  const line = (['app', 'credential', 'environment'] as const)
    .flatMap((what) => {
      const part = row[what];
      return part === 'none' ? [] : [`${what} ${PARTS[part]}`];
    })
    .join(', ');
  return line.charAt(0).toUpperCase() + line.slice(1);
};

const NAMES_SHOWN = 3;
const shortList = (names: readonly string[]): string =>
  names.length <= NAMES_SHOWN
    ? names.join(', ')
    : `${names.slice(0, NAMES_SHOWN).join(', ')} and ${names.length - NAMES_SHOWN} more`;

/** Words of importing. */
export const IMPORT_TEXTS = {
  title: 'Import',
  purpose:
    'Bring in an export of this console, or connections of another tool. Nothing is written before you have seen it.',
  source: 'What to import',
  from: 'Where it comes from',
  file: 'A file',
  text: 'Pasted text',
  fileLabel: 'File',
  fileHint:
    'An export, authprofiles_v2.json of pac, a connection file of XrmToolBox, an export of Power Platform ToolBox, or connection strings. It is recognized by what stands in it. At most 10 MB.',
  choose: 'Choose file',
  noFile: 'No file chosen',
  pasted: 'Connection strings or the text of a file',
  pastedHint: 'One connection string per line. Secrets in it go into the vault and are never shown.',
  read: 'Show what is in it',
  empty: 'Choose a file or paste a text first.',
  tooLarge: 'It is larger than 10 MB.',
  passphrase: 'Passphrase',
  passphraseHint: 'The one that the export was sealed with.',
  passphraseCard: 'This export is sealed',
  open: 'Open',
  again: 'Choose something else',
  cleared: 'What was entered was cleared. Enter it again to retry.',
  formats: FORMATS,
  found: (format: ImportFormat, many: number) =>
    `${FORMATS[format]}: ${count(many, 'connection', 'connections')}`,
  unreadable: (many: number) =>
    `${count(many, 'entry holds', 'entries hold')} nothing that can be used and ${many === 1 ? 'is' : 'are'} left out.`,
  nothing: 'There is no connection in it.',
  table: 'Connections',
  columns: {
    name: 'Name',
    app: 'App',
    environment: 'Environment',
    credential: 'Credential',
    notes: 'Not understood',
  },
  connection: {
    panel: 'Connection in the file',
    clientId: 'Client ID',
    tenantId: 'Tenant ID',
    cloud: 'Cloud',
    thumbprint: 'Thumbprint',
    useless: 'Nothing of it can be imported.',
  },
  credentials: CREDENTIALS,
  gaps: GAPS,
  knownAs: (name: string) => `${name} (known)`,
  noApp: '—',
  into: 'Workspace',
  newWorkspace: 'A new workspace',
  newName: 'Name of the new workspace',
  intoHint: 'Environments of another tenant than the workspace’s stay outside.',
  outside: (many: number) =>
    `${count(many, 'connection is', 'connections are')} of another cloud and ${many === 1 ? 'stays' : 'stay'} outside`,
  outsideHint: (
    workspace: string,
    cloud: string,
    others: readonly string[],
    names: readonly string[],
  ): string =>
    `${workspace} is of ${cloud}; of ${others.join(' and ')}: ${shortList(names)}. Nothing of ${names.length === 1 ? 'it' : 'them'} is imported here, no secret either. Choose a workspace of ${names.length === 1 ? 'its' : 'their'} cloud.`,
  import: (many: number) => `Import ${count(many, 'connection', 'connections')}`,
  importing: 'Importing connections',
  importingOf: (done: number, all: number) => `Importing connections: ${done} of ${all}`,
  cancel: 'Cancel',
  result: 'What came in',
  resultText: (apps: number, environments: number, secrets: number, workspace: string) =>
    `${count(apps, 'app', 'apps')}, ${count(environments, 'environment', 'environments')}, ${count(secrets, 'secret', 'secrets')} came into ${workspace}.`,
  outcomes: { whole: 'Imported', enter: 'No credential', failed: 'Failed in part', nothing: 'Not imported' },
  cancelled: (many: number) => `Cancelled: ${count(many, 'connection was', 'connections were')} not imported`,
  toEnter: (many: number) =>
    many === 1 ? 'One credential has to be entered' : `${many} credentials have to be entered`,
  toEnterHint:
    'The other tool did not give the value away. In Applications, add the secret or the certificate to the app.',
  partOf,
  openApps: 'Open Applications',
  openWorkspaces: 'Done',
  merge: {
    title: 'What is in the export',
    madeAt: 'Made',
    withSecrets: 'Secrets',
    yes: 'In it, and go into the vault',
    no: 'Not in it: credentials are to be entered again',
    workspaces: 'Workspaces',
    apps: 'Apps',
    how: { new: 'New', joined: 'Joined', same: 'Nothing new', 'cloud-unknown': 'Left out' },
    cloudUnknown: 'Its cloud is not known here. Add the cloud in Settings first.',
    joinedWith: (name: string) => `Joined with ${name}`,
    environments: (added: number, present: number) =>
      added + present === 0
        ? 'No environments'
        : [
            ...(added === 0 ? [] : [count(added, 'new environment', 'new environments')]),
            ...(present === 0 ? [] : [`${count(present, 'environment', 'environments')} already here`]),
          ].join(', '),
    kept: { name: 'Its name here stays', 'home-tenant': 'Its home tenant here stays' },
    credential: (kind: 'secret' | 'certificate', label: string, how: MergedCredential) =>
      `${kind === 'secret' ? 'Secret' : 'Certificate'} “${label}” ${MERGED[how]}`,
    import: 'Import',
    done: 'The export was imported.',
    doneTitle: 'What was imported',
  },
} as const;

/** Words of exporting. */
export const EXPORT_TEXTS = {
  title: 'Export',
  titleAll: 'Export everything',
  textAll:
    'All workspaces with their environments, and every app, as one file: for another computer, or against losing this one. Sign-ins and the journal stay here.',
  text: 'Environments, apps and settings of this workspace as a file, for a colleague or another computer. Sign-ins and the journal stay here.',
  how: 'Secrets',
  without: 'Leave secrets out',
  withSecrets: 'Include secrets, sealed with a passphrase',
  passphrase: 'Passphrase',
  passphraseHint: 'It is kept nowhere. Without it nobody can open the file.',
  again: 'Passphrase again',
  strengths: STRENGTHS,
  differ: 'The two are not the same. Both fields were cleared.',
  empty: 'Enter a passphrase twice.',
  submit: 'Export…',
  sealing: 'Sealing',
  cancel: 'Cancel',
  saved: (place: string) => `Saved as ${place}`,
  workspaces: (many: number) => count(many, 'workspace', 'workspaces'),
  contents: (environments: number, apps: number, secrets: number) =>
    `${count(environments, 'environment', 'environments')}, ${count(apps, 'app', 'apps')}, ${count(secrets, 'secret', 'secrets')}`,
  leftOut: 'Left out, because the vault could not read it',
  import: 'Import…',
} as const;
