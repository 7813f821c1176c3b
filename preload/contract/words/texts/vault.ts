import type { VAULT_ITEM_KINDS } from '../status.ts';

type Kind = (typeof VAULT_ITEM_KINDS)[number];

const count = (many: number, one: string, more: string): string =>
  many === 1 ? `1 ${one}` : `${many} ${more}`;

/** Words of the vault's health. */
export const VAULT_TEXTS = {
  backend: 'Kept by',
  backends: {
    'credential-manager': 'Windows Credential Manager',
    'macos-keychain': 'macOS Keychain',
    'secret-service': 'Secret Service',
  },
  backendOf: (backend: string, service: string | null) =>
    service === null ? backend : `${backend} (${service})`,
  lock: 'Lock',
  lockHint: {
    can: 'Locking shuts the keyring for every program of this desktop until its password is entered. Tokens that the console has already stay valid until they expire.',
    'credential-manager': 'Open as long as you are signed in to Windows; locking Windows protects it.',
    'macos-keychain': 'The system locks it; when, is set in Keychain Access.',
    'secret-service': 'The system locks it.',
  },
  lockNow: 'Lock now',
  locked: 'The keychain is locked.',
  lastCheck: 'Last check',
  neverChecked: 'Not in this session',
  worked: (milliseconds: number) => `Written, read and deleted in ${milliseconds} ms`,
  failed: (detail: string | null) => detail ?? 'It did not keep what it was given.',
  checkNow: 'Check now',
  checkHint: 'Writes, reads and deletes a random value, as an entry of the keychain and as a sealed file.',
  sizes: 'Sizes',
  sizesText: (bytes: number) =>
    `Up to ${bytes} bytes are an entry of the keychain; certificates, sign-ins and longer values are sealed files`,
  items: 'What is kept',
  itemsText: 'Never what it is: only that it is there, and where.',
  table: 'Kept items',
  empty: 'Nothing is kept yet',
  incomplete: 'The list of what is kept cannot be read while the keychain is shut. There may be more.',
  summary: (items: readonly { readonly kind: Kind }[]) => {
    const of = (kind: Kind) => items.filter((one) => one.kind === kind).length;
    return [
      count(of('secret'), 'secret', 'secrets'),
      count(of('certificate'), 'certificate', 'certificates'),
      count(of('sign-in'), 'sign-in', 'sign-ins'),
    ].join(', ');
  },
  columns: { owner: 'Belongs to', kind: 'What', label: 'Label', place: 'Where', state: 'State' },
  kinds: {
    secret: 'Client secret',
    certificate: 'Certificate',
    'sign-in': 'Sign-in',
    journal: 'Journal’s key',
    snapshot: 'Snapshot',
    inventory: 'Application users',
    baseline: 'Baseline',
    queries: 'Queries that were run or saved, and names for writing them',
    other: 'Left over',
  },
  owners: {
    journal: 'The activity journal',
    snapshot: 'What the directory said last',
    'sign-in': 'A workspace that was removed',
    inventory: 'A workspace that was removed',
    baseline: 'A workspace that was removed',
    queries: 'A workspace that was removed',
    other: 'Nothing that is still here',
  },
  places: {
    entry: 'Keychain entry',
    file: 'Sealed file',
    session: 'Memory',
    missing: '',
    unreadable: '',
    unknown: '',
  },
  states: {
    entry: 'Readable',
    file: 'Readable',
    session: 'This session only',
    missing: 'Missing',
    unreadable: 'Cannot be read',
    unknown: 'Not known while shut',
  },
  problems: {
    'entry-damaged': 'Its entry in the keychain is damaged.',
    'file-missing': 'Its sealed file is gone.',
    'file-damaged': 'Its sealed file is damaged or was sealed with another key.',
  },
  lost: (many: number) =>
    count(many, 'credential has to be entered again', 'credentials have to be entered again'),
  lostText: 'What uses them cannot sign in until then. What cannot be read is set aside, not overwritten.',
  enterAgain: 'Enter again',
  enterAgainName: (label: string) => `Enter again: ${label}`,
  openApp: 'Open the app',
  leftOver: (many: number) =>
    count(
      many,
      'value is kept for nothing that is still here',
      'values are kept for nothing that is still here',
    ),
  leftOverText: 'The app or workspace that it belonged to is gone. Nothing uses it any more.',
  removeLeftOver: 'Delete what is left over',
  removeLeftOverConfirm: 'Delete',
  removeLeftOverText: (many: number) =>
    `${count(many, 'value is', 'values are')} deleted from the vault and cannot be had back. Nothing in Microsoft Entra changes.`,
  removedLeftOver: (many: number) => `${count(many, 'value was', 'values were')} deleted.`,
  setAside: 'Set aside',
  setAsideText:
    'Folders of sealed files from before the vault was begun anew. Delete them when you are sure that nobody needs them.',
  reenter: {
    title: 'Enter again',
    subtitle: (label: string, owner: string) => `${label} of ${owner}`,
    file: 'Its file',
    secret: 'Secret value',
    secretHint:
      'Paste the Value column, not the Secret ID. It is sent to the vault and cannot be shown again.',
    certificate: 'Certificate file with its private key',
    certificateHint: 'It must be the same certificate: its thumbprint is checked.',
    choose: 'Choose files',
    noFile: 'No file chosen',
    password: 'Password of the file',
    passwordHint: 'Leave empty when it has none.',
    submit: 'Store it',
    cancel: 'Cancel',
    empty: 'Enter it first.',
    cleared: 'What was entered was cleared. Enter it again to retry.',
    done: (label: string) => `${label} is there again.`,
  },
} as const;
