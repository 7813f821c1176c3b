import { dataverseRules } from '../dataverse/uncertain-rules.ts';

/** Every rule that nobody could confirm, with what it may be; the first value is the default. docs/demo-cloud-parity.md says more. */
const catalogue = {
  ...dataverseRules,
  /** A client assertion whose `jti` was seen before: taken (MSAL sends one until it ends), or refused as RFC 7523, 3 allows. */
  assertionReplay: ['accept', 'refuse'],
  /** A client assertion without `jti`: refused, because Learn lists it among the claims (certificate-credentials), or taken (RFC 7523, 3 lets it be left out). */
  assertionWithoutId: ['refuse', 'accept'],
  /** A client assertion that is no JWT: 401 like any other that does not hold, or 400 with `invalid_request`, as recorded by MSAL.NET's tests. */
  malformedAssertion: ['invalid_client', 'invalid_request'],
  /** Which of the two numbers a confidential client is told at another cloud's sign-in service: 900382, and 900432 where it redeems a code, or one for both. */
  crossCloudNumber: ['byGrant', '900382', '900432'],
  /** `tenant_region_scope` in the metadata of a tenant in China. */
  chinaRegionScope: ['AS', 'CN'],
  /** What an app that signs itself in is told over `/common` and `/organizations`: as everybody over `/consumers`, or as quoted. */
  sharedClientCredentials: ['9001023', '50059'],
  /** An app that signs itself in at the older token endpoint without `resource`: a token for Azure AD Graph, as seen before that was retired, or AADSTS900144, as seen of people's passwords. */
  olderTokenWithoutResource: ['azureAdGraph', 'refuse'],
  /** How AADSTS500011 names the tenant: both are recorded. */
  resourceTenantName: ['displayName', 'id'],
  /** Whose access tokens the user info of version 1 takes: those of Graph, or those of any resource of Microsoft's. */
  olderUserInfoTakes: ['graph', 'anyResource'],
  /** A version of the Web API that there is not: 404, or 400 like something else in its place. */
  unknownVersion: ['notFound', 'notUnderstood'],
  /** How the IP firewall of an environment words its refusal: both were seen. */
  firewallText: ['notInAllowedList', 'blocked'],
  /** An app that the tenant does not know (yet) is added to an environment: 200 as Learn has it (create-dataverseapplicationuser), or 500 as seen. */
  addAppUserUnknown: ['accept', 'internalError'],
  /** What `addAppUser` answers: the body of Learn's example (create-dataverseapplicationuser), or nothing, as seen. */
  addAppUserAnswer: ['object', 'empty'],
  /** Whether `$filter` of lists of environments looks at case in text. */
  environmentFilterCase: ['sensitive', 'insensitive'],
  /** What global discovery answers to the token of an app, which it does not take (Learn: discovery-service): 403, or 401 as to any other that it does not take. */
  discoveryForApps: ['forbidden', 'unauthorized'],
  /** What somebody is told of an environment that they do not administer: that there is none, or which permission they lack. */
  environmentOfOthers: ['notFound', 'forbidden'],
  /** The list of an environment's roles where its database's take their place: 403 as seen (MicrosoftDocs/power-platform, issue 2154), or nobody. */
  rolesBesideDatabase: ['forbidden', 'empty'],
  /** Whether errors of the admin API say `detailUrlType`: they do since 2025 (microsoft/terraform-provider-power-platform, issues 665, 895, 1000), and did not before (MicrosoftDocs/power-platform, issue 1260). */
  adminErrorDetail: ['named', 'absent'],
  /** Status of the admin centre's answer to consent, which no page has; Azure AD Graph's `consentToApp` answered 204 (MicrosoftDocs/azure-docs, issue 39562). */
  adminCentreStatus: ['204', '200'],
  /** A batch counts for service protection as often as it has requests, or once. */
  batchCounts: ['parts', 'once'],
  /** Values of the 401 challenge: bare, or in quotation marks. */
  challengeValues: ['bare', 'quoted'],
  /** How the parts of the 401 challenge follow each other, and whether it names the resource: clients are written for all of these. */
  challengeParts: ['spaced', 'tight', 'withoutResource'],
  /** What `prompt=none` is told where consent is missing: both were seen (OpenID Connect Core, 3.1.2.6; Learn: v2-oauth2-auth-code-flow). */
  silentConsentError: ['consent_required', 'interaction_required'],
  /** Callback of version 2 after an administrator's no: Learn's, that of its older pages with the tenant, or as seen (MicrosoftDocs/azure-docs, issue 114009). */
  consentRefusal: ['consentRequired', 'withTenant', 'accessDenied'],
  /** Callback of version 1 after an administrator's no: Learn's (v2-oauth2-client-creds-grant-flow), or as seen (MicrosoftDocs/azure-docs, issue 41053). */
  olderConsentRefusal: ['permissionDenied', 'accessDenied'],
  /** Resource of the admin API of GCC and GCC High: sources disagree (the module for PowerShell; Microsoft's Terraform provider). */
  governmentAdminScope: ['module', 'provider'],
  /** Host of the Power Platform API of GCC High: one of its own, or that of DoD (both in Microsoft's Terraform provider). */
  highPowerPlatformHost: ['own', 'dod'],
  /** What the Power Platform API answers to a new role assignment: the assignment, or a list with it (both on the same page of Learn). */
  roleAssignmentAnswer: ['object', 'list'],
  /** `request` and `request_uri` at the authorize endpoint: refused, as OpenID Connect wants of who does not take them, or passed over (RFC 6749, 3.1). */
  requestObjects: ['refuse', 'ignore'],
  /** Days for which delta tokens of Graph are good: as seen, or as Learn has it (delta-query-overview). */
  deltaTokenDays: ['30', '7'],
  /** Query options that Learn does not have for delta queries: passed over, as `$top` was seen to be (microsoftgraph/microsoft-graph-docs, issue 7160), or 400. */
  deltaOtherOptions: ['ignore', 'refuse'],
  /** The default policy of tenants for new `api://…` names of apps: since 2025 in most (Learn: identifier-uri-restrictions), or as before. */
  identifierUriPolicy: ['tenantIdentifier', 'none'],
  /** A redirect URI with `http` beyond the own machine: refused, as Learn has it of the application model (reply-url), or taken, as who says that the portal alone refuses it. */
  redirectWithoutTls: ['refused', 'taken'],
  /** `$select` of a property that Graph does not know: left out of the answer (recorded for users), or 400. */
  graphUnknownSelect: ['ignore', 'refuse'],
} as const;

