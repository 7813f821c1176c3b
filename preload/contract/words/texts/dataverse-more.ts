import type { DataverseText } from './dataverse-codes.ts';
import { ADD_ROLE, learn, RETRY, SHOW_USERS } from './explanation-draft.ts';

const text =
  (title: string, cause: string, ...remedies: readonly string[]): DataverseText =>
  () => ({ title, cause, remedies });

/** Three limits, for each user and each web server, over five minutes (Microsoft Learn: api-limits). */
const LIMIT =
  (title: string, cause: string, remedy: string): DataverseText =>
  () => ({
    title,
    cause: `${cause} The limit is per user and web server, over five minutes; application users are not exempt.`,
    remedies: [
      'Wait as long as the header Retry-After says; asking again earlier makes the wait longer.',
      remedy,
    ],
    actions: [RETRY, learn('About the limits', 'power-apps/developer/data-platform/api-limits')],
  });

const SUPPORT_USER = text(
  'Users and roles of Microsoft’s support cannot be changed',
  'The Support User role and its users belong to the platform.',
  'Leave them as they are and use a role of your own.',
);

const SECURED: DataverseText = (say) => ({
  title: 'A secured column refuses',
  cause: `Column-level security protects ${say('column') === '' ? 'a column' : `the column ${say('column')}`} of ${say('table', 'the table')}; security roles do not help there.`,
  remedies: [
    'Add the application user, or a team of it, to a column security profile that allows this column; or leave the column out of the request.',
  ],
  actions: [SHOW_USERS],
});

const ROLE_UNKNOWN = text(
  'There is no such role in this environment',
  'A role has another ID in every environment and in every business unit.',
  'Look the role up by name in this environment, and take the copy of the user’s business unit.',
);

const PLUG_IN = text(
  'A plug-in of the environment failed or took too long',
  'Code that runs in the sandbox of the environment stopped the operation. This is not about access.',
  'Ask who maintains the plug-ins; the plug-in trace log says which one it was.',
);

/** Dataverse codes that code of others meets (Microsoft Learn: web-service-error-codes, api-limits). */
export const DATAVERSE_MORE: Readonly<Record<string, DataverseText>> = {
  '0x80072322': LIMIT(
    'Too many requests: 6,000 in five minutes',
    'The number of requests is used up; each part of a batch counts.',
    'Ask for more rows at once and for fewer pages; spread the work over time.',
  ),
  '0x80072321': LIMIT(
    'Too much execution time: 20 minutes in five minutes',
    'All requests of the user together ran longer than 1,200 seconds.',
    'Run fewer requests at once, and shorter ones: fewer columns, better filters.',
  ),
  '0x80072326': LIMIT(
    'Too many requests at once: 52',
    'More requests were running at the same time than are allowed.',
    'Run fewer at once; the header x-ms-dop-hint says how many.',
  ),
  '0x8005F103': LIMIT(
    'Too many requests',
    'The service slows this user down.',
    'Go on with fewer requests at once.',
  ),
  '0x80040231': () => ({
    title: 'The other user or team lacks a privilege',
    cause: 'It is not the caller who lacks it: the user or team to whom the row is assigned or shared does.',
    remedies: ['Give the new owner a role that lets it at least read the table, then assign the row again.'],
    actions: [ADD_ROLE, SHOW_USERS],
  }),
  '0x8004F507': SECURED,
  '0x8004F503': SECURED,
  '0x8004F504': SECURED,
  '0x8004ED43': text(
    'This privilege cannot be added or removed',
    'prvActOnBehalfOfAnotherUser stands in the role Delegate and in no role of your own.',
    'Assign the role Delegate instead.',
  ),
  '0x80040D40': text(
    'The access mode of an application user cannot be changed',
    'The service sets it, to Non-interactive.',
    'Leave it as it is; it does not limit what the roles allow.',
  ),
  '0x80041D66': text(
    'The access mode cannot be changed',
    'The user has no licence that the new mode needs.',
    'Give the user a licence, or leave the mode. Application users need none.',
  ),
  '0x8004D24B': text(
    'The person has no licence',
    'People need a licence for Dataverse or Dynamics 365. Application users need none: this user is a person, or was made as one.',
    'Give the person a licence in the Microsoft 365 admin center; it takes some minutes to arrive.',
    'For a program use an application user instead.',
  ),
  '0x80041D67': text(
    'A user of a partner cannot be created or changed here',
    'Delegated administrators are managed by the service.',
    'Create an application user instead.',
  ),
  '0x80041403': text(
    'A role of this name exists already',
    'Names of roles are unique in a business unit.',
    'Use the one that exists, or choose another name.',
  ),
  '0x80041401': ROLE_UNKNOWN,
  '0x80041404': ROLE_UNKNOWN,
  '0x80041D45': SUPPORT_USER,
  '0x80041D47': SUPPORT_USER,
  '0x80041D51': SUPPORT_USER,
  '0x80048331': text(
    'An access team holds no roles',
    'Access teams get their rights row by row.',
    'Assign the role to an owner team or to the user.',
  ),
  '0x80048350': text(
    'This role cannot be given to a team of an Entra group',
    'Its privilege inheritance is “Team privileges only”; such teams need “Direct User/Basic access level and Team privileges”.',
    'Change the inheritance of the role, or choose another role.',
  ),
  '0x8004032D': text(
    'The business unit is disabled',
    'Nothing can be assigned to it while it is switched off.',
    'Enable the business unit or choose another.',
  ),
  '0x80040203': text(
    'A value in the request is not valid',
    'Often an ID is empty or of the wrong form; the message names it.',
    'Correct the value.',
  ),
  '0x8004E023': text(
    'The aggregate covers too many rows',
    'An aggregate query may look at 50,000 rows at most.',
    'Filter it into smaller pieces and add them up.',
  ),
  '0x80044151': text(
    'The request took too long for the database',
    'Two minutes were not enough.',
    'Ask for fewer rows and columns, and filter by indexed columns.',
  ),
  '0x80040224': PLUG_IN,
  '0x8004418D': PLUG_IN,
  '0x8004418E': PLUG_IN,
  '0x80044171': PLUG_IN,
  '0x80044172': PLUG_IN,
  '0x80044173': PLUG_IN,
  '0x80081111': PLUG_IN,
  '0x80044182': text(
    'A chain of plug-ins or workflows calls itself',
    'One starts the other again and again, more than eight deep.',
    'Ask who maintains the plug-ins and workflows.',
  ),
};
