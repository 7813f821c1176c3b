import type { InputOf } from '../../../preload/contract/index.ts';
import type { PlannedEnvironment, PlanStep } from '../../../preload/contract/fleet.ts';
import type { AppError } from '../../../preload/contract/words/errors.ts';

type Desired = InputOf<'fleet.plan'>['desired'][number];

const OWNED = {
  records: [
    { table: 'Accounts', count: 12 },
    { table: 'Contacts', count: 3 },
  ],
  unread: 2,
};

const step = (
  id: string,
  kind: PlanStep['kind'],
  subject: string,
  [before, after]: readonly [string, string],
  more: Partial<PlanStep> = {},
): PlanStep => ({ id, kind, subject, before, after, risks: [], ...more });

/** The steps that a plan would have for one app in the `index`-th environment; every third has the app already. */
const stepsFor = (desired: Desired, app: string, index: number): PlanStep[] => {
  const id = (what: string): string => `${index}-${what}`;
  const unit = desired.businessUnit?.kind === 'named' ? desired.businessUnit.name : 'Northwind';
  return [
    ...(desired.purgeTwin === true && index % 3 === 1
      ? [
          step(id('purge'), 'purge-user', app, ['Soft-deleted', 'Deleted permanently'], {
            risks: ['not-undone'],
          }),
        ]
      : []),
    ...(desired.ensureUser && index % 3 !== 0
      ? [step(id('user'), 'create-user', app, ['No application user', `Application user in ${unit}`])]
      : []),
    ...(desired.businessUnit != null && !desired.ensureUser
      ? [
          step(id('unit'), 'change-business-unit', app, ['Northwind', unit], {
            risks: ['loses-roles'],
            // A role of the old business unit alone: the new one has no copy of it.
            loses: { roles: ['Branch Reader', 'Integration Reader', 'Order Writer'], teams: [] },
          }),
          step(id('back'), 'assign-role', 'Integration Reader', ['Not held', `Held in ${unit}`]),
          step(id('back2'), 'assign-role', 'Order Writer', ['Not held', `Held in ${unit}`]),
        ]
      : []),
    ...desired.addRoles.map((role) =>
      step(id(role), 'assign-role', role, ['Not held', `Held in ${unit}`], {
        risks: role === 'System Administrator' ? ['system-administrator'] : [],
      }),
    ),
    ...(desired.addTeams ?? []).map((team) => step(id(team), 'join-team', team, ['Not a member', 'Member'])),
    ...(desired.addProfiles ?? []).map((name) => step(id(name), 'give-profile', name, ['Not held', 'Held'])),
    ...(desired.removeProfiles ?? []).map((name) =>
      step(id(name), 'take-profile', name, ['Held', 'Not held']),
    ),
    ...desired.removeRoles.map((role) => step(id(role), 'remove-role', role, ['Held', 'Not held'])),
    ...(desired.removeTeams ?? []).map((team) =>
      step(id(team), 'leave-team', team, ['Member', 'Not a member']),
    ),
    ...(desired.delete == null
      ? []
      : [
          ...(desired.recordsTo === undefined
            ? []
            : [
                step(
                  id('reassign'),
                  'reassign-records',
                  desired.recordsTo,
                  [`Owned by ${app}`, 'Owned by the team'],
                  { risks: ['records-stay-there' as const], owns: OWNED },
                ),
              ]),
          step(id('disable'), 'disable-user', app, ['Enabled', 'Disabled'], { risks: ['locks-app-out'] }),
          step(id('delete'), 'delete-user', app, ['Application user', 'Soft-deleted'], {
            loses: { roles: ['Integration Reader'], teams: ['Integrations'], businessUnit: 'Northwind' },
            ...(desired.recordsTo === undefined
              ? { risks: ['owns-records' as const], owns: OWNED }
              : { owns: { records: [], unread: 2 } }),
          }),
        ]),
    ...(desired.delete === 'permanent'
      ? [
          step(id('purge'), 'purge-user', app, ['Soft-deleted', 'Deleted permanently'], {
            risks: ['not-undone'],
          }),
        ]
      : []),
  ];
};

/** What a plan would say of one app in one environment. */
export const fakePlanned = (
  desired: Desired,
  app: string,
  environment: { readonly index: number; readonly name: string; readonly production: boolean },
  problem: AppError | null,
): PlannedEnvironment => ({
  environmentId: desired.environmentId,
  environmentName: environment.name,
  production: environment.production,
  clientId: desired.clientId,
  appName: app,
  steps: problem === null ? stepsFor(desired, app, environment.index) : [],
  ...(environment.index === 4 ? { lacks: ['prvAssignRole', 'prvReadContact (Global)'] } : {}),
  problem,
});
