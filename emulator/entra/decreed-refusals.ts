import type { Restorable } from '../scenario/restorable.ts';
import { aadsts } from './aadsts.ts';
import { refuse, ticks } from './entra-error.ts';
import type { EntraError } from './entra-error.ts';

/** What the words of a refusal are filled with. */
export type RefusalFacts = {
  readonly appId: string;
  readonly appName: string;
  readonly tenant: string;
  /** When the person last signed in, in milliseconds since the epoch. */
  readonly since: number;
};

type Decreed = (facts: RefusalFacts) => EntraError;

/** Who can only be told: no client can do anything about it (suberror as recorded with AADSTS53003). */
const blocked = (code: number, text: string): EntraError => ({
  ...refuse(400, 'invalid_grant', code, text),
  suberror: 'message_only',
});

const secondFactor = (code: number, text: string): EntraError => ({
  ...refuse(400, 'interaction_required', code, text),
  suberror: 'basic_action',
});

/**
 * What policies, risks and devices make the service say of a person, which nothing here decides by itself. Words as they were seen, else
 * those of Learn (reference-error-codes).
 */
const ofPeople = {
  16003: ({ tenant, appId }) =>
    refuse(
      400,
      'interaction_required',
      16003,
      `Selected user account does not exist in tenant '${tenant}' and cannot access the application '${appId}' in that tenant. The ` +
        'account needs to be added as an external user in the tenant first. Please use a different account.',
    ),
  50053: () =>
    refuse(
      400,
      'invalid_grant',
      50053,
      "The account is locked, you've tried to sign in too many times with an incorrect user ID or password.",
    ),
  50074: () => secondFactor(50074, 'Strong Authentication is required.'),
  50079: () =>
    secondFactor(
      50079,
      'Due to a configuration change made by your administrator, or because you moved to a new location, you must enroll in ' +
        'multi-factor authentication.',
    ),
  51004: ({ tenant }) =>
    refuse(
      400,
      'invalid_grant',
      51004,
      `The user account {EmailHidden} does not exist in the ${tenant} directory. To sign into this application, the account must be ` +
        'added to the directory.',
    ),
  53000: () =>
    blocked(
      53000,
      'Device is not in required device state: compliant. Conditional Access policy requires a compliant device, and the device is not ' +
        'compliant. The user must enroll their device with an approved MDM provider like Intune.',
    ),
  53001: () =>
    blocked(
      53001,
      'Device is not in required device state: domain_joined. Conditional Access policy requires a domain joined device, and the device ' +
        'is not domain joined.',
    ),
  53011: () => blocked(53011, 'User blocked due to risk on home tenant.'),
  70043: ({ since }) => ({
    ...refuse(
      400,
      'invalid_grant',
      70043,
      'The refresh token has expired or is invalid due to sign-in frequency checks by conditional access. The token was issued on ' +
        `${ticks(since)} and the maximum allowed lifetime for this request is 3600.`,
    ),
    suberror: 'bad_token',
  }),
  500022: ({ tenant }) => refuse(400, 'invalid_request', 500022, `Access to '${tenant}' tenant is denied.`),
  500212: () =>
    blocked(
      500212,
      "The user's administrator has set an outbound access policy that does not allow access to the resource tenant.",
    ),
  500213: () =>
    blocked(
      500213,
      "The resource tenant's cross-tenant access policy does not allow this user to access this tenant.",
    ),
  530032: () =>
    blocked(530032, 'The tenant admin has configured a security policy that blocks this request.'),
  530034: () =>
    blocked(
      530034,
      'A delegated administrator was blocked from accessing the tenant due to account risk in their home tenant.',
    ),
  530035: () => blocked(530035, 'Access has been blocked by security defaults.'),
} as const satisfies Readonly<Record<number, Decreed>>;

