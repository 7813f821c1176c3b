/** Words of the screen Applications. */
export const APPLICATIONS_TEXTS = {
  title: 'Applications',
  cancel: 'Cancel',
  purpose: 'The apps of this workspace and the credentials with which they sign in as themselves.',
  table: 'Applications',
  views: { label: 'What to show', apps: 'Apps', consent: 'Consent', management: 'Management applications' },
  addApp: 'Add app',
  linkExisting: 'Use an existing app',
  addDemo: 'Add the demo apps',
  demoPortal: 'Open the demo portal',
  demoPortalHint:
    'The demo portal shows each demo app with its client id and secret, as the Entra admin center would.',
  demoAdded: (count: number) =>
    count === 1 ? '1 demo app is in this workspace' : `${count} demo apps are in this workspace`,

  columns: {
    name: 'Name',
    clientId: 'Client ID',
    homeTenant: 'Home tenant',
    credentials: 'Credentials',
    expiry: 'Next expiry',
    kept: 'Kept in',
  },
  demo: 'Demo',
  homeTenantHere: 'This tenant',
  homeTenantUnknown: 'Not known',
  noCredential: 'No credential',
  credentialCount: (secrets: number, certificates: number) =>
    [
      secrets === 0 ? '' : secrets === 1 ? '1 secret' : `${secrets} secrets`,
      certificates === 0 ? '' : certificates === 1 ? '1 certificate' : `${certificates} certificates`,
    ]
      .filter((part) => part !== '')
      .join(', '),

  emptyTitle: 'No app in this workspace yet',
  emptyText:
    'Add the app registration whose service should work in these environments. You need its application (client) ID and a client secret or certificate.',
  emptyDemoText:
    'Add the demo apps with their credentials in one step, or type in one yourself: the demo portal shows client ids and secrets.',

  secret: 'Client secret',
  certificate: 'Certificate',
  kept: {
    keychain: 'Keychain',
    session: 'This session',
    missing: 'Missing',
  },
  health: {
    missing: 'Enter again',
    expired: (days: number) =>
      days === 0 ? 'Expired today' : days === 1 ? 'Expired yesterday' : `Expired ${days} days ago`,
    'expires-soon': (days: number) =>
      days === 0 ? 'Expires today' : days === 1 ? 'Expires tomorrow' : `Expires in ${days} days`,
    valid: (days: number) => `Valid for ${days} days`,
    'no-end-known': 'No expiry known',
  },

  add: {
    title: 'Add app',
    subtitle: 'An app registration that already exists in Microsoft Entra.',
    name: 'Name',
    nameEmpty: 'Give it a name.',
    nameHint: 'What you call it here; usually the display name of the app registration.',
    clientId: 'Application (client) ID',
    clientIdHint:
      'On the Overview page of the app registration: the first of the two ids, not the object ID.',
    homeTenant: 'Home tenant',
    homeTenantHere: 'The tenant of this workspace',
    homeTenantOther: 'Another tenant (a multitenant app)',
    homeTenantUnknown: 'Not known',
    homeTenantId: 'Directory (tenant) ID of the home tenant',
    homeTenantIdBad: 'A tenant ID is a GUID such as 11111111-2222-3333-4444-555555555555.',
    submit: 'Add app',
    added: (name: string) => `${name} was added. Add a credential so that it can sign in.`,
  },
  lint: {
    notAnId: 'This is not a client ID. It is one GUID, such as 11111111-2222-3333-4444-555555555555.',
    tenantId:
      'This is a directory (tenant) ID. The application (client) ID stands beside it on the same page.',
    objectId: (app: string, clientId: string) =>
      `This is the object ID of the service principal of ${app}. Its client ID is ${clientId}.`,
    microsoftApp: (name: string) =>
      `This is the client ID of ${name}, an app of Microsoft. An app that signs in as itself needs a registration and a credential of your own.`,
    takeClientId: 'Use the client ID',
    known: (name: string) => `${name} already has this client ID.`,
    linkKnown: (name: string) => `Use ${name} here`,
    openKnown: (name: string) => `Open ${name}`,
    fine: 'It has the form of a client ID.',
  },

  tabs: {
    overview: 'Overview',
    credentials: 'Credentials',
  },
  details: {
    facts: 'App',
    clientId: 'Client ID',
    homeTenant: 'Home tenant',
    workspaces: 'Used in',
    workspaceCount: (count: number) => (count === 1 ? 'This workspace only' : `${count} workspaces`),
    credentials: 'Credentials',
    noCredentials: 'Without a credential this app cannot sign in. Add a client secret or a certificate.',
    addSecret: 'Add secret',
    addCertificate: 'Add certificate',
    remove: 'Remove',
    removeCredential: (label: string) => `Remove ${label}`,
    taken: 'In use',
    takenHint: 'Taken where none is chosen: the one that a rotation put to use, else the newest that works.',
    notInEntraYet: 'Not in Entra yet',
    notInEntraYetText: (several: boolean) =>
      `It cannot sign in before its public part is uploaded to the app registration.${several ? ' Until then the others come first.' : ''}`,
    thumbprint: 'Thumbprint',
    added: 'Added',
    expires: 'Expires',
    unlink: 'Stop using it here',
    elsewhere: 'Other actions',
    forget: 'Delete app and credentials…',
    query: 'Run a query as this app',
    giveAccess: 'Give it an application user',
  },
  secretForm: {
    title: 'Add client secret',
    label: 'Label',
    labelHint: 'How you tell this secret from others, for example the description in Entra.',
    labelStart: 'Client secret',
    value: 'Secret value',
    valueHint:
      'Paste the Value column, not the Secret ID. It is sent to the vault and cannot be shown again.',
    expires: 'Expires on',
    expiresHint: 'Optional. Entra shows it beside the secret; the console warns you before that day.',
    submit: 'Add secret',
    empty: 'Paste the secret value first.',
    saved: (forSession: boolean) =>
      forSession ? 'The secret is kept for this session only.' : 'The secret was stored.',
    clearedAfterFailure: 'The field was cleared. Paste the secret again to retry.',
  },
  certificateForm: {
    title: 'Add certificate',
    source: 'Where it comes from',
    fromFile: 'Files',
    fromText: 'Pasted PEM text',
    fromNew: 'Make a new one',
    label: 'Label',
    labelHint: 'How you tell this certificate from others. Left empty, it is the name in the certificate.',
    file: 'Certificate and private key',
    fileHint:
      'One file with both (.pfx, .p12, .pem), or the certificate (.cer, .crt) and its key (.key, .pem) chosen together.',
    choose: 'Choose files',
    noFile: 'No file chosen',
    password: 'Password',
    passwordHint: 'The one that protects the file or the key. Leave empty when there is none.',
    text: 'Certificate and private key',
    textHint: 'Both blocks: -----BEGIN CERTIFICATE----- and -----BEGIN PRIVATE KEY-----.',
    submit: 'Add certificate',
    emptyFile: 'Choose a file first.',
    emptyText: 'Paste the certificate and its private key first.',
    tooLarge: 'A certificate file is not larger than 48 KB. This one is.',
    tooMany: 'Choose the certificate and its key only: at most four files.',
    saved: (forSession: boolean) =>
      forSession ? 'The certificate is kept for this session only.' : 'The certificate was stored.',
    changedFile: 'A file was changed or moved since it was chosen. Choose it again.',
    passwordAgain: 'The field was cleared. Enter the password again.',
    clearedAfterFailure: 'The field was cleared. Paste it again to retry.',
  },
  confirmRemove: {
    title: (label: string) => `Remove ${label}?`,
    text: 'It is deleted from the vault of this computer. In Microsoft Entra it stays valid until you delete it there.',
    confirm: 'Remove credential',
    done: 'The credential was removed.',
  },
  confirmForget: {
    title: (name: string) => `Delete ${name}?`,
    text: (workspaces: number) =>
      workspaces > 1
        ? `The app and its credentials are deleted from this computer, also for the other ${workspaces - 1} workspaces that use it. Nothing changes in Microsoft Entra or in any environment.`
        : 'The app and its credentials are deleted from this computer. Nothing changes in Microsoft Entra or in any environment.',
    confirm: 'Delete app',
    done: (name: string) => `${name} was deleted.`,
  },
  unlinked: (name: string) =>
    `${name} is no longer used in this workspace. Its credentials stay in the vault.`,
  linkPanel: {
    title: 'Use an existing app',
    subtitle: 'From another workspace. The app and its credentials are shared; nothing is copied.',
    search: 'Search apps',
    none: 'Every app that you have is already used in this workspace.',
    noMatch: 'No app matches.',
    take: 'Use here',
    takeName: (name: string) => `Use here: ${name}`,
    linked: (name: string) => `${name} can now be used in this workspace.`,
  },
  vault: {
    keychain:
      'Kept in the keychain of this computer, encrypted. It survives a restart and is never shown again.',
    session: 'Kept in memory for this session only: when the console closes, it must be entered again.',
  },
} as const;
