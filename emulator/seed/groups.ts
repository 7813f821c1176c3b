import type { Account, Group } from '../directory/records.ts';
import { appPlans, principalIdOf } from './app-plan.ts';
import type { AppPlan } from './app-plan.ts';
import { guidOf } from './deterministic.ts';
import { accounts, tenants } from './tenants.ts';
import type { TenantName } from './tenants.ts';

type GroupPlan = {
  readonly tenant: TenantName;
  readonly name: string;
  readonly description: string;
  readonly kind: 'security' | 'microsoft365';
  readonly rule?: string;
  readonly people: readonly Account[];
  readonly apps?: readonly AppPlan[];
  /** Names of groups of the same tenant. */
  readonly groups?: readonly string[];
  readonly owners: readonly Account[];
};

/** Object id of a group of the story. */
export const groupIdOf = (tenant: TenantName, name: string): string => guidOf('group', tenant, name);

/** Groups that administrators of the story have made. */
const plans: readonly GroupPlan[] = [
  {
    tenant: 'contoso',
    name: 'Sales Netherlands',
    description: 'Everybody who sells in the Netherlands.',
    kind: 'microsoft365',
    people: [accounts.contosoUser, accounts.contosoGuest],
    owners: [accounts.contosoAdmin],
  },
  {
    tenant: 'contoso',
    name: 'Integration Operators',
    description: 'Who runs the integrations, and the apps that do.',
    kind: 'security',
    people: [accounts.contosoEnvironmentAdmin],
    apps: [appPlans.hub, appPlans.dataExport],
    owners: [accounts.contosoAdmin],
  },
  {
    tenant: 'contoso',
    name: 'SG-Integration-Readers',
    description: 'Reads accounts in Contoso Production.',
    kind: 'security',
    people: [],
    groups: ['Integration Operators'],
    owners: [accounts.contosoAdmin],
  },
  // Made while the tenant had Microsoft Entra ID P1: its members stay, nobody reckons them any more.
  {
    tenant: 'contoso',
    name: 'All Guests',
    description: 'Everybody from outside.',
    kind: 'security',
    rule: '(user.userType -eq "Guest")',
    people: [accounts.contosoGuest],
    owners: [],
  },
  {
    tenant: 'fabrikam',
    name: 'Finance Systems',
    description: 'Who answers for the systems of Finance.',
    kind: 'security',
    people: [accounts.fabrikamUser],
    apps: [appPlans.invoiceBot],
    owners: [accounts.fabrikamAdmin],
  },
  {
    tenant: 'adventureWorks',
    name: 'Warehouse Integrations',
    description: 'Apps that move goods.',
    kind: 'security',
    people: [],
    apps: [appPlans.warehouse],
    owners: [accounts.adventureWorksAdmin],
  },
];

/** The groups of all tenants, as old as their apps. */
export const seedGroups = (createdOn: number): readonly Group[] =>
  plans.map(({ tenant, name, description, kind, rule, people, apps, groups, owners }) => ({
    objectId: groupIdOf(tenant, name),
    tenantId: tenants[tenant].id,
    displayName: name,
    description,
    mailNickname: name.replaceAll(/[^\w-]/g, ''),
    unified: kind === 'microsoft365',
    mailEnabled: kind === 'microsoft365',
    securityEnabled: kind === 'security',
    visibility: kind === 'microsoft365' ? 'Public' : null,
    membershipRule: rule ?? null,
    uniqueName: null,
    members: [
      ...people.map(({ objectId }) => objectId),
      ...(apps ?? []).map((app) => principalIdOf(tenants[tenant].id, app)),
      ...(groups ?? []).map((one) => groupIdOf(tenant, one)),
    ],
    owners: owners.map(({ objectId }) => objectId),
    createdOn,
  }));
