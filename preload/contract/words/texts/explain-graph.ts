import type { ErrorCode } from '../errors.ts';
import type { Explain, ExplanationDraft } from './explanation-draft.ts';
import { learn, RETRY } from './explanation-draft.ts';

/** Codes of Microsoft Graph that an admin of apps meets, by code (Microsoft Learn: Graph error responses; appManagementPolicy). */
const KNOWN: Readonly<Record<string, Omit<ExplanationDraft, 'code'>>> = {
  Authorization_RequestDenied: {
    title: 'The directory does not allow this',
    cause: 'The signed-in admin may not change this app, or this console was not given the permission to.',
    remedies: [
      'Sign in as an owner of the app, an Application Administrator or a Cloud Application Administrator.',
      'Have the permission Application.ReadWrite.All granted to the app that this console signs in with.',
    ],
    actions: [learn('About the roles', 'entra/identity/role-based-access-control/permissions-reference')],
  },
  CredentialInvalidLifetimeAsPerAppPolicy: {
    title: 'The tenant does not allow a credential to last that long',
    cause: 'A policy for apps in this tenant limits how long a credential may be valid.',
    remedies: ['Choose an earlier end.'],
  },
  CredentialTypeNotAllowedAsPerAppPolicy: {
    title: 'The tenant does not allow client secrets',
    cause: 'A policy for apps in this tenant forbids this kind of credential.',
    remedies: ['Use a certificate instead.'],
  },
  Request_ResourceNotFound: {
    title: 'The directory has no such object',
    cause: 'It was removed, or it is in another tenant.',
    remedies: ['Check that the workspace is the one of the tenant in which the app is registered.'],
  },
};

/** Refusals of Microsoft Graph. */
export const EXPLAIN_GRAPH = {
  graph: (say) => ({
    ...(KNOWN[say('code')] ?? {
      title: 'The directory refused this',
      cause: `Microsoft Graph answered ${say('code', 'an error')} (${say('status', 'no status')}).`,
      remedies: ['Try again. If it happens again, ask with the ids below.'],
      actions: [RETRY],
    }),
    code: say('code', 'graph'),
  }),
} satisfies Partial<Record<ErrorCode, Explain>>;
