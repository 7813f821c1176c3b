import type { AadstsText } from './aadsts-text.ts';
import { learn, RETRY, SIGN_IN, SIGN_IN_OTHER } from './explanation-draft.ts';

const CONSENT: AadstsText = (say) => ({
  title: 'An administrator has to consent first',
  cause: `Nobody in this tenant has allowed ${say('clientId') === '' ? 'the app' : `app ${say('clientId')}`} to do what it asks for.`,
  remedies: [
    'Let an administrator of the tenant consent to the registration that is used for signing in, then sign in again.',
  ],
  actions: [SIGN_IN],
});

const ADMIN_CONSENT: AadstsText = () => ({
  title: 'Only an administrator can allow this',
  cause: 'The permission that is asked for needs the consent of an administrator, and your account is none.',
  remedies: [
    'Sign in with an administrator’s account, or let an administrator consent for the organization on the sign-in page.',
  ],
  actions: [SIGN_IN],
});

const DECLINED: AadstsText = () => ({
  title: 'Consent was declined',
  cause: 'The question for consent was answered with no.',
  remedies: ['Sign in again and accept, or let an administrator consent for the organization.'],
  actions: [SIGN_IN],
});

const ASK_POLICY =
  'Ask who looks after Conditional Access; the sign-in log of Entra names the policy (use the correlation ID below).';

/** A person's sign-in is refused by other policies than an app's, and a code by some of its own (Microsoft Learn: concept-authentication-flows). */
const CONDITIONAL_ACCESS: AadstsText = (say) => {
  const title = 'A Conditional Access policy blocks this sign-in';
  const way = say('way');
  if (way === '')
    return {
      title,
      cause:
        'A policy of the tenant refuses it by location, device or risk. Policies for workload identities refuse apps, too.',
      remedies: [ASK_POLICY, 'From the office network or a managed device it may be allowed.'],
      actions: [
        RETRY,
        learn(
          'About Conditional Access for workload identities',
          'entra/identity/conditional-access/workload-identity',
        ),
      ],
    };
  return {
    title,
    cause:
      way === 'code'
        ? 'A policy of the tenant refuses this account by location, device or risk, or refuses signing in with a code altogether.'
        : 'A policy of the tenant refuses this account by location, device or risk.',
    remedies: [
      ...(way === 'code' ? ['Sign in in the browser of this computer: many tenants block codes alone.'] : []),
      ASK_POLICY,
      'From the office network or a managed device, or with another account, it may be allowed.',
    ],
    actions: [RETRY, learn('About Conditional Access', 'entra/identity/conditional-access/overview')],
  };
};

const TENANT_RESTRICTION: AadstsText = () => ({
  title: 'The network allows no sign-in to this tenant',
  cause: 'Tenant restrictions refuse it; your rights are not the reason.',
  remedies: ['Ask the network administrators to allow the tenant, or work from another network.'],
});

const crossTenant =
  (whose: string): AadstsText =>
  () => ({
    title: 'Cross-tenant access settings refuse this sign-in',
    cause: `${whose} does not let this account across; network, roles and your rights are not the reason.`,
    remedies: [
      `Ask an administrator of it to allow it: Entra, External Identities, Cross-tenant access settings.`,
      'Or sign in with an account of the tenant that is to be reached.',
    ],
  });

const MFA: AadstsText = () => ({
  title: 'A second factor is needed',
  cause: 'The tenant asks for multifactor authentication, which needs you in the browser.',
  remedies: ['Sign in again and complete it.'],
  actions: [SIGN_IN],
});

const SIGN_IN_AGAIN: AadstsText = () => ({
  title: 'You have to sign in again',
  cause: 'The sign-in is too old, or was revoked, for instance by a change of password.',
  remedies: ['Sign in again.'],
  actions: [SIGN_IN],
});

const NOT_IN_TENANT: AadstsText = (say) => ({
  title: 'This account is not in the tenant',
  cause: `The account that signed in belongs to another tenant and is no guest in ${say('workspace') === '' ? say('tenantId', 'this one') : `the tenant of ${say('workspace')}`}.`,
  remedies: ['Sign in with an account of the tenant, or have yours invited as a guest.'],
  actions: [SIGN_IN_OTHER],
});

