import type { AadstsText } from './aadsts-text.ts';
import { EDIT_WORKSPACE, learn, RETRY, SIGN_IN, SIGN_IN_OTHER } from './explanation-draft.ts';

const text =
  (title: string, cause: string, ...remedies: readonly string[]): AadstsText =>
  () => ({ title, cause, remedies });

const MALFORMED = text(
  'The request to Entra is malformed',
  'A field is missing, empty or not of the form that the endpoint expects; the message names it.',
  'In code of your own, send client_id, scope, grant_type and the credential as a form body (application/x-www-form-urlencoded) to {authority}/{tenant}/oauth2/v2.0/token.',
  'Check that no setting of the client is empty: tenant, client ID, secret.',
);

const FEDERATED = text(
  'The federated token is not accepted',
  'No federated credential of the app fits the token that was presented: its issuer, its subject or its audience is another.',
  'Compare issuer, subject and audience with Certificates & secrets, Federated credentials, of the app registration. Case counts.',
);

const ISSUER_UNREACHABLE = text(
  'Entra cannot read the keys of the identity provider',
  'The issuer of the federated token answers Entra neither its metadata nor its keys, so that the token cannot be verified.',
  'Open <issuer>/.well-known/openid-configuration from the internet: Entra has to reach it, and the keys that it names.',
);

const ASSERTION_MALFORMED = text(
  'The signed assertion is malformed',
  'Its header or its claims are not what Entra takes: type JWT, signed with RS256 or PS256, one audience.',
  'In code of your own, let MSAL make the assertion, or compare it with the page on certificate credentials.',
);

const NO_TENANT: AadstsText = () => ({
  title: 'The request names no tenant that Entra knows',
  cause:
    'Neither the address nor the account says which tenant is meant, or the tenant lives in another cloud.',
  remedies: ['Use the tenant ID in the address of the authority, of the cloud in which the tenant lives.'],
  actions: [EDIT_WORKSPACE],
});

const CONSUMERS = text(
  'The app is for accounts of another kind',
  'The registration allows work accounts only and was used with personal ones, or the other way round.',
  'Use the authority of the tenant instead of “common” or “consumers”, or change “Supported account types” of the registration.',
);

const NOT_ASSIGNED_TYPE: AadstsText = () => ({
  title: 'This account cannot sign in here',
  cause: 'It was deleted, is of a kind that the app does not take, or its domain belongs to no tenant.',
  remedies: ['Sign in with a work account of the tenant.'],
  actions: [SIGN_IN_OTHER],
});

const DEVICE: AadstsText = () => ({
  title: 'A policy wants a managed device',
  cause: 'Conditional Access lets only devices in that are registered or compliant.',
  remedies: [
    'Sign in from a managed device, or ask who looks after Conditional Access.',
    'For unattended work use an application user: an app has no device.',
  ],
  actions: [learn('About Conditional Access', 'entra/identity/conditional-access/overview')],
});

const PKCE = text(
  'The answer of the sign-in does not belong to the question',
  'The code verifier of the client does not fit its challenge, or is missing.',
  'Let the library do the whole sign-in, start it again, and open the page once only.',
);

const ON_BEHALF = text(
  'The app may not call on behalf of a user',
  'The token of the user was made for another app, or the kind of app has no such flow.',
  'For server-to-server work ask for a token with the client credentials grant instead.',
);

