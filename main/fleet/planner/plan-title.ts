import type { Plan, PlannedEnvironment, PlannedTenant } from '../../../preload/contract/fleet.ts';
import type { StepKind } from '../../../preload/contract/words/status.ts';

const VERBS: Readonly<Record<StepKind, string>> = {
  'create-user': 'create application user',
  'enable-user': 'enable',
  'disable-user': 'disable',
  'assign-role': 'assign',
  'remove-role': 'remove',
  'change-business-unit': 'change business unit',
  'join-team': 'add to team',
  'leave-team': 'remove from team',
  'reassign-records': 'reassign records',
  'give-profile': 'assign column security profile',
  'take-profile': 'remove column security profile',
  'delete-user': 'delete application user',
  'purge-user': 'delete permanently',
  'create-role': 'create security role',
  'change-role': 'change security role',
  'set-privileges': 'set privileges',
  'remove-privileges': 'remove privileges',
  'delete-role': 'delete security role',
  'give-team-role': 'give to team',
  'take-team-role': 'take from team',
  'create-application': 'register app',
  'create-service-principal': 'create service principal',
  'enable-service-principal': 'allow to sign in',
  'disable-service-principal': 'do not allow to sign in',
  'register-management-application': 'register as management application',
  'unregister-management-application': 'unregister as management application',
  'add-secret': 'add client secret',
  'upload-certificate': 'upload certificate',
  'remove-secret': 'remove client secret',
  'remove-certificate': 'remove certificate',
  'add-profile': 'add app profile',
  'generate-certificate': 'make certificate',
  'use-credential': 'put to use',
  'forget-credential': 'remove from the vault',
  'await-credential': 'wait for Entra',
  'prove-credential': 'prove',
  'test-request': 'write test',
};

/** Steps that are told with their subjects, and what several of those are called. */
const NAMED: Partial<Readonly<Record<StepKind, string>>> = {
  'assign-role': 'roles',
  'remove-role': 'roles',
  'give-team-role': 'teams',
  'take-team-role': 'teams',
  'test-request': 'requests',
};

const listed = (names: ReadonlySet<string>, what: string): string =>
  names.size <= 2 ? [...names].join(' and ') : `${names.size} ${what}`;

const environmentsTitle = (environments: readonly PlannedEnvironment[]): string => {
  const changed = environments.filter(({ steps }) => steps.length > 0);
  const what = changed.every(({ clientId }) => clientId === null) ? 'security roles' : 'apps';
  const apps = listed(new Set(changed.map(({ appName }) => appName)), what);
  const places = listed(new Set(changed.map(({ environmentName }) => environmentName)), 'environments');
  const doing = Map.groupBy(
    changed.flatMap(({ steps }) => steps),
    ({ kind }) => kind,
  );
  const words = [...doing].map(([kind, steps]) =>
    NAMED[kind] === undefined
      ? VERBS[kind]
      : `${VERBS[kind]} ${listed(new Set(steps.map(({ subject }) => subject)), NAMED[kind])}`,
  );
  return changed.length === 0 ? 'Nothing to change' : `${apps} in ${places}: ${words.join(', ')}`;
};

const tenantTitle = ({ appName, tenantName, rotationId, first, last }: PlannedTenant): string => {
  const kinds = new Set([...first, ...last].map(({ kind }) => kind));
  if (kinds.size === 0) return 'Nothing to change';
  if (rotationId !== null)
    return kinds.has('use-credential') || kinds.has('await-credential')
      ? `Rotate credential of ${appName}`
      : `Remove old credential of ${appName}`;
  return `${appName} in ${tenantName}: ${[...kinds].map((kind) => VERBS[kind]).join(', ')}`;
};

/** One line that a person recognises the plan by, such as "Portal Sync in 3 environments: create application user, assign Reader". */
export const planTitle = ({ environments, tenant }: Pick<Plan, 'environments' | 'tenant'>): string =>
  tenant === null ? environmentsTitle(environments) : tenantTitle(tenant);
