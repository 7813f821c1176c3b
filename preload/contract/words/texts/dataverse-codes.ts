import { ADD_ROLE, CREATE_USER, ENABLE_USER, learn, RETRY, SHOW_USERS } from './explanation-draft.ts';
import type { ExplanationDraft, Say } from './explanation-draft.ts';

/** How one Dataverse error code is explained. */
export type DataverseText = (say: Say) => ExplanationDraft;

const DISABLED: DataverseText = () => ({
  title: 'The user is disabled in this environment',
  cause: 'The application user exists but is switched off, or belongs to no business unit.',
  remedies: ['Enable the application user.'],
  actions: [ENABLE_USER, SHOW_USERS],
});

const UNKNOWN_APP: DataverseText = () => ({
  title: 'Dataverse could not find the app in Entra',
  cause: 'The service principal is missing in this tenant, or is so new that it is not known everywhere yet.',
  remedies: ['Consent to the app in this tenant, wait a minute or two, and try again.'],
  actions: [RETRY],
});

const TOKEN: DataverseText = () => ({
  title: 'The access token was not accepted',
  cause: 'It is expired, damaged or made for another resource.',
  remedies: [
    'Try again: a new token is fetched.',
    'If it stays so, check that the address of the environment is the one it uses itself.',
  ],
  actions: [RETRY],
});

const ORGANIZATION_OFF: DataverseText = () => ({
  title: 'The environment is switched off',
  cause: 'It is disabled, in administration mode, or its servers are being moved.',
  remedies: ['Look at its state in the Power Platform admin center.'],
  actions: [RETRY],
});

const privilegeCause = (say: Say): string => {
  const privilege = say('privilege');
  if (privilege === '') return 'None of the security roles of the user allows it.';
  const table = say('table') === '' ? '' : ` on table ${say('table')}`;
  const depth = say('depth') === '' ? '' : `, with depth ${say('depth')} or more`;
  return `The privilege ${privilege}${table} is missing${depth}.`;
};

const PRIVILEGE: DataverseText = (say) => ({
  title: say('privilege') === '' ? 'A privilege is missing' : `The privilege ${say('privilege')} is missing`,
  cause: privilegeCause(say),
  remedies: [
    say('privilege') === ''
      ? 'Add a role that allows it.'
      : `Add ${say('privilege')} to one of the roles the user holds, or add a role that has it. Basic depth is the least.`,
    'A change of roles can take half a minute to take effect.',
  ],
  actions: [ADD_ROLE, SHOW_USERS],
});

const RECORD: DataverseText = (say) => ({
  title: 'No access to this row',
  cause: `The user may work with ${say('table', 'the table')}, but not with rows of this owner or business unit: the depth of ${say('privilege', 'the privilege')} is too small, or the row is not shared.`,
  remedies: [
    'Give the privilege more depth, put the user into a business unit above the owner’s, or share the row.',
  ],
  actions: [ADD_ROLE, SHOW_USERS],
});

const WRONG_BUSINESS_UNIT: DataverseText = () => ({
  title: 'The role copy belongs to another business unit',
  cause: 'Each business unit has its own copy of a role; the user can hold the copies of its own only.',
  remedies: ['Assign the role again: the console chooses the copy of the user’s business unit.'],
  actions: [SHOW_USERS],
});

const LAST_ADMINISTRATOR: DataverseText = () => ({
  title: 'This would leave the environment without an administrator',
  cause: 'The user is the only one who holds System Administrator.',
  remedies: ['Give System Administrator to somebody else first.'],
  actions: [SHOW_USERS],
});

const QUERY: DataverseText = (say) => ({
  title: 'The query names something that does not exist',
  cause: say('message', 'A table or column in it is not known here.'),
  remedies: ['Check the names: the Web API uses the plural of a table and is case-sensitive.'],
});

const NOT_UNDERSTOOD: DataverseText = (say) => ({
  title: 'The query was not understood',
  cause: say(
    'message',
    'It names a table or column that is not there, has an option that Dataverse does not know, or is not written as it should be.',
  ),
  remedies: [
    'Check the names: the Web API uses the plural of a table and is case-sensitive.',
    'There is no $skip and no $search: further rows come with @odata.nextLink.',
  ],
});

