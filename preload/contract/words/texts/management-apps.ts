import type { Status } from '../status.ts';

/** How the directory stands to a management application, in the one status vocabulary. */
export const IN_DIRECTORY_FACES: Readonly<
  Record<'there' | 'disabled' | 'gone' | 'not-asked', { readonly status: Status; readonly word: string }>
> = {
  there: { status: 'healthy', word: 'Service principal there' },
  disabled: { status: 'attention', word: 'Service principal disabled' },
  gone: { status: 'attention', word: 'No service principal' },
  'not-asked': { status: 'unknown', word: 'Not known' },
};

/** Words of the part Management applications. */
export const MANAGEMENT_APPS_TEXTS = {
  view: 'Management applications',
  purpose:
    'Apps that administer every environment of this tenant without being an application user anywhere.',
  table: 'Management applications',
  columns: { name: 'App', clientId: 'Client ID', directory: 'In the directory', ours: 'In this workspace' },
  unnamed: 'Name not known',
  yes: 'Yes',
  no: 'No',
  meaning: {
    title: 'What registration means',
    text: 'A management application administers every environment of the tenant: it lists, creates and deletes environments and can give itself access to each. This is separate from application users and is seen in no admin center.',
    pac: 'The command pac admin create-service-principal registers an app on the way, without saying so.',
  },
  notAsked: {
    title: 'Names and states are missing.',
    again: 'Ask again',
  },
  noneTitle: 'No management application',
  noneText: 'No app administers the environments of this tenant by itself.',
  register: 'Register an app',
  registerTitle: 'Register as management application',
  registerText:
    'Choose an app of this workspace. Only a person can register one; an app cannot register itself.',
  allRegistered: 'Every app of this workspace is registered already.',
  registerIt: 'Register',
  registerName: (name: string) => `Register ${name}`,
  unregister: 'Unregister…',
  unregisterTitle: 'Unregister as management application',
  details: {
    clientId: 'Client ID',
    directory: 'In the directory',
    ours: 'In this workspace',
    openApp: 'Open the app',
    gone: 'There is no service principal of this app in the tenant, so nobody can sign in as it now. It would administer again as soon as somebody creates one: unregister it unless it is coming back.',
    disabled:
      'The service principal is disabled, so the app cannot sign in now. The registration waits for it.',
    notAsked: 'Microsoft Graph could not be asked about this app. Its name and state are there.',
    unknown: 'Nobody here knows this app. Ask who made it before you take it away.',
  },
  commands: {
    title: 'With other tools',
    unregister: (clientId: string) => `pac admin application unregister --application-id ${clientId}`,
    powershell: (clientId: string) => `Remove-PowerAppManagementApp -ApplicationId ${clientId}`,
    pac: 'Power Platform CLI',
    powershellName: 'PowerShell for administrators',
  },
} as const;
