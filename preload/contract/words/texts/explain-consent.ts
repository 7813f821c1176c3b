import type { ErrorCode } from '../errors.ts';
import type { Explain } from './explanation-draft.ts';
import { EDIT_WORKSPACE, learn, RETRY, SIGN_IN } from './explanation-draft.ts';

const REFUSALS: Readonly<Record<string, { readonly cause: string; readonly remedy: string }>> = {
  declined: {
    cause: 'The administrator chose Cancel on the page that lists the permissions. Nothing was granted.',
    remedy: 'Talk to the administrator about what the app does, then ask again.',
  },
  'not-admin': {
    cause: 'Whoever opened the link may not consent for the organization.',
    remedy:
      'Send the link to a Cloud Application Administrator, Application Administrator or Privileged Role Administrator of that tenant.',
  },
};

const UNREADABLE: Readonly<Record<string, string>> = {
  'not-an-address': 'It is no web address.',
  'no-answer': 'It carries no answer: neither admin_consent nor error stands in it.',
  'other-link': 'It answers another link than the one that was made last for this app and tenant.',
};

/** What can go wrong between an app and the administrators of a tenant. */
export const EXPLAIN_CONSENT = {
  'consent-refused': (say) => ({
    title: say('reason') === 'not-admin' ? 'An administrator has to answer' : 'The consent was refused',
    cause: REFUSALS[say('reason')]?.cause ?? `The sign-in service says: ${say('error', 'unknown')}.`,
    code: say('aadsts') === '' ? say('error', 'consent-refused') : `AADSTS${say('aadsts')}`,
    remedies: [REFUSALS[say('reason')]?.remedy ?? 'Look the code up, then ask again.'],
    actions: [
      RETRY,
      learn('Who may grant consent', 'entra/identity/enterprise-apps/grant-admin-consent#prerequisites'),
    ],
  }),
  'consent-answer-unreadable': (say) => ({
    title: 'This is not the answer to the consent link',
    cause: UNREADABLE[say('reason')] ?? 'It cannot be read.',
    remedies: [
      'Copy the whole address from the browser in which the administrator answered, from https:// or http:// to its end.',
      'If the address is lost, check by token: that tells the same.',
    ],
  }),
  'consent-elsewhere': (say) => ({
    title: 'Consent seems to have been given in another tenant',
    cause: `The answer names tenant ${say('actual', 'unknown')}, and in tenant ${say('expected', 'of this workspace')} there is no service principal of the app.`,
    remedies: [
      'Ask again with a link for this tenant alone, and have it opened by an account of that tenant (a private window helps).',
      'If the other tenant should not have consented, an administrator there can delete the app under Enterprise applications.',
    ],
    actions: [RETRY],
  }),
  'tenant-unknown': (say) => ({
    title: 'The tenant of this workspace is not known yet',
    cause: `Workspace ${say('workspace')} was made without a tenant, and nobody has signed in to it.`.replace(
      'Workspace  was',
      'The workspace was',
    ),
    remedies: [
      'Sign in to the workspace once; that tells its tenant.',
      'Until then a link over “organizations” can be sent, but nothing can be verified.',
    ],
    actions: [EDIT_WORKSPACE],
  }),
  'power-platform-denied': () => ({
    title: 'Only a Power Platform administrator may see this',
    cause: 'Whoever is signed in to this workspace is not a Power Platform administrator of the tenant.',
    remedies: [
      'Sign in as a Power Platform Administrator, Dynamics 365 Administrator or Global Administrator.',
      'An administrator with Privileged Identity Management may have to activate the role first.',
    ],
    actions: [SIGN_IN],
  }),
} satisfies Partial<Record<ErrorCode, Explain>>;