const ACCOUNT_STATE =
  (title: string, cause: string, remedy: string, action = SIGN_IN): AadstsText =>
  () => ({
    title,
    cause,
    remedies: [remedy],
    actions: [action],
  });

const BUSY: AadstsText = () => ({
  title: 'Entra is busy at the moment',
  cause: 'A fault of the moment on Microsoft’s side, not in your settings.',
  remedies: ['Wait a little and try again.'],
  actions: [RETRY],
});

/** AADSTS numbers about people, policies and the service itself (Microsoft Learn: reference-error-codes). */
export const AADSTS_PERSON: Readonly<Record<string, AadstsText>> = {
  65001: CONSENT,
  65002: () => ({
    title: 'The client may not be used for this resource',
    cause:
      'Client and resource both belong to Microsoft, and Microsoft has not preauthorized the one for the other. No consent helps.',
    remedies: ['Sign in with an app registration of your own tenant instead of a client ID of Microsoft.'],
  }),
  90094: ADMIN_CONSENT,
  90095: ADMIN_CONSENT,
  90008: CONSENT,
  65004: DECLINED,
  53003: CONDITIONAL_ACCESS,
  53000: CONDITIONAL_ACCESS,
  53001: CONDITIONAL_ACCESS,
  53011: CONDITIONAL_ACCESS,
  530032: CONDITIONAL_ACCESS,
  530034: CONDITIONAL_ACCESS,
  530035: CONDITIONAL_ACCESS,
  500021: TENANT_RESTRICTION,
  500022: TENANT_RESTRICTION,
  500212: crossTenant('The tenant of the account'),
  500213: crossTenant('The tenant that is to be reached'),
  50105: () => ({
    title: 'You are not assigned to the app',
    cause: 'The registration that is used for signing in lets only assigned users in.',
    remedies: [
      'Have your account assigned in Entra, Enterprise applications, Users and groups, or have “Assignment required” switched off.',
    ],
    actions: [SIGN_IN],
  }),
  50076: MFA,
  50079: MFA,
  50074: MFA,
  500121: () => ({
    title: 'The sign-in request was not approved',
    cause: 'The second factor was denied or not answered in time.',
    remedies: [
      'Sign in again and approve the request. If you did not start the sign-in, change your password.',
    ],
    actions: [SIGN_IN],
  }),
  50173: SIGN_IN_AGAIN,
  70008: SIGN_IN_AGAIN,
  700082: SIGN_IN_AGAIN,
  70043: SIGN_IN_AGAIN,
  54005: SIGN_IN_AGAIN,
  50058: SIGN_IN_AGAIN,
  16000: SIGN_IN_AGAIN,
  16003: NOT_IN_TENANT,
  50020: NOT_IN_TENANT,
  51004: NOT_IN_TENANT,
  90072: NOT_IN_TENANT,
  50034: ACCOUNT_STATE(
    'There is no such account',
    'The tenant does not know the user name.',
    'Check the user name and the tenant.',
  ),
  50053: ACCOUNT_STATE(
    'The account is locked',
    'Too many wrong attempts, or a sign-in from an address that is thought to be malicious.',
    'Wait, or have the account unlocked.',
  ),
  50055: ACCOUNT_STATE(
    'The password has expired',
    'It must be changed before anything else.',
    'Sign in in the browser and change it.',
  ),
  50057: ACCOUNT_STATE(
    'The account is disabled',
    'An administrator has switched it off.',
    'Sign in with another account, or have it enabled.',
    SIGN_IN_OTHER,
  ),
  50126: ACCOUNT_STATE('User name or password is wrong', 'Entra did not accept them.', 'Sign in again.'),
  90099: ACCOUNT_STATE(
    'The app is not authorized for partners in this tenant',
    'You sign in to a customer’s tenant as a partner, and the registration was not consented to there.',
    'Let an administrator of the customer consent, or use a registration of the customer.',
  ),
  90033: BUSY,
  90024: BUSY,
  50196: BUSY,
};
