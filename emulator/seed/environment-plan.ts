import type {
  ApplicationUserSeed,
  BusinessUnitSeed,
  EnvironmentSeed,
  TeamSeed,
  UserSeed,
} from '../dataverse/environment-seed.ts';
import type { EnvironmentRecord } from '../gateway/environment-record.ts';
import type { Account } from '../directory/records.ts';
import { appPlans, principalIdOf } from './app-plan.ts';
import type { AppPlan } from './app-plan.ts';
import { guidOf, numberOf } from './deterministic.ts';
import { peopleOf, tenants } from './tenants.ts';
import type { TenantName } from './tenants.ts';

/** A region with the names that the different services have for it. */
type Region = {
  readonly label: string;
  readonly geo: string;
  readonly location: string;
  readonly azureRegion: string;
};

const regions: Readonly<Record<TenantName, Region>> = {
  contoso: { label: 'crm4', geo: 'EMEA', location: 'europe', azureRegion: 'westeurope' },
  fabrikam: { label: 'crm', geo: 'NA', location: 'unitedstates', azureRegion: 'eastus' },
  adventureWorks: { label: 'crm11', geo: 'UK', location: 'unitedkingdom', azureRegion: 'uksouth' },
};

/** A business unit: its name, and below it the same again. */
export type UnitTree = { readonly [name: string]: UnitTree };

/** An application user of the story. */
export type AppUserPlan = {
  readonly app: AppPlan;
  readonly roles: readonly string[];
} & Pick<ApplicationUserSeed, 'businessUnit' | 'state' | 'azureState'>;

/** What tells one environment from another; the rest follows from its tenant. */
export type EnvironmentPlan = {
  readonly tenant: TenantName;
  readonly name: string;
  readonly urlName: string;
  readonly sku: EnvironmentRecord['sku'];
  readonly units: UnitTree;
  readonly appUsers: readonly AppUserPlan[];
  readonly generatedUsers: number;
  /** Application users beside those of the story, of apps that no directory knows. */
  readonly generatedApplications?: number;
  readonly records: EnvironmentSeed['records'];
  readonly createdOn: string;
  readonly version: string;
  readonly isDefault?: boolean;
  readonly availability?: EnvironmentRecord['availability'];
  readonly requestLimit?: EnvironmentRecord['requestLimit'];
  readonly parallelism?: EnvironmentRecord['parallelism'];
  readonly settings?: EnvironmentSeed['settings'];
  /** Roles of the tenant's plain user here; without them there is no row for that person. */
  readonly userRoles?: readonly string[];
  /** Who is System Administrator here without being an administrator of the tenant. */
  readonly administrators?: readonly Account[];
  readonly teams?: readonly TeamSeed[];
  readonly columnSecurity?: NonNullable<EnvironmentSeed['columnSecurity']>;
  readonly narrowedRoles?: NonNullable<EnvironmentSeed['narrowedRoles']>;
};

/** The tree in the order that seeds have: parents before children. The key of a unit is its name. */
function flatten(tree: UnitTree, parent: string | null): readonly BusinessUnitSeed[] {
  return Object.entries(tree).flatMap(([name, below]) => [
    { key: name, name, parent },
    ...flatten(below, name),
  ]);
}

function people(plan: EnvironmentPlan): readonly UserSeed[] {
  const { admin, user } = peopleOf[plan.tenant];
  const seedOf = (person: typeof admin, roles: readonly string[]): UserSeed => ({
    objectId: person.objectId,
    username: person.username,
    displayName: person.displayName,
    roles,
  });
  const administrator = seedOf(admin, ['System Administrator']);
  return [
    administrator,
    ...(plan.userRoles === undefined ? [] : [seedOf(user, plan.userRoles)]),
    ...(plan.administrators ?? []).map((one) => seedOf(one, ['System Administrator'])),
  ];
}

function applicationUser(plan: EnvironmentPlan, user: AppUserPlan): ApplicationUserSeed {
  const { app, roles, businessUnit, state, azureState } = user;
  return {
    appId: app.appId,
    objectId: principalIdOf(tenants[plan.tenant].id, app),
    displayName: app.displayName,
    roles,
    ...(businessUnit === undefined ? {} : { businessUnit }),
    ...(state === undefined ? {} : { state }),
    ...(azureState === undefined ? {} : { azureState }),
    ...(app.kind === 'platform' ? { platform: true } : {}),
  };
}

/** As they come from a supplier's rollout: alike, with two roles each. */
const generatedApplications = (count: number): readonly ApplicationUserSeed[] =>
  Array.from({ length: count }, (_, index) => ({
    appId: guidOf('generated app', index),
    objectId: guidOf('generated principal', index),
    displayName: `Generated Integration ${String(index + 1).padStart(3, '0')}`,
    roles: ['Salesperson', 'Basic User'],
  }));

const platformUsers: readonly AppUserPlan[] = [
  { app: appPlans.powerApps, roles: ['PowerAppsRPRole'] },
  { app: appPlans.flow, roles: ['Flow-RP Role'] },
  { app: appPlans.search, roles: ['Dataverse Search Role'] },
];

/** Completes a plan to an environment. Everything is decided by the plan: the same in every run. */
export function recordOf(plan: EnvironmentPlan): EnvironmentRecord {
  const region = regions[plan.tenant];
  const tenantId = tenants[plan.tenant].id;
  const isDefault = plan.isDefault ?? false;
  const seed: EnvironmentSeed = {
    organizationId: guidOf('organization', plan.urlName),
    environmentId: isDefault ? `Default-${tenantId}` : guidOf('environment', plan.urlName),
    tenantId,
    name: plan.name,
    urlName: plan.urlName,
    uniqueName: `unq${numberOf(2 ** 32, plan.urlName)
      .toString(16)
      .padStart(8, '0')}`,
    origin: `https://${plan.urlName}.${region.label}.demo.test`,
    version: plan.version,
    geo: region.geo,
    datacenterId: guidOf('datacenter', region.label),
    businessUnits: flatten(plan.units, null),
    users: people(plan),
    generatedUsers: plan.generatedUsers,
    applicationUsers: [
      ...[...plan.appUsers, ...platformUsers].map((user) => applicationUser(plan, user)),
      ...generatedApplications(plan.generatedApplications ?? 0),
    ],
    records: plan.records,
    ...(plan.settings === undefined ? {} : { settings: plan.settings }),
    ...(plan.teams === undefined ? {} : { teams: plan.teams }),
    ...(plan.columnSecurity === undefined ? {} : { columnSecurity: plan.columnSecurity }),
    ...(plan.narrowedRoles === undefined ? {} : { narrowedRoles: plan.narrowedRoles }),
  };
  return {
    seed,
    region: region.label,
    sku: plan.sku,
    isDefault,
    location: region.location,
    azureRegion: region.azureRegion,
    createdOn: Date.parse(plan.createdOn),
    availability: plan.availability ?? 'ready',
    ...(plan.requestLimit === undefined ? {} : { requestLimit: plan.requestLimit }),
    ...(plan.parallelism === undefined ? {} : { parallelism: plan.parallelism }),
  };
}
