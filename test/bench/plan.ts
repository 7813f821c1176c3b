import { planDigest } from '../../main/fleet/planner/issued-plans.ts';
import type { ActualEnvironment } from '../../main/fleet/planner/actual-environment.ts';
import { inWords, planEnvironment } from '../../main/fleet/planner/plan-environment.ts';
import type { DesiredState } from '../../preload/contract/fleet.ts';
import {
  parseBusinessUnitId,
  parseClientId,
  parseEnvironmentId,
  parsePlanId,
  parseRoleId,
  parseSystemUserId,
  parseWorkspaceId,
} from '../../preload/contract/words/ids.ts';
import { measure } from './measure.ts';
import type { Measured } from './measure.ts';

const ENVIRONMENTS = 200;
const CHANGES = 5;
const UNITS = 12;

const text = (kind: number, number: number): string =>
  `00000000-0000-4000-8${String(kind).padStart(3, '0')}-${String(number).padStart(12, '0')}`;

const must = <Value>(value: Value | null): Value => {
  if (value === null) throw new Error('No id could be made.');
  return value;
};

/** One environment with its twelve business units, a copy of each role in each of them, and the app without any. */
const actualOf = (): ActualEnvironment => {
  const units = Array.from({ length: UNITS }, (_unit, at) => ({
    id: must(parseBusinessUnitId(text(1, at))),
    name: `Unit ${at}`,
    parentId: at === 0 ? null : must(parseBusinessUnitId(text(1, 0))),
    disabled: false,
  }));
  const roleId = (role: number, unit: number) => must(parseRoleId(text(2, role * 100 + unit)));
  return {
    users: [
      {
        systemUserId: must(parseSystemUserId(text(3, 1))),
        clientId: must(parseClientId(text(4, 1))),
        name: 'Integration',
        servicePrincipalId: null,
        state: 'enabled',
        entraState: 'exists',
        accessMode: 'Non-interactive',
        businessUnit: must(units[3] ?? null),
        roles: [],
        systemAdministrator: false,
        platform: false,
        createdOn: null,
        modifiedOn: null,
      },
    ],
    roles: Array.from({ length: CHANGES }, (_role, role) => ({
      rootRoleId: roleId(role, 0),
      name: `Role ${role}`,
      copies: units.map((unit, at) => ({
        roleId: roleId(role, at),
        businessUnitId: unit.id,
        businessUnitName: unit.name,
      })),
      managed: false,
      customizable: true,
      systemAdministrator: false,
      membersInherit: true,
    })),
    units,
    keepsRoles: false,
    teams: [],
    teamsOf: new Map(),
    profiles: [],
    profilesOf: new Map(),
    administrators: null,
    ownedBy: new Map(),
  };
};

const desiredIn = (environment: number): DesiredState => ({
  environmentId: must(parseEnvironmentId(text(5, environment))),
  clientId: must(parseClientId(text(4, 1))),
  ensureUser: false,
  businessUnit: null,
  addRoles: Array.from({ length: CHANGES }, (_role, role) => `Role ${role}`),
  removeRoles: [],
  addTeams: [],
  removeTeams: [],
  delete: null,
  purgeTwin: false,
});

/** A whole plan of so many environments, with the digest that it is known by. */
const planOf = (environments: number, actual: ActualEnvironment): number => {
  const began = performance.now();
  const apps = Array.from({ length: environments }, (_environment, at) => {
    const desired = desiredIn(at);
    const target = { id: desired.environmentId, name: `E ${at}`, production: false, appName: () => 'App' };
    return planEnvironment(target, [desired], actual);
  }).flat();
  planDigest({
    id: must(parsePlanId(text(6, 1))),
    workspaceId: must(parseWorkspaceId(text(7, 1))),
    madeAt: '2026-01-01T00:00:00.000Z',
    tenant: null,
    environments: apps.map(inWords),
    confirmations: [],
  });
  if (apps.some(({ steps }) => steps.length !== CHANGES)) throw new Error('The plan lacks steps.');
  return performance.now() - began;
};

/** Computing a plan (50 ms at most), against twice the plan of half as many environments: that it grows no faster than they do. */
export async function* planBenchmarks(): AsyncGenerator<Measured> {
  const actual = actualOf();
  yield await measure(
    {
      name: `Plan of ${ENVIRONMENTS} × ${CHANGES} changes against twice the half`,
      unit: 'ms',
      goal: 1.2,
      ours: async () => planOf(ENVIRONMENTS, actual),
      other: async () => planOf(ENVIRONMENTS / 2, actual) + planOf(ENVIRONMENTS / 2, actual),
    },
    { rounds: 51, warmUps: 30 },
  );
}
