import type { PlannedEnvironment, PlanStep } from '../../../preload/contract/fleet.ts';
import type { InputOf } from '../../../preload/contract/index.ts';
import type { AppError } from '../../../preload/contract/words/errors.ts';
import { fakeTeams } from './fake-teams.ts';
import { environments, privileges, roles } from './fake-world.ts';

type Change = InputOf<'fleet.planRoles'>['changes'][number];

const roleNamed = (change: Change): string => {
  if (change.kind === 'create' || change.kind === 'clone') return change.name;
  const { role } = change;
  if (role.by === 'name') return role.name;
  return roles.find(({ rootRoleId }) => rootRoleId === role.roleId)?.name ?? role.roleId;
};

const step = (
  kind: PlanStep['kind'],
  subject: string,
  before: string,
  after: string,
  more: Partial<PlanStep> = {},
): PlanStep => ({ id: `${subject}/${kind}`, kind, subject, before, after, risks: [], ...more });

const grantsOf = (change: Change): NonNullable<PlanStep['privileges']> => {
  const none = { before: 'None' } as const;
  if (change.kind === 'create')
    return change.privileges.map(({ privilege: name, depth: after }) => ({ name, ...none, after }));
  if (change.kind === 'clone')
    return privileges.slice(0, 40).map(({ name, depth: after }) => ({ name, ...none, after }));
  if (change.kind === 'delete' || 'team' in change) return [];
  const depthOf = (name: string) => privileges.find((each) => each.name === name)?.depth ?? 'None';
  return [
    ...change.set.map(({ privilege: name, depth: after }) => ({ name, before: depthOf(name), after })),
    ...change.remove.map((name) => ({ name, before: depthOf(name), after: 'None' as const })),
  ];
};

const stepsOf = (change: Change): PlanStep[] => {
  const name = roleNamed(change);
  if (change.kind === 'delete')
    return [step('delete-role', name, 'Role with 40 privileges', 'No role', { risks: ['role-gone'] })];
  if ('team' in change) {
    const { team: asked } = change;
    const known = fakeTeams().find(({ teamId }) => asked.by === 'id' && teamId === asked.teamId);
    const team = asked.by === 'name' ? asked.name : (known?.name ?? asked.teamId);
    const gives = change.kind === 'give-to-team';
    const kind = gives ? 'give-team-role' : 'take-team-role';
    const held = 'Held by the team in Northwind';
    return [
      step(kind, team, gives ? 'Not held' : held, gives ? held : 'Not held', {
        risks: gives ? ['members-get-it', 'entra-decides'] : ['members-lose-it'],
        reaches: { apps: ['Order sync', 'Invoice export'], people: 3 },
      }),
    ];
  }
  const all = grantsOf(change);
  const takes = all.filter(({ after }) => after === 'None');
  const sets = all.filter(({ after }) => after !== 'None');
  const affects = { affects: ['Order sync', 'Invoice export'] };
  return [
    ...(change.kind === 'edit'
      ? []
      : [step('create-role', name, 'No role', 'Role in Northwind, with a copy in each of 2 business units')]),
    ...(change.kind === 'edit' && change.name !== null ? [step('change-role', name, name, change.name)] : []),
    ...(sets.length === 0
      ? []
      : [
          step(
            'set-privileges',
            name,
            '40 privileges',
            `${40 + sets.filter(({ before }) => before === 'None').length} privileges`,
            {
              privileges: sets,
              ...(change.kind === 'edit' ? affects : {}),
            },
          ),
        ]),
    ...(takes.length === 0
      ? []
      : [
          step('remove-privileges', name, '40 privileges', `${40 - takes.length} privileges`, {
            privileges: takes,
            risks: ['apps-rely-on-it'],
            ...affects,
          }),
        ]),
  ];
};

/** The plan of changes of roles, as the fake door makes it. */
export const fakeRolePlan = (
  { changes }: InputOf<'fleet.planRoles'>,
  failureOf: (index: number) => AppError | null,
): PlannedEnvironment[] =>
  changes.map((change) => {
    const index = environments.findIndex(({ id }) => id === change.environmentId);
    const environment = environments[index];
    const problem = failureOf(index);
    return {
      environmentId: change.environmentId,
      environmentName: environment?.name ?? '',
      production: environment?.production ?? false,
      clientId: null,
      appName: roleNamed(change),
      steps: problem === null ? stepsOf(change) : [],
      ...(change.kind === 'clone' && index > 0
        ? { leftOut: ['prvReadnw_shipment', 'prvWritenw_shipment'] }
        : {}),
      problem,
    };
  });
