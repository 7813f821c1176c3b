import type { Say } from './explanation-draft.ts';
import { ADD_CREDENTIAL, EDIT_WORKSPACE, learn, RETRY } from './explanation-draft.ts';
import type { AadstsText } from './aadsts-text.ts';

const inTenant = (say: Say): string => (say('tenantId') === '' ? 'this tenant' : `tenant ${say('tenantId')}`);
const theApp = (say: Say): string => (say('clientId') === '' ? 'the app' : `app ${say('clientId')}`);
const theResource = (say: Say): string => say('resource', 'the environment');

const NOT_IN_TENANT: AadstsText = (say) => ({
  title: 'The app is not known in this tenant',
  cause: `There is no service principal of ${theApp(say)} in ${inTenant(say)}.`,
  remedies: [
    'Compare the client ID with “Application (client) ID” of the app registration: the object ID and the secret ID look alike.',
    'If the app is registered in another tenant, an administrator of this tenant has to consent to it (which creates the service principal).',
    'Check that the workspace is about the right tenant.',
  ],
  actions:
    say('clientId') === ''
      ? [EDIT_WORKSPACE]
      : [
          {
            id: 'copy',
            label: 'Copy the command that creates it',
            text: `az ad sp create --id ${say('clientId')}`,
          },
          EDIT_WORKSPACE,
        ],
});

const TENANT_NOT_FOUND: AadstsText = (say) => ({
  title: 'There is no such tenant in this cloud',
  cause: `${say('tenantId', 'The tenant')} was not found.`,
  remedies: [
    'Check the tenant ID or domain for a typing error.',
    'A tenant of a government cloud or of China is found only by the authority of that cloud: check the cloud of the workspace.',
  ],
  actions: [EDIT_WORKSPACE],
});

const APP_DISABLED: AadstsText = (say) => ({
  title: 'The app is switched off in this tenant',
  cause: `The service principal of ${theApp(say)} is disabled, by an administrator or by Microsoft.`,
  remedies: [
    'In Entra, Enterprise applications, open the app and set “Enabled for users to sign in” to Yes.',
  ],
});

const NOT_OVER_COMMON: AadstsText = () => ({
  title: 'A concrete tenant is needed',
  cause: 'An app signs in as itself in one tenant; “common” and “organizations” stand for none.',
  remedies: ['Set the tenant ID of the workspace.'],
  actions: [EDIT_WORKSPACE],
});

const WRONG_SECRET: AadstsText = (say) => ({
  title: 'The client secret is wrong',
  cause: `Entra does not accept the secret for ${theApp(say)}. Most often the ID of the secret was pasted instead of its value.`,
  remedies: [
    'Copy the column “Value”, not “Secret ID”, in Certificates & secrets. A value is shown once only: if it is hidden, make a new secret.',
    'Check that the secret was made for this app, and that nothing was cut off.',
    'A secret that was made a moment ago can take up to two minutes to be known everywhere.',
  ],
  actions: [ADD_CREDENTIAL, RETRY],
});

const CERTIFICATE_NOT_REGISTERED: AadstsText = (say) => ({
  title: 'The certificate is not accepted',
  cause: `It is not registered with ${theApp(say)}, has expired there, or its signature does not fit.`,
  remedies: [
    'Compare the thumbprint that the console shows with those in Certificates & secrets of the app registration.',
    'Upload the certificate (without its private key) there, or store the one that is registered.',
  ],
  actions: [ADD_CREDENTIAL],
});

const RESOURCE_UNKNOWN: AadstsText = (say) => ({
  title: 'This environment is not known in the tenant',
  cause: `${theResource(say)} does not belong to ${inTenant(say)}, was deleted, or the tenant has no Dataverse.`,
  remedies: [
    'Check the address of the environment.',
    'Check that the workspace is about the tenant in which the environment lives.',
  ],
  actions: [EDIT_WORKSPACE],
});

const WRONG_SCOPE: AadstsText = (say) => ({
  title: 'The scope of the request is not valid',
  cause: `An app that signs in as itself asks for exactly “${theResource(say)}/.default”.`,
  remedies: [
    'Check the address of the environment. In code of your own, use its origin followed by /.default.',
  ],
  actions: [learn('About the scope', 'entra/identity-platform/scopes-oidc#the-default-scope')],
});

const ASSERTION_AUDIENCE: AadstsText = () => ({
  title: 'The signed assertion was made for another tenant or cloud',
  cause:
    'Its audience is not the token endpoint that it was sent to, which happens when the tenant or the cloud of the workspace is not that of the app.',
  remedies: [
    'Check tenant and cloud of the workspace. In code of your own, use the token endpoint as “aud”.',
  ],
  actions: [EDIT_WORKSPACE],
});

/**
 * 700023 is in use for two things: the list of codes calls it InvalidResourcelessScope (Microsoft Learn: reference-error-codes),
 * and the token endpoint answers it with `invalid_client` when the audience of an assertion does not fit its issuer.
 */
const AUDIENCE_OR_SCOPE: AadstsText = (say) => {
  const error = say('error');
  if (error === 'invalid_client') return ASSERTION_AUDIENCE(say);
  const scope = WRONG_SCOPE(say);
  if (error === 'invalid_scope' || error === 'invalid_request') return scope;
  const audience = ASSERTION_AUDIENCE(say);
  return {
    title: 'The scope or the signed assertion is not valid',
    cause: `This code has two meanings. ${scope.cause} Or, with a certificate: ${audience.cause}`,
    remedies: [...scope.remedies, ...audience.remedies],
    actions: [EDIT_WORKSPACE, ...(scope.actions ?? [])],
  };
};

