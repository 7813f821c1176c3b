import type { DirectoryAudience } from '../directory.ts';

/** Who may use an app, as a person says it (Microsoft Graph: `signInAudience`). */
const AUDIENCES: Readonly<Record<DirectoryAudience, string>> = {
  AzureADMyOrg: 'Its own tenant only (single-tenant)',
  AzureADMultipleOrgs: 'Any tenant that consents (multitenant)',
  AzureADandPersonalMicrosoftAccount: 'Any tenant and personal Microsoft accounts',
  PersonalMicrosoftAccount: 'Personal Microsoft accounts only: it cannot work in Dataverse',
};

/** Words about an app as Microsoft Entra knows it. */
export const APP_DIRECTORY_TEXTS = {
  audiences: AUDIENCES,
  overview: {
    ids: 'IDs',
    clientId: 'Application (client) ID',
    clientIdUse:
      'The same in every tenant. It signs in with this one, and application users are created with it.',
    objectId: 'Object ID of the registration',
    objectIdUse:
      'In the home tenant only. Microsoft Graph changes the registration by it; nothing signs in with it.',
    principalId: 'Object ID of the service principal',
    principalIdUse: 'In this tenant only. Dataverse stores it with the application user.',
    notHere: 'Not in this tenant: the registration is in the home tenant.',
    noPrincipal: 'None in this tenant: it cannot sign in here before an administrator consents.',
    entra: 'In Microsoft Entra',
    signIn: 'Sign-in here',
    enabled: 'Allowed',
    disabled: 'Switched off',
    unknown: 'Not known',
    noPrincipalShort: 'No service principal',
    audience: 'Who may use it',
    homeTenant: 'Home tenant',
    here: 'This tenant',
    created: 'Registered',
    owners: 'Owners',
    noOwners: 'Nobody. Add an owner in Entra, so that somebody can be called.',
    ownersElsewhere: 'Only the home tenant knows.',
    ownersUnknown: 'They could not be read.',
    portal: 'Open in the Entra portal',
    block: 'Block sign-in…',
    blockTitle: 'Block the service principal',
    allow: 'Allow sign-in…',
    allowTitle: 'Allow the service principal',
    users: 'Application users',
    usersIn: (count: number) => (count === 1 ? 'In 1 environment' : `In ${count} environments`),
    moreUsers: (count: number) => `and ${count} more`,
    noUsers: 'None was seen in the environments of this workspace.',
    loading: 'Reading the directory',
    absentTitle: 'This tenant does not know the app',
    absentText:
      'There is no registration and no service principal with this client ID here. It may belong to another tenant whose administrator has not given consent yet.',
  },
  credentials: {
    here: 'Kept here',
    elsewhere: 'Held elsewhere',
    elsewhereText:
      'Microsoft Entra accepts these too. The console does not have them; somebody else may use them.',
    noneElsewhere: 'Microsoft Entra accepts no other credential of this app.',
    foreign: 'The registration is in another tenant: what else Entra accepts can be seen only there.',
    unlisted: 'Entra does not list it',
    unlistedHint: 'It was deleted in Entra, or it belongs to another app.',
    hint: 'Begins with',
    keyId: 'Key ID',
    nameless: 'Without a name',
    starts: 'Valid from',
  },
  add: {
    ways: 'How to add an app',
    pick: 'Pick from the directory',
    paste: 'Paste a client ID',
    search: 'Search by name',
    own: 'Apps of this tenant',
    enterprise: 'Enterprise apps of other tenants',
    noneOwn: 'No app registration matches.',
    noneEnterprise: 'No app of another tenant matches.',
    more: 'There are more. Type more of the name.',
    loading: 'Searching',
    added: 'Added',
    add: 'Add',
    addName: (name: string) => `Add ${name}`,
    useName: (name: string) => `Use ${name} here`,
    elsewhere: 'In another workspace',
  },
  identify: {
    kinds: {
      'client-id': 'Client ID',
      'application-object-id': 'Not a client ID',
      'service-principal-id': 'Not a client ID',
      'secret-id': 'Not a client ID',
      'certificate-id': 'Not a client ID',
      unknown: 'Not known in this tenant',
    },
    looking: 'Asking the directory what this is…',
    clientId: (name: string) => `This is ${name}.`,
    objectId: (name: string) => `This is the object ID of the app registration ${name}, not its client ID.`,
    principalId: (name: string) =>
      `This is the object ID of the service principal of ${name}, not its client ID.`,
    secretId: (name: string) =>
      `This is the ID of a client secret of ${name}. It is neither the client ID nor the secret value.`,
    certificateId: (name: string) => `This is the ID of a certificate of ${name}, not its client ID.`,
    unknown:
      'This tenant has no app with this ID. That is right for an app of another tenant without consent here; otherwise look again.',
  },
} as const;