/** What it says of an app, whoever asks with it: registrations and resources as none is here, caps, and codes of older times. */
const ofApps = {
  28002: () =>
    refuse(
      400,
      'invalid_scope',
      28002,
      'Provided value for the input parameter scope is not valid when requesting an access token. Please specify a valid scope.',
    ),
  28003: () =>
    refuse(
      400,
      'invalid_scope',
      28003,
      "Provided value for the input parameter scope can't be empty when requesting an access token using the provided authorization " +
        'code. Please specify a valid scope.',
    ),
  50001: ({ tenant }) =>
    refuse(
      400,
      'invalid_resource',
      50001,
      `The resource principal was not found in the tenant named ${tenant}. The resource is disabled or does not exist.`,
    ),
  50012: () => refuse(401, 'invalid_client', 50012, 'Client assertion contains an invalid signature.'),
  50196: () =>
    refuse(
      400,
      'invalid_grant',
      50196,
      'The server terminated an operation because it encountered a client request loop. Please contact your app vendor.',
    ),
  65002: ({ appId }) =>
    refuse(
      400,
      'invalid_client',
      65002,
      `Consent between first party application '${appId}' and first party resource must be configured via preauthorization - ` +
        'applications owned and operated by Microsoft must get approval from the API owner before requesting tokens for that API.',
    ),
  65005: ({ appId, appName }) =>
    refuse(
      400,
      'invalid_resource',
      65005,
      `The client application '${appId}'(${appName}) has requested access to a resource which is not specified in its required resource ` +
        'access list.',
    ),
  70001: ({ appId, tenant }) =>
    refuse(
      400,
      'unauthorized_client',
      70001,
      `Application with identifier '${appId}' was not found in the directory ${tenant}.`,
    ),
  70002: () =>
    refuse(
      401,
      'invalid_client',
      70002,
      'Error validating credentials. AADSTS50012: Invalid client secret is provided.',
    ),
  70021: () =>
    refuse(
      401,
      'invalid_client',
      70021,
      'No matching federated identity record found for presented assertion.',
      false,
    ),
  90008: () =>
    refuse(
      400,
      'invalid_request',
      90008,
      'The user or administrator has not consented to use the application. At a minimum, the application requires access to Azure AD ' +
        "by specifying the 'Sign in and read user profile' permission.",
    ),
  90013: () => refuse(400, 'invalid_request', 90013, 'Invalid input received from the user.'),
  90014: () =>
    refuse(
      400,
      'invalid_request',
      90014,
      "The required field 'scope' is missing from the credential. Ensure that you have all the necessary parameters for the login request.",
    ),
  90024: () =>
    refuse(503, 'temporarily_unavailable', 90024, 'A transient error has occurred. Please try again.'),
  90095: ({ appName }) =>
    refuse(
      400,
      'access_denied',
      90095,
      `Admin consent is required for the permissions requested by ${appName}.`,
    ),
  90099: ({ appId, appName, tenant }) =>
    refuse(
      400,
      'invalid_grant',
      90099,
      `The application '${appId}' (${appName}) has not been authorized in the tenant '${tenant}'. Applications must be authorized to ` +
        'access the customer tenant before partner delegated administrators can use them.',
    ),
  650052: ({ tenant }) =>
    refuse(
      400,
      'invalid_client',
      650052,
      `The app needs access to a service that your organization "${tenant}" has not subscribed to or enabled. Contact your IT Admin to ` +
        'review the configuration of your service subscriptions.',
    ),
  650056: ({ appId }) =>
    refuse(
      400,
      'invalid_client',
      650056,
      'Misconfigured application. This could be due to one of the following: the client has not listed any permissions for ' +
        "'AAD Graph' in the requested permissions in the client's application registration. Or, the admin has not consented in the " +
        'tenant. Or, check the application identifier in the request to ensure it matches the configured client application ' +
        'identifier. Or, check the certificate in the request to ensure it is valid. Please contact your admin to fix the ' +
        `configuration or consent on behalf of the tenant. Client app ID: ${appId}.`,
    ),
  650057: ({ appId, appName }) =>
    aadsts.resourceUnlisted({ appId, name: appName }, { requested: '', appId: '' }, []),
  700011: ({ appId, tenant }) =>
    refuse(
      400,
      'unauthorized_client',
      700011,
      `Application with identifier '${appId}' was not found in the directory '${tenant}'.`,
    ),
  700030: ({ appName }) =>
    refuse(
      401,
      'invalid_client',
      700030,
      'Invalid certificate - subject name in certificate is not authorized. SubjectNames/SubjectAlternativeNames (up to 10) in token ' +
        `certificate are: '${appName}'.`,
    ),
  1000031: ({ appName }) =>
    refuse(
      400,
      'invalid_grant',
      1000031,
      `Application ${appName} cannot be accessed at this time. Contact your administrator.`,
    ),
} as const satisfies Readonly<Record<number, Decreed>>;

/** Codes that can be decreed, by whom they are told. */
export const decreedCodes = {
  person: Object.keys(ofPeople).map(Number),
  app: Object.keys(ofApps).map(Number),
} as const;

const tables: Readonly<Record<'person' | 'app', ReadonlyMap<number, Decreed>>> = {
  person: new Map(Object.entries(ofPeople).map(([code, make]) => [Number(code), make])),
  app: new Map(Object.entries(ofApps).map(([code, make]) => [Number(code), make])),
};

/** Refusals that the scenario API has decreed, by object id of a person and client id of an app. */
export type DecreedRefusals = Restorable & {
  /** Decrees a code, or takes it back with null; false where the code is none that can be decreed of this kind. */
  decree(kind: 'person' | 'app', id: string, code: number | null): boolean;
  of(kind: 'person' | 'app', id: string, facts: RefusalFacts): EntraError | null;
};

/** Nothing is decreed at first. */
export function createDecreedRefusals(): DecreedRefusals {
  let decreed: ReadonlyMap<string, Decreed> = new Map();
  return {
    decree: (kind, id, code) => {
      const key = `${kind} ${id}`;
      const others = [...decreed].filter(([other]) => other !== key);
      const make = code === null ? undefined : tables[kind].get(code);
      if (code !== null && make === undefined) return false;
      decreed = new Map(make === undefined ? others : [...others, [key, make]]);
      return true;
    },
    of: (kind, id, facts) => decreed.get(`${kind} ${id}`)?.(facts) ?? null,
    snapshot: () => {
      const kept = decreed;
      return () => {
        decreed = kept;
      };
    },
  };
}
