/** Words of the first-run door and of creating and changing a workspace. */
export const WORKSPACES_TEXTS = {
  door: {
    title: 'Welcome to S2S Console',
    text: 'See and manage which apps may do what in your Dataverse environments, and prove that it works.',
    connect: {
      title: 'Connect a Microsoft tenant',
      text: 'Sign in with your admin account. Environments appear, apps and their access become visible. Nothing is changed without a plan that you have seen.',
      action: 'Connect a tenant',
    },
    demo: {
      title: 'Explore the demo cloud',
      text: 'Two clients with environments, apps and every problem that occurs in practice. No account needed, nothing leaves this computer.',
      action: 'Explore the demo',
      off: 'The demo cloud is not running in this window.',
    },
    promises: [
      'Secrets go into the keychain and never come back out.',
      'Every change is a plan first, with what is there and what will be.',
      'Everything that is done stands in a journal.',
    ],
  },
  create: {
    title: 'New workspace',
    purpose: 'One workspace per client or tenant. Nothing of one is ever shown or used in another.',
    name: 'Name',
    nameHint: 'How you call the client or tenant.',
    nameMissing: 'Give it a name of one line, at most 120 characters.',
    nameTaken: 'Another workspace has this name.',
    colour: 'Colour',
    colourHint: 'Shown as a band over the window, so that you always know where you are.',
    cloud: 'Cloud',
    tenant: 'Tenant',
    tenantHint:
      'Tenant ID, a domain of the tenant, or the address of one of its environments. Empty: found by signing in.',
    clientId: 'Application (client) ID for signing in',
    clientIdHint:
      'A public client registration of your organization with the redirect URI http://localhost. The console brings no registration of its own.',
    clientIdWrong: 'This is not a client ID: it has 32 hexadecimal digits in five groups.',
    clientIdMissing: 'Needed to sign in to a Microsoft tenant.',
    create: 'Create workspace',
    created: (name: string) => `Workspace ${name} was created`,
    cancel: 'Cancel',
  },
  edit: {
    title: 'Workspace settings',
    purpose: (name: string) => `Name, colour and protection of ${name}.`,
    general: 'General',
    signIn: 'Sign-in',
    protection: 'Protection',
    readOnly: 'Read-only',
    readOnlyHint: 'The console refuses every change in the environments of this workspace.',
    save: 'Save',
    saved: 'Saved',
    facts: {
      cloud: 'Cloud',
      tenant: 'Tenant ID',
      tenantUnknown: 'Found when somebody signs in',
      id: 'Workspace ID',
    },
    remove: 'Remove workspace',
    removeText:
      'The console forgets the workspace with its environments and sign-in. App profiles and their credentials stay. Nothing changes in the tenant.',
    removeTitle: (name: string) => `Remove ${name}?`,
    removed: (name: string) => `Workspace ${name} was removed`,
  },
} as const;