/** AADSTS numbers that code of others meets and the console itself does not (Microsoft Learn: reference-error-codes). */
export const AADSTS_MORE: Readonly<Record<string, AadstsText>> = {
  90013: MALFORMED,
  90014: MALFORMED,
  90023: MALFORMED,
  90100: MALFORMED,
  90102: MALFORMED,
  900144: MALFORMED,
  900561: MALFORMED,
  9002313: MALFORMED,
  50000: text(
    'Entra could not issue the token',
    'The message names what stood in the way; often a setting of the app registration.',
    'Try again. If it stays so, give the trace ID to Microsoft support.',
  ),
  50049: NO_TENANT,
  50059: NO_TENANT,
  50128: NO_TENANT,
  90019: NO_TENANT,
  70003: text(
    'This way of getting a token is not supported',
    'grant_type is misspelt, or the app may not use it.',
    'For server-to-server work grant_type is exactly client_credentials.',
  ),
  70016: text(
    'The sign-in with a code is still waiting',
    'Nobody has typed the code yet; a client asks again and again until then. It is no failure.',
    'Type the code on the page, or let the client wait on.',
  ),
  70000: text(
    'The grant is not valid',
    'Code or refresh token was issued to another app, for another tenant, or is no longer valid.',
    'Sign in again, with the same app from beginning to end.',
  ),
  70018: text(
    'The code is wrong',
    'The code of the device sign-in was mistyped or was used before.',
    'Ask for a new code.',
  ),
  70019: text('The code has expired', 'Nobody typed it in time.', 'Ask for a new code and type it soon.'),
  70020: text('The code has expired', 'Nobody typed it in time.', 'Ask for a new code and type it soon.'),
  700038: text(
    'The client ID is not one of an app',
    'What was sent as client_id is a placeholder such as 00000000-0000-0000-0000-000000000000.',
    'Use the “Application (client) ID” of the app registration.',
  ),
  700046: text(
    'The redirect address is malformed',
    'It is no address that Entra takes.',
    'Compare it with Authentication of the app registration.',
  ),
  700054: text(
    'The registration issues no ID tokens in this way',
    'The client asks for response_type id_token, which is switched off.',
    'Use the authorization code flow, or enable ID tokens under Authentication.',
  ),
  700084: text('The sign-in is too old', 'Tokens of a single-page app last a day at most.', 'Sign in again.'),
  700211: FEDERATED,
  700212: FEDERATED,
  7002138: FEDERATED,
  70025: text(
    'The app trusts no other identity provider',
    'A federated token was presented, and the app has no federated credential at all.',
    'Add one under Certificates & secrets, Federated credentials, of the app registration, or use another client ID.',
  ),
  501661: ISSUER_UNREACHABLE,
  50166: ISSUER_UNREACHABLE,
  90061: ISSUER_UNREACHABLE,
  5002727: ASSERTION_MALFORMED,
  5002738: ASSERTION_MALFORMED,
  5002741: ASSERTION_MALFORMED,
  700021: text(
    'The signed assertion belongs to another app',
    'Its issuer and subject are not the client ID of the request.',
    'Use the client ID of the app for iss and sub of the assertion, and for client_id.',
  ),
  500112: text(
    'The redirect address is not that of the sign-in',
    'The code was asked for with one address and redeemed with another.',
    'Send the same redirect_uri in both requests.',
  ),
  9000411: MALFORMED,
  700223: FEDERATED,
  700222: FEDERATED,
  7000113: ON_BEHALF,
  7000114: ON_BEHALF,
  500131: ON_BEHALF,
  7000216: text(
    'No credential reached Entra',
    'client_assertion, client_secret or request is required, and none was sent.',
    'Give the client a secret or a certificate; check that the setting is not empty where it runs.',
  ),
  500014: text(
    'The resource is switched off in this tenant',
    'The service principal of the API, such as Dataverse, is disabled, or the subscription has lapsed.',
    'In Entra, Enterprise applications, open “Dataverse” (Common Data Service) and enable it; check the licences of the tenant.',
  ),
  501051: text(
    'The app is not assigned to the resource',
    'The API wants apps to be assigned, and this one is not.',
    'Assign one of its app roles to the app, or switch “Assignment required” off.',
  ),
  501481: PKCE,
  50147: PKCE,
  50148: PKCE,
  9002325: PKCE,
  9002326: text(
    'The token was asked for from a web page of another kind',
    'Redirect addresses of the type “Single-page application” may be redeemed from a browser only, and others not from a browser.',
    'Change the type of the redirect address under Authentication.',
  ),
  9002327: text(
    'The token was asked for outside a browser',
    'Redirect addresses of the type “Single-page application” may be redeemed from a browser only.',
    'Add the address under “Mobile and desktop applications” or “Web” instead.',
  ),
  9002331: CONSUMERS,
  9002332: CONSUMERS,
  9002346: CONSUMERS,
  50014: NOT_ASSIGNED_TYPE,
  500341: NOT_ASSIGNED_TYPE,
  500342: NOT_ASSIGNED_TYPE,
  500571: NOT_ASSIGNED_TYPE,
  500200: NOT_ASSIGNED_TYPE,
  500201: NOT_ASSIGNED_TYPE,
  500207: NOT_ASSIGNED_TYPE,
  500208: NOT_ASSIGNED_TYPE,
  50072: () => ({
    title: 'A second factor has to be set up',
    cause: 'The tenant asks for multifactor authentication, and the account has none yet.',
    remedies: [
      'Sign in in the browser and set it up. An app needs none: for unattended work use an application user.',
    ],
    actions: [SIGN_IN],
  }),
  50078: () => ({
    title: 'The second factor is too old',
    cause: 'The tenant wants multifactor authentication again.',
    remedies: ['Sign in again and complete it.'],
    actions: [SIGN_IN],
  }),
  50005: DEVICE,
  50097: DEVICE,
  50129: DEVICE,
  50155: DEVICE,
  50187: DEVICE,
  53002: DEVICE,
  53009: DEVICE,
  530002: DEVICE,
  530003: DEVICE,
  50131: text(
    'A policy of the tenant refuses this sign-in',
    'Conditional Access refuses it by device, location or risk.',
    'The sign-in log of Entra names the policy; ask who looks after Conditional Access.',
  ),
  53010: text(
    'Security information cannot be set up here',
    'The tenant allows it from known places only.',
    'Set it up from the office network, or ask the help desk.',
  ),
  530031: DEVICE,
  530033: text(
    'A Conditional Access policy blocks this sign-in',
    'A policy of the tenant refuses signing in with a code, or from this kind of client.',
    'Sign in in a browser instead, or ask who looks after Conditional Access.',
  ),
  1000031: text(
    'The app cannot be used at the moment',
    'Entra refuses access to it; an administrator of the tenant knows why.',
    'Ask an administrator of the tenant to look at the app under Enterprise applications.',
  ),
  1002016: text(
    'The program signs in with a TLS that Entra no longer takes',
    'It offers TLS 1.0, 1.1 or 3DES; Entra wants TLS 1.2 or newer.',
    'Update the program, its runtime or its system so that TLS 1.2 is used; in .NET Framework use 4.6.2 or newer.',
  ),
  90055: () => ({
    title: 'Too many requests of this tenant',
    cause: 'Entra slows down all sign-ins of the tenant for a moment.',
    remedies: [
      'Wait and try again; keep tokens and use them until they expire instead of asking for one with every call.',
    ],
    actions: [RETRY],
  }),
  90056: text(
    'The resource is not named as Entra expects',
    'The address of the resource in the request is malformed.',
    'Use the origin of the environment, https and host only, followed by /.default.',
  ),
  901002: text(
    'The parameter resource is not supported here',
    'The v2.0 endpoint takes scope instead.',
    'Send scope with the origin of the environment followed by /.default, or use the endpoint without v2.0.',
  ),
};