/** Name of an uncertain rule. */
export type RuleName = keyof typeof catalogue;

/** What was chosen. */
export type RuleChoices = { readonly [N in RuleName]?: (typeof catalogue)[N][number] };

/** One rule as it is listed. */
export type ListedRule = {
  readonly name: string;
  readonly value: string;
  readonly values: readonly string[];
};

/** The uncertain rules of a running demo cloud. */
export type Rules = {
  readonly chosen: RuleChoices;
  of<N extends RuleName>(name: N): (typeof catalogue)[N][number];
  /** Chooses a value, or the default with null; false when there is no such rule or value. */
  choose(name: string, value: unknown): boolean;
  list(): readonly ListedRule[];
  /** As at the start. */
  reset(): void;
};

const isName = (name: string): name is RuleName => Object.hasOwn(catalogue, name);

/** Starts with what was chosen before the start. */
export function createRules(initial: RuleChoices): Rules {
  let chosen: RuleChoices = initial;
  const of = <N extends RuleName>(name: N): (typeof catalogue)[N][number] => {
    const value: (typeof catalogue)[N][number] | undefined = chosen[name];
    return value ?? catalogue[name][0];
  };
  return {
    get chosen() {
      return chosen;
    },
    of,
    choose: (name, value) => {
      if (!isName(name)) {
        return false;
      }
      const values: readonly unknown[] = catalogue[name];
      if (value !== null && !values.includes(value)) {
        return false;
      }
      const { [name]: _before, ...others } = chosen;
      chosen = value === null ? others : { ...others, [name]: value };
      return true;
    },
    list: () =>
      Object.entries(catalogue).map(([name, values]) => ({
        name,
        value: isName(name) ? of(name) : '',
        values,
      })),
    reset: () => {
      chosen = initial;
    },
  };
}

/** Choices by name, as they come from outside; `null` where one of them is none. */
export function readRules(values: Readonly<Record<string, unknown>>): RuleChoices | null {
  const rules = createRules({});
  return Object.entries(values).every(([name, value]) => rules.choose(name, value)) ? rules.chosen : null;
}
