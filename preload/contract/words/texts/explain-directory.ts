import type { ErrorCode } from '../errors.ts';
import { diskReason, diskRemedy } from './disk-reasons.ts';
import type { Explain, ExplanationDraft, Say } from './explanation-draft.ts';
import {
  allowGraph,
  EDIT_WORKSPACE,
  learn,
  OPEN_SETTINGS,
  RETRY,
  SIGN_IN,
  SIGN_IN_OTHER,
} from './explanation-draft.ts';

/** Directory roles that may do it (Microsoft Learn: permissions-reference of Entra roles). */
const ROLES = 'Cloud Application Administrator or Application Administrator';

const denied = (say: Say): ExplanationDraft => {
  const permission = say('permission', 'a permission of Microsoft Graph');
  const reads = permission.includes('.Read.');
  switch (say('missing')) {
    case 'permission':
      return {
        title: 'The console may not do this in Microsoft Graph',
        cause: `The app registration through which you sign in does not have the delegated permission ${permission} in this tenant.`,
        code: 'Authorization_RequestDenied',
        remedies: [
          `In Entra, open that app registration, add the delegated Microsoft Graph permission ${permission} and grant admin consent.`,
          'Then allow the access here: a token from before does not carry it.',
        ],
        actions: [
          allowGraph(say),
          EDIT_WORKSPACE,
          learn('About permissions of Graph', 'graph/permissions-reference'),
        ],
      };
    case 'role':
      return {
        title: reads ? 'You may not read this in the directory' : 'You may not change this in the directory',
        cause: `The console has the permission ${permission}, but the account that is signed in does not have the directory role for it${reads ? '' : ' and is no owner of the app'}. Signing in with the same account again changes nothing.`,
        code: 'Authorization_RequestDenied',
        remedies: reads
          ? [
              'Sign in with an account that is a member of the tenant and no guest, or one that has the directory role Directory Readers.',
            ]
          : [
              `Sign in with an account that owns the app or has the directory role ${ROLES}. To register an app, Application Developer is enough.`,
              'Or let somebody give the account that role in Entra (Roles & administrators), wait some minutes, and try again.',
            ],
        actions: [SIGN_IN_OTHER],
      };
    default:
      return {
        title: 'Microsoft Graph refused the request',
        cause: `Either the console lacks the delegated permission ${permission}, or the account that is signed in lacks a directory role.`,
        code: 'Authorization_RequestDenied',
        remedies: [`Check the permission ${permission}, and whether the account has the role ${ROLES}.`],
        actions: [allowGraph(say), SIGN_IN, EDIT_WORKSPACE],
      };
  }
};

const POLICIES: Readonly<Record<string, string>> = {
  CredentialInvalidLifetimeAsPerAppPolicy: 'It limits how long a credential of an app may be valid.',
  CredentialTypeNotAllowedAsPerAppPolicy: 'It does not allow this kind of credential.',
};

/** What Microsoft Graph refuses. */
export const EXPLAIN_DIRECTORY = {
  'directory-denied': denied,
  'directory-policy': (say) => ({
    title: 'A policy of the tenant forbids this',
    cause: `The app management policy of the tenant applies. ${POLICIES[say('policy')] ?? say('message')}`,
    code: say('policy', 'app management policy'),
    remedies: [
      say('policy').includes('Lifetime')
        ? 'Choose a shorter validity.'
        : 'Use a certificate instead of a client secret.',
      'An administrator of the tenant can exempt the app.',
    ],
    actions: [
      learn(
        'About app management policies',
        'entra/identity/enterprise-apps/configure-app-management-policies',
      ),
    ],
  }),
  'directory-changed': (say) => ({
    title: 'Somebody else has changed this in the meantime',
    cause: `The ${say('what', 'data')} of the app in Entra are not those that were shown. Nothing was written.`,
    remedies: ['Look at them again, then decide anew.'],
    actions: [RETRY],
  }),
  'secret-not-kept': (say) => ({
    title: 'The client secret could not be kept',
    cause: `Entra made the client secret ${say('name')} with the key ID ${say('keyId', 'unknown')}. Its value could not be kept here: ${diskReason(say)}. It was removed from Entra again, so nothing is left of it.`,
    remedies: [diskRemedy(say), 'Then create the secret again.'],
    actions: [OPEN_SETTINGS],
  }),
  'secret-left-behind': (say) => ({
    title: 'A client secret that nobody knows is left in Entra',
    cause: `Entra made the client secret ${say('name')} with the key ID ${say('keyId', 'unknown')}. Its value could not be kept here, and it could not be removed again.`,
    remedies: [
      'Remove the client secret with this key ID from the app registration: it is valid and of no use.',
      'Or create another secret for the app here: the preview removes this one first.',
    ],
  }),
  'certificate-not-noted': (say) => ({
    title: 'The certificate is in Entra, but that could not be noted here',
    cause: `Entra took the certificate ${say('name')} and gave it the key ID ${say('keyId', 'unknown')}. The list of applications could not be written: ${diskReason(say)}.`,
    remedies: [
      'Nothing is lost: its key is in the vault, and it signs in as soon as Entra knows it everywhere.',
      diskRemedy(say),
    ],
  }),
  'app-not-kept': (say) => ({
    title: 'The app is registered, but could not be added here',
    cause: `The app registration ${say('name')} with the client ID ${say('clientId', 'unknown')} is in Entra. The list of applications could not be written: ${diskReason(say)}.`,
    remedies: [
      diskRemedy(say),
      'Then register it again under the same name: the preview finds it and makes no second one. Or add it with “Add app” by its client ID.',
    ],
  }),
  directory: (say) => ({
    title: 'Microsoft Graph refused the request',
    cause: say('message', `It answered HTTP ${say('status', 'status unknown')}.`),
    code: `${say('code', 'no code')} (HTTP ${say('status', '?')})`,
    remedies: ['The message of the service above says what it objects to.'],
    actions: [RETRY],
  }),
} satisfies Partial<Record<ErrorCode, Explain>>;