const FEDERATION: AadstsText = () => ({
  title: 'No federated credential fits',
  cause:
    'Issuer, subject or audience of the presented token are not those of a federated credential of the app.',
  remedies: ['Compare them with Certificates & secrets, Federated credentials. Case counts.'],
});

const WRONG_CLOUD: AadstsText = () => ({
  title: 'The tenant lives in another cloud',
  cause: 'Sign-in was asked of the authority of one cloud for a tenant of another.',
  remedies: ['Make a workspace with the cloud of the tenant.'],
  actions: [EDIT_WORKSPACE],
});

/** AADSTS numbers about the app, its tenant, its credential and what it asks for (Microsoft Learn: reference-error-codes). */
export const AADSTS_APP: Readonly<Record<string, AadstsText>> = {
  700016: NOT_IN_TENANT,
  7000229: NOT_IN_TENANT,
  700011: NOT_IN_TENANT,
  90002: TENANT_NOT_FOUND,
  900023: TENANT_NOT_FOUND,
  7000112: APP_DISABLED,
  70001: APP_DISABLED,
  50194: NOT_OVER_COMMON,
  9001023: NOT_OVER_COMMON,
  90124: NOT_OVER_COMMON,
  90130: NOT_OVER_COMMON,
  50011: () => ({
    title: 'The redirect address is not registered',
    cause:
      'The app registration that is used for signing in does not list the address to which the browser returns.',
    remedies: [
      'Add the platform “Mobile and desktop applications” with http://localhost to that registration.',
    ],
    actions: [EDIT_WORKSPACE],
  }),
  7000215: WRONG_SECRET,
  70002: WRONG_SECRET,
  7000222: (say) => ({
    title: 'The client secret has expired',
    cause: `The secret of ${theApp(say)} is past its date.`,
    remedies: [
      'Make a new secret in the app registration, add it here, and remove the old one once everything uses the new one.',
    ],
    actions: [ADD_CREDENTIAL],
  }),
  7000218: (say) => ({
    title: 'No credential reached Entra',
    cause: `${theApp(say)} must send a secret or a signed assertion, and neither was in the request.`,
    remedies: [
      'Add a secret or a certificate to the app here.',
      'If this happened while you signed in: allow public client flows in the registration that is used for signing in.',
    ],
    actions: [ADD_CREDENTIAL, EDIT_WORKSPACE],
  }),
  700025: () => ({
    title: 'A public client must not send a credential',
    cause: 'The registration is a public client, which signs users in and cannot sign in as itself.',
    remedies: ['Use an app registration of its own for server-to-server work.'],
  }),
  700027: CERTIFICATE_NOT_REGISTERED,
  50012: CERTIFICATE_NOT_REGISTERED,
  50013: CERTIFICATE_NOT_REGISTERED,
  50027: CERTIFICATE_NOT_REGISTERED,
  700030: CERTIFICATE_NOT_REGISTERED,
  700024: () => ({
    title: 'The clocks do not agree',
    cause:
      'The signed assertion is outside its time of validity when it arrives, so the clock of this computer is off by minutes.',
    remedies: ['Set the clock of this computer from the network, then try again.'],
    actions: [RETRY],
  }),
  500133: () => ({
    title: 'The assertion has expired',
    cause: 'It arrived after its time of validity; usually the clock of this computer is off.',
    remedies: ['Set the clock of this computer from the network, then try again.'],
    actions: [RETRY],
  }),
  700213: FEDERATION,
  70021: FEDERATION,
  500011: RESOURCE_UNKNOWN,
  50001: RESOURCE_UNKNOWN,
  650052: RESOURCE_UNKNOWN,
  650057: () => ({
    title: 'The app does not list Dataverse among its permissions',
    cause:
      'For signing users in, the registration must name the API “Dynamics CRM”. An app that signs in as itself does not need it.',
    remedies: [
      'Add the delegated permission user_impersonation of Dynamics CRM to the registration that is used for signing in.',
    ],
    actions: [EDIT_WORKSPACE],
  }),
  650056: () => ({
    title: 'The app registration is incomplete',
    cause: 'Its required permissions are missing, or nobody consented to them.',
    remedies: ['Look at API permissions of the registration and let an administrator consent.'],
  }),
  65005: () => ({
    title: 'The app registration asks for something that is not there',
    cause: 'One of its required permissions belongs to an API that this tenant does not have.',
    remedies: ['Look at API permissions of the registration and remove what does not exist.'],
  }),
  1002012: WRONG_SCOPE,
  70011: WRONG_SCOPE,
  28002: WRONG_SCOPE,
  28003: WRONG_SCOPE,
  700022: WRONG_SCOPE,
  700023: AUDIENCE_OR_SCOPE,
  90009: () => ({
    title: 'The app asks for a token for itself',
    cause: 'Resource and client are the same app.',
    remedies: ['Ask for the address of the environment instead.'],
  }),
  90038: WRONG_CLOUD,
  900382: WRONG_CLOUD,
  900432: WRONG_CLOUD,
  900434: WRONG_CLOUD,
};
