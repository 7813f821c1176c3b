import { issueCertificate, thumbprintsOf } from '../directory/certificate.ts';
import type {
  AppRegistration,
  ClientCertificate,
  ClientSecret,
  ServicePrincipal,
} from '../directory/records.ts';
import type { DirectoryRecords } from '../directory/directory.ts';
import { microsoftServices, microsoftTenant } from '../entra/first-party-clients.ts';
import { appPlans, principalIdOf } from './app-plan.ts';
import type { AppPlan } from './app-plan.ts';
import { seedGrants } from './grants.ts';
import { seedGroups } from './groups.ts';
import { guidOf, secretOf } from './deterministic.ts';
import { seedManagedIdentities } from './managed-identities.ts';
import { accounts, peopleOf, tenants } from './tenants.ts';
import type { TenantName } from './tenants.ts';

const dayLength = 86_400_000;
const tenantNames: readonly TenantName[] = ['contoso', 'fabrikam', 'adventureWorks'];

/** Midnight of a day counted from today, so that ids and times stay the same all day long. */
function dayFrom(now: number, days: number): number {
  return Math.floor(now / dayLength) * dayLength + days * dayLength;
}

function homeOf(plan: AppPlan): string {
  switch (plan.home) {
    case 'microsoft':
      return microsoftServices;
    case 'microsoftTenant':
      return microsoftTenant;
    default:
      return tenants[plan.home].id;
  }
}

function ownersOf({ home, owners = ['admin'] }: AppPlan): readonly string[] {
  return home === 'microsoft' || home === 'microsoftTenant'
    ? []
    : owners.map((who) => peopleOf[home][who].objectId);
}

function secretsOf(plan: AppPlan, now: number): readonly ClientSecret[] {
  return plan.secrets.map((secret) => {
    const value = secretOf(plan.appId, secret.name);
    return {
      keyId: guidOf('secret', plan.appId, secret.name),
      displayName: secret.name,
      value,
      hint: value.slice(0, 3),
      toldOnce: false,
      start: dayFrom(now, secret.fromDay),
      end: dayFrom(now, secret.toDay),
    };
  });
}

function certificatesOf(plan: AppPlan, now: number): Promise<readonly ClientCertificate[]> {
  return Promise.all(
    plan.certificates.map(async (certificate) => {
      const start = dayFrom(now, certificate.fromDay);
      const end = dayFrom(now, certificate.toDay);
      const commonName = certificate.name.replace('CN=', '');
      const issued = await issueCertificate({ commonName, start, end, use: 'client' });
      const { sha1, sha256 } = thumbprintsOf(issued.certificatePem);
      return {
        keyId: guidOf('certificate', plan.appId, certificate.name),
        displayName: certificate.name,
        certificatePem: issued.certificatePem,
        privateKeyPem: issued.privateKeyPem,
        thumbprintSha1: sha1,
        thumbprintSha256: sha256,
        start,
        end,
      };
    }),
  );
}

async function registrationOf(plan: AppPlan, now: number): Promise<AppRegistration> {
  return {
    objectId: guidOf('application', plan.appId),
    appId: plan.appId,
    displayName: plan.displayName,
    tenantId: homeOf(plan),
    audience: plan.audience,
    publicClient: plan.kind === 'public',
    redirectUris: plan.kind === 'public' ? [] : plan.redirectUris,
    publicRedirectUris: plan.kind === 'public' ? plan.redirectUris : [],
    spaRedirectUris: [],
    logoutUrl: null,
    implicit: { idToken: false, accessToken: false },
    optionalClaims: null,
    groupMembershipClaims: null,
    secrets: secretsOf(plan, now),
    certificates: await certificatesOf(plan, now),
    federatedCredentials: [],
    owners: ownersOf(plan),
    identifierUris: [],
    scopes: [],
    preAuthorized: [],
    knownClients: [],
    disabled: null,
    accessTokenVersion: null,
    appRoles: [],
    requiredResourceAccess: plan.requires ?? [],
    described: {},
    createdOn: dayFrom(now, -900),
    note: plan.note,
    listed: plan.kind === 'client',
  };
}

function principalsOf(plan: AppPlan, now: number): readonly ServicePrincipal[] {
  return tenantNames.flatMap((name) => {
    const state = plan.principals[name];
    const tenantId = tenants[name].id;
    return state === undefined
      ? []
      : [
          {
            objectId: principalIdOf(tenantId, plan),
            appId: plan.appId,
            tenantId,
            displayName: plan.displayName,
            ownerTenantId: homeOf(plan),
            enabled: state !== 'disabled',
            createdOn: dayFrom(now, -900),
            assignmentRequired: false,
            blocked: state === 'blocked',
            secrets: [],
            certificates: [],
            owners: [],
            described: {},
            managedIdentity: null,
          },
        ];
  });
}

/** Tenants, people and apps, and managed identities where they are wanted. Ids and secrets are the same in every run, keys are not. */
export async function seedDirectory(now: number, managedIdentities: boolean): Promise<DirectoryRecords> {
  const plans: readonly AppPlan[] = Object.values(appPlans);
  return {
    tenants: tenantNames.map((name) => tenants[name]),
    apps: await Promise.all(plans.map((plan) => registrationOf(plan, now))),
    servicePrincipals: [
      ...plans.flatMap((plan) => principalsOf(plan, now)),
      ...(managedIdentities ? await seedManagedIdentities(now) : []),
    ],
    accounts: Object.values(accounts),
    groups: seedGroups(dayFrom(now, -600)),
    grants: seedGrants(),
    roleAssignments: [],
  };
}