/** Dataverse codes that server-to-server work meets, by normalised hex (Microsoft Learn: web-service-error-codes). */
export const DATAVERSE_CODES: Readonly<Record<string, DataverseText>> = {
  '0x80072560': () => ({
    title: 'There is no user for this sign-in in the environment',
    cause:
      'No application user has this client ID, it was made a moment ago, or the token comes from another tenant.',
    remedies: [
      'Create the application user in this environment. If it was just created, wait half a minute.',
      'Check that app and environment belong to the tenant of this workspace.',
    ],
    actions: [
      CREATE_USER,
      SHOW_USERS,
      learn('About application users', 'power-platform/admin/manage-application-users'),
    ],
  }),
  '0x80072561': () => ({
    title: 'A policy refuses this location',
    cause:
      'Conditional Access or a location restriction of the environment does not allow the address this request came from. The roles of the user are not the reason.',
    remedies: [
      'Ask who looks after Conditional Access to allow this network, or work from one that is allowed.',
    ],
    actions: [RETRY],
  }),
  '0x80072559': UNKNOWN_APP,
  '0x8004F510': UNKNOWN_APP,
  '0x80095FFE': () => ({
    title: 'The IP firewall of the environment refuses this address',
    cause: 'The environment lets only listed networks in.',
    remedies: [
      'Have this address added in the admin center (Settings, Privacy + Security, IP address settings), or work from a listed network.',
    ],
    actions: [RETRY],
  }),
  '0x80042F09': () => ({
    title: 'The user has no security role',
    cause: 'The application user exists, but without a role it may do nothing.',
    remedies: ['Assign the least role that works.'],
    actions: [ADD_ROLE, SHOW_USERS],
  }),
  '0x80040220': PRIVILEGE,
  '0x80040299': PRIVILEGE,
  '0x80040204': PRIVILEGE,
  '0x80048306': RECORD,
  '0x80048405': RECORD,
  '0x80040225': DISABLED,
  '0x8004A112': DISABLED,
  '0x8004A100': TOKEN,
  '0x8004A101': TOKEN,
  '0x8004A102': TOKEN,
  '0x8004A103': TOKEN,
  '0x8004A105': TOKEN,
  '0x8004A106': TOKEN,
  '0x80041D50': TOKEN,
  '0x80041D52': TOKEN,
  '0x80044302': TOKEN,
  '0x8004A104': ORGANIZATION_OFF,
  '0x8004A107': ORGANIZATION_OFF,
  '0x80044502': () => ({
    title: 'The access mode of the user does not allow it',
    cause:
      'The user is not Read-Write or Non-interactive. The access mode of an application user is set by the service.',
    remedies: ['Look at the application user; if its mode is wrong, deactivate it and create it again.'],
    actions: [SHOW_USERS],
  }),
  '0x8004A110': () => ({
    title: 'The user may not act on behalf of others',
    cause: 'Impersonation needs the privilege prvActOnBehalfOfAnotherUser.',
    remedies: ['Assign the role Delegate, or add the privilege to one of its roles.'],
    actions: [ADD_ROLE],
  }),
  '0x8004F511': () => ({
    title: 'There is already an application user for this app',
    cause: 'It exists in this environment, perhaps soft-deleted.',
    remedies: ['Use the one that exists; restore it if it was deleted.'],
    actions: [SHOW_USERS],
  }),
  '0x80041D48': () => ({
    title: 'This application user cannot be changed',
    cause: 'The service protects it, because it belongs to the platform.',
    remedies: ['Leave it as it is.'],
    actions: [SHOW_USERS],
  }),
  '0x80041D49': () => ({
    title: 'The app is not registered for this service',
    cause: 'It must be enabled by Microsoft before it can be used in an environment.',
    remedies: ['Use an app registration of your own.'],
  }),
  '0x80041409': WRONG_BUSINESS_UNIT,
  '0x8004140D': WRONG_BUSINESS_UNIT,
  '0x80041D2F': LAST_ADMINISTRATOR,
  '0x80041D30': LAST_ADMINISTRATOR,
  '0x8004032C': () => ({
    title: 'The business unit is disabled',
    cause: 'Nothing can be assigned to it while it is switched off.',
    remedies: ['Enable the business unit or choose another.'],
  }),
  '0x80040217': () => ({
    title: 'The row was not found',
    cause: 'The ID is wrong, belongs to another table, or the row was deleted.',
    remedies: ['Check ID and table.'],
  }),
  '0x80060891': () => ({
    title: 'No row has this key',
    cause: 'No row has the values of the alternate key.',
    remedies: ['Check the values of the key.'],
  }),
  '0x80040237': () => ({
    title: 'It exists already',
    cause: 'A row or relationship like this is there; usually somebody else was faster.',
    remedies: ['Refresh and look at what is there.'],
    actions: [RETRY],
  }),
  '0x80060882': () => ({
    title: 'Somebody changed it in the meantime',
    cause: 'The row is not the one that was read.',
    remedies: ['Refresh and try again.'],
    actions: [RETRY],
  }),
  '0x80041102': QUERY,
  '0x80041103': QUERY,
  '0x80060888': NOT_UNDERSTOOD,
  '0x8006088A': NOT_UNDERSTOOD,
  '0x80048D19': (say) => ({
    title: 'The body of the request was not understood',
    cause: say(
      'message',
      'A property in it is not known to the table, or its value has another form than the column.',
    ),
    remedies: [
      'Check the names of the properties: they are case-sensitive, and a lookup is set by its navigation property followed by @odata.bind.',
    ],
  }),
  '0x80040227': () => ({
    title: 'It is still used and cannot be deleted',
    cause: 'Other rows refer to it.',
    remedies: ['Reassign or remove those first.'],
  }),
  '0x80040265': () => ({
    title: 'A plug-in of the environment stopped it',
    cause: 'Code that runs in the environment refused the operation. This is not about access.',
    remedies: ['Ask who maintains the plug-ins; the plug-in trace log says which one it was.'],
  }),
  '0x80040216': () => ({
    title: 'Dataverse failed unexpectedly',
    cause: 'The service gives no reason.',
    remedies: ['Try again. If it stays so, open a support case with the request ID below.'],
    actions: [RETRY],
  }),
};
