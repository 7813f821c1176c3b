import type { ErrorCode } from '../errors.ts';
import { AADSTS_APP } from './aadsts-app.ts';
import { AADSTS_MORE } from './aadsts-more.ts';
import { AADSTS_PERSON } from './aadsts-person.ts';
import { DATAVERSE_CODES } from './dataverse-codes.ts';
import { DATAVERSE_MORE } from './dataverse-more.ts';
import type { Explain, ExplanationDraft, Say } from './explanation-draft.ts';
import { allowGraph, CREATE_USER, EDIT_WORKSPACE, RETRY, SHOW_USERS, SIGN_IN } from './explanation-draft.ts';

/** OAuth 2.0 error names (RFC 6749, 5.2) for refusals without a number that we know. */
const OAUTH_ERRORS: Readonly<Record<string, string>> = {
  invalid_client: 'The app or its credential was not accepted.',
  invalid_grant: 'The sign-in was not accepted.',
  invalid_request: 'Something in the request is missing or malformed.',
  invalid_resource: 'The environment is not known in this tenant.',
  invalid_scope: 'What was asked for is not valid.',
  unauthorized_client: 'The app may not sign in this way.',
  interaction_required: 'The person is needed in the browser.',
  temporarily_unavailable: 'Entra is busy at the moment.',
};

const entra = (say: Say): ExplanationDraft => {
  const number = say('aadsts').replace(/^AADSTS/i, '');
  const known = AADSTS_APP[number] ?? AADSTS_PERSON[number] ?? AADSTS_MORE[number];
  const draft: ExplanationDraft = known?.(say) ?? {
    title: 'Entra refused the sign-in',
    cause: OAUTH_ERRORS[say('error')] ?? 'It gives a code that is not in our list.',
    remedies: ['Look the code up on the page of Microsoft that explains it.'],
  };
  if (number === '') return { ...draft, code: say('error', 'entra') };
  return {
    ...draft,
    code: `AADSTS${number}`,
    actions: [
      ...(draft.actions ?? []),
      {
        id: 'open-link',
        label: `About AADSTS${number}`,
        url: `https://login.microsoftonline.com/error?code=${number}`,
      },
    ],
  };
};

const UNAUTHORIZED: ExplanationDraft = {
  title: 'The environment did not accept the access token',
  cause: 'It answered 401 without a reason: the token is missing, expired, or made for another address.',
  code: 'HTTP 401',
  remedies: [
    'Try again. If it stays so, check that the address of the environment is the one it uses itself.',
  ],
  actions: [RETRY],
};

const dataverse = (say: Say): ExplanationDraft => {
  const hex = say('hex');
  const upper = `0x${hex.slice(2).toUpperCase()}`;
  const known = DATAVERSE_CODES[upper] ?? DATAVERSE_MORE[upper];
  if (known !== undefined) return { ...known(say), code: `${hex} ${say('name')}`.trim() };
  if (hex === '' && say('status') === '401') return UNAUTHORIZED;
  return {
    title: 'Dataverse refused the request',
    cause: say('message', `It answered HTTP ${say('status', 'status unknown')}.`),
    code: `${say('hex', `HTTP ${say('status')}`)} ${say('name')}`.trim(),
    remedies: ['The message of the service above says what it objects to.'],
  };
};

/** What a permission of Microsoft Graph is good for here. */
const GRAPH_WORDS: Readonly<Record<string, string>> = {
  'Application.Read.All': 'Application.Read.All, which reads app registrations',
  'Application.ReadWrite.All': 'Application.ReadWrite.All, which changes app registrations',
  'DelegatedPermissionGrant.ReadWrite.All':
    'DelegatedPermissionGrant.ReadWrite.All, which gives and takes back consent',
};

const SIGN_IN_REASONS: Readonly<Record<string, string>> = {
  'no client id of an app registration is set for signing in':
    'The workspace has no client ID of an app registration for signing in.',
  'the client id for signing in is not a GUID': 'The client ID for signing in is malformed.',
  endpoints_resolution_error: 'The sign-in service could not be found or trusted.',
  'answer without an account': 'The answer names no account.',
  'answer without a token': 'The answer holds no token.',
};

