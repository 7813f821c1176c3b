import type { ConsentStatus } from '../consent.ts';
import type { Guide, GuideState, GuideStepId } from '../guides.ts';

/** Title, reason in two sentences and the button of each step. */
const STEPS: Readonly<
  Record<GuideStepId, { readonly title: string; readonly why: string; readonly action: string }>
> = {
  connect: {
    title: 'Connect',
    why: 'You sign in as an admin of the tenant, in your browser. What the console shows and changes, it does with your rights.',
    action: 'Sign in',
  },
  environments: {
    title: 'Find the environments',
    why: 'An app gets its access per environment. Those that your account can see are listed; others are added by address or ID.',
    action: 'Find environments',
  },
  app: {
    title: 'Add the app',
    why: 'The console needs to know which app it is about. It keeps the client ID; the app registration itself stays as it is.',
    action: 'Add an app',
  },
  credential: {
    title: 'Give it a credential',
    why: 'Only with a secret or certificate can the console sign in as the app and prove that it works. It is kept in the vault and never shown again.',
    action: 'Add a credential',
  },
  users: {
    title: 'Create the application user',
    why: 'In an environment the app is an application user, bounded by its security roles. Choose the least role that works, not System Administrator.',
    action: 'Open the wizard',
  },
  prove: {
    title: 'Prove it',
    why: 'A token alone proves nothing about access. A query as the app shows what it may really read, or why it may not.',
    action: 'Open Query lab',
  },
  'home-app': {
    title: 'The app in its home tenant',
    why: 'The app is registered once, in your own tenant, for accounts in any organizational directory. Client tenants get a service principal of it, never a copy.',
    action: 'Open Applications',
  },
  client: {
    title: 'A workspace for the client',
    why: 'Each client tenant has a workspace of its own, with its own sign-in. Nothing of one client is ever shown or used in another’s.',
    action: 'New workspace',
  },
  consent: {
    title: 'Consent of the client',
    why: 'An administrator of the client consents to the app once. That creates its service principal there, which is all that server-to-server access needs.',
    action: 'Ask for consent',
  },
  principal: {
    title: 'Service principal verified',
    why: 'What an answer in the browser says can be made up. A token that the app gets in the client’s tenant cannot: it proves that the service principal is there and enabled.',
    action: 'Check now',
  },
  rollout: {
    title: 'Roll out application users',
    why: 'Consent gives no access to data: that is an application user with a role, in each environment. One plan covers all of them.',
    action: 'Open the wizard',
  },
  'prove-there': {
    title: 'Prove it there',
    why: 'A query as the app, in the client’s environments, shows that everything before holds. Where it does not, the reason and the fix are said.',
    action: 'Open Query lab',
  },
};

const things = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** Words of the walkthroughs. */
export const GUIDE_TEXTS = {
  title: 'Guide',
  show: 'Show the guide',
  hide: 'Hide the guide',
  choose: 'Walkthrough',
  names: {
    'single-tenant': 'Single tenant',
    'multi-tenant': 'Multi-tenant',
  } satisfies Readonly<Record<Guide, string>>,
  purposes: {
    'single-tenant': 'Give an app access in your own tenant, and prove it.',
    'multi-tenant': 'Bring your app into a client’s tenant, and prove it there.',
  } satisfies Readonly<Record<Guide, string>>,
  states: {
    done: 'Done',
    'to-do': 'To do',
    unknown: 'Cannot tell',
  } satisfies Readonly<Record<GuideState, string>>,
  steps: STEPS,
  progress: (done: number, all: number) => `${done} of ${all} done`,
  finished: 'All steps are done.',
  checks: 'Each step checks itself from what the console knows; nothing is asked of the services for it.',
  evidence: {
    noWorkspace: 'No workspace is open.',
    signedInAs: (name: string) => `Signed in as ${name}`,
    signInExpired: (name: string) => `The sign-in of ${name} has expired`,
    signedOut: 'Nobody is signed in',
    loading: 'Not read yet',
    unreadable: (title: string) => `Could not be read: ${title}`,
    environments: (count: number) => things(count, 'environment', 'environments'),
    noEnvironments: 'No environment is known',
    apps: (names: readonly string[]) =>
      names.length > 2 ? `${names.slice(0, 2).join(', ')} and ${names.length - 2} more` : names.join(', '),
    noApps: 'No app is used in this workspace',
    credential: (app: string, label: string) => `${app}: ${label}`,
    noCredential: (count: number) =>
      count === 1 ? 'The app has no credential that works' : 'None of the apps has a credential that works',
    users: (environments: number, all: number) =>
      `With a role in ${environments} of ${things(all, 'environment', 'environments')}`,
    usersWithoutRole: (count: number) =>
      `${things(count, 'application user is', 'application users are')} there, none enabled with a role`,
    noUsers: 'Not in any environment that was read',
    usersNotRead: 'Application users have not been read in this session',
    usersChanged: 'A change was applied; application users have not been read in this session',
    someUnread: (count: number) => `${things(count, 'environment has', 'environments have')} not been read`,
    queried: (what: string) => what,
    noQuery: 'No query as the app has succeeded in this workspace',
    noForeignApp: 'No app of another tenant is used in this workspace',
    otherHome: (app: string) => `${app} is registered in another tenant`,
    onlyOwn: 'The apps of this workspace are registered in its own tenant',
    homeUnknown: (app: string) => `The home tenant of ${app} is not known`,
    thisWorkspace: (name: string) => `${name} is a client’s workspace`,
    otherWorkspaces: (count: number) =>
      `${things(count, 'workspace is', 'workspaces are')} of other tenants: open one`,
    noClient: 'There is no workspace of another tenant',
    consents: {
      'not-asked': (app: string) => `Nobody was asked about ${app} yet`,
      asked: (app: string) => `Asked about ${app}; no answer was seen`,
      declined: (app: string) => `The administrator declined ${app}`,
      consented: (app: string) => `Consented to ${app}`,
      'principal-disabled': (app: string) => `The service principal of ${app} is disabled`,
      revoked: (app: string) => `The service principal of ${app} was there and is gone`,
    } satisfies Readonly<Record<ConsentStatus, (app: string) => string>>,
    proved: (app: string) => `${app} signed in here`,
    notProved: (app: string) => `${app} has not signed in here in what the journal shows`,
  },
} as const;