/** Refusals of Entra and Dataverse, and what is wrong with users and roles. */
export const EXPLAIN_ACCESS = {
  'sign-in-needed': (say) => {
    const reason = AADSTS_PERSON[say('aadsts')]?.(say);
    return reason === undefined
      ? {
          title: 'Sign in first',
          cause: `Nobody is signed in to ${say('workspace', 'this workspace')}, or the sign-in has expired.`,
          remedies: ['Sign in as an administrator of the tenant.'],
          actions: [SIGN_IN],
        }
      : { ...reason, title: 'Sign in again', code: `AADSTS${say('aadsts')}`, actions: [SIGN_IN] };
  },
  'device-code-expired': () => ({
    title: 'The code has expired',
    cause: 'Nobody signed in with it in time. A code lasts a quarter of an hour at most.',
    remedies: [
      'Ask for a new code and type it soon.',
      'If the page said that you cannot access this, a Conditional Access policy blocks codes: sign in in the browser of this computer instead.',
    ],
    actions: [SIGN_IN],
  }),
  'graph-consent-needed': (say) => ({
    title: 'Microsoft Graph may not be used for this yet',
    cause:
      `Nobody has allowed the registration for signing in to use ${say('permission', 'the permission')} of Microsoft Graph ${
        say('account') === '' ? '' : `for ${say('account')}`
      }`.trim() + '.',
    remedies: [
      `Allow it: the sign-in page asks for ${GRAPH_WORDS[say('permission')] ?? 'exactly this permission'}, and only an administrator can accept.`,
      'If you are not an administrator, let one allow it for the organization on that page.',
    ],
    actions: [allowGraph(say)],
  }),
  'sign-in-cancelled': () => ({
    title: 'The sign-in was cancelled',
    cause: 'It was closed or declined in the browser.',
    remedies: ['Sign in again when you are ready.'],
    actions: [SIGN_IN],
  }),
  'sign-in-failed': (say) => ({
    title: 'Signing in did not work',
    cause: SIGN_IN_REASONS[say('reason')] ?? `The sign-in library says: ${say('reason', 'unknown')}.`,
    remedies: [
      'Check the application (client) ID for signing in, in the settings of the workspace. The registration must be a public client with the redirect address http://localhost.',
      'Try again; if no page opened, check that a browser is installed.',
    ],
    actions: [SIGN_IN, EDIT_WORKSPACE],
  }),
  entra,
  dataverse,
  'role-not-found': (say) => ({
    title: `There is no role ${say('role')} in ${say('environment', 'this environment')}`,
    cause: 'Role names can differ between environments, and a role comes with its solution.',
    remedies: ['Choose a role that exists there, or import the solution that brings it.'],
  }),
  'role-ambiguous': (say) => ({
    title: `More than one role is called ${say('role')}`,
    cause: `${say('count', 'Several')} different roles of this name exist in ${say('environment', 'the environment')}; it cannot be known which one is meant.`,
    remedies: ['Rename one of them in the environment.'],
  }),
  'team-not-found': (say) => ({
    title: `There is no team ${say('team')} in ${say('environment', 'this environment')}`,
    cause: 'Teams belong to one environment and to one business unit of it.',
    remedies: ['Choose a team that exists there, or create it.'],
  }),
  'team-ambiguous': (say) => ({
    title: `More than one team is called ${say('team')}`,
    cause: `${say('count', 'Several')} teams of this name exist in ${say('environment', 'the environment')}; it cannot be known which one is meant.`,
    remedies: ['Rename one of them in the environment.'],
  }),
  'team-not-changeable': (say) =>
    say('reason') === 'entra'
      ? {
          title: `Membership of ${say('team')} is managed in Entra`,
          cause:
            'The team stands for a group of Microsoft Entra ID: who is a member is decided there, and takes effect when the app next works in the environment.',
          remedies: ["Add the app's service principal to the group in Entra, or choose an owner team."],
        }
      : {
          title: `Membership of ${say('team')} cannot be changed`,
          cause:
            'It is the default team of a business unit: everybody in the business unit is a member, and nobody else.',
          remedies: ['Change the business unit of the application user, or choose another team.'],
        },
  'business-unit-not-found': (say) => ({
    title: `There is no business unit ${say('unit')} in ${say('environment', 'this environment')}`,
    cause: 'Business units differ between environments, also in their names.',
    remedies: ['Choose a business unit that exists there.'],
  }),
  'business-unit-ambiguous': (say) => ({
    title: `More than one business unit is called ${say('unit')}`,
    cause: `${say('count', 'Several')} business units of this name exist in ${say('environment', 'the environment')}; it cannot be known which one is meant.`,
    remedies: ['Rename one of them in the environment.'],
  }),
  'business-unit-disabled': (say) => ({
    title: `The business unit ${say('unit')} is disabled`,
    cause: 'Nobody in a disabled business unit can work in the environment.',
    remedies: ['Enable it in the environment first, or choose another one.'],
  }),
  'user-ambiguous': (say) => ({
    title: 'More than one application user has this client ID',
    cause: `${say('count', 'Several')} rows have client ID ${say('clientId')}.`,
    remedies: ['Look at them and remove the one that is not used.'],
    actions: [SHOW_USERS],
  }),
  'user-missing': (say) => ({
    title: 'The application user does not exist',
    cause: `No row in ${say('environment', 'the environment')} has client ID ${say('clientId')}.`,
    remedies: ['Create the application user there.'],
    actions: [CREATE_USER, SHOW_USERS],
  }),
  'user-soft-deleted': (say) => ({
    title: 'A deleted application user is in the way',
    cause: `A soft-deleted row in ${say('environment', 'the environment')} still holds client ID ${say('clientId')}, and an app can have one row only.`,
    remedies: [
      'Plan it again with the deleted row purged first: it is deleted permanently, then a new application user is created.',
    ],
    actions: [SHOW_USERS],
  }),
} satisfies Partial<Record<ErrorCode, Explain>>;
