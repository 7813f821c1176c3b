import type { OperationDetail } from '../../../preload/contract/fleet.ts';
import type { RoleChange, RoleGrantAsked } from '../../../preload/contract/fleet-roles.ts';
import { parseRoleId, parseTeamId } from '../../../preload/contract/words/ids.ts';
import { mayBeMade } from '../../../preload/contract/words/status.ts';
import { sameName } from '../../../preload/contract/words/same-name.ts';
import { isLeft } from '../operations/is-left.ts';

type ToldPlace = OperationDetail['environments'][number];
type ToldStep = ToldPlace['steps'][number];

/** The role that a step is about: its id begins the step's. */
const roleOf = (step: ToldStep | undefined) => parseRoleId(step?.id.split('/')[0] ?? '');

/** The team that a step is about comes third. */
const teamOf = (step: ToldStep | undefined) => parseTeamId(step?.id.split('/')[2] ?? '');

type TeamChange = Extract<RoleChange, { readonly team: unknown }>;

const isAboutTeam = (change: TeamChange, steps: readonly ToldStep[]): boolean =>
  steps.some((step) =>
    change.team.by === 'name'
      ? sameName(change.team.name, step.subject)
      : change.team.teamId === teamOf(step),
  );

const isAbout = (change: RoleChange, { appName, environmentId, steps }: ToldPlace): boolean => {
  if (change.environmentId !== environmentId) return false;
  // Where nothing could be planned, no step names the team.
  if ('team' in change && steps.length > 0 && !isAboutTeam(change, steps)) return false;
  if (change.kind === 'create' || change.kind === 'clone') return sameName(change.name, appName);
  return change.role.by === 'name'
    ? sameName(change.role.name, appName)
    : // Where it could not be read, a role that is asked for by its id is called by it.
      change.role.roleId === (roleOf(steps[0]) ?? appName);
};

/** What is left of changes of roles, to be planned again: what was asked for wherever a step was not reached or nothing could be planned. Pure. */
export const rolesLeft = (
  environments: readonly ToldPlace[],
  asked: readonly RoleChange[],
): readonly RoleChange[] => {
  const ofRoles = environments.filter(({ clientId }) => clientId === null);
  const planned = ofRoles.filter(({ steps }) => steps.length > 0);
  const left = ofRoles
    .filter(isLeft)
    .flatMap((place) =>
      asked.filter(
        (change) =>
          isAbout(change, place) &&
          (place.steps.length > 0 || !planned.some((other) => isAbout(change, other))),
      ),
    );
  return [...new Set(left)];
};

const granted = (steps: readonly ToldStep[]): RoleGrantAsked[] =>
  steps
    .flatMap(({ privileges }) => privileges ?? [])
    .flatMap(({ before, name }) => (before === 'None' ? [] : [{ privilege: name, depth: before }]));

/** What a team was given is taken from it, what was taken is given again; by ids, because a name may be another's by now. */
const teamOpposite = (
  { kind, ...step }: ToldStep,
  place: Pick<TeamChange, 'environmentId' | 'role'>,
): readonly RoleChange[] => {
  const teamId = teamOf({ kind, ...step });
  if (teamId === null || (kind !== 'give-team-role' && kind !== 'take-team-role')) return [];
  return [
    {
      kind: kind === 'give-team-role' ? 'take-from-team' : 'give-to-team',
      ...place,
      team: { by: 'id', teamId },
    },
  ];
};

/**
 * What would take changes of roles back, to be planned: a new role is deleted, a deleted one made again with another id, every
 * privilege, name and description goes back to what it was, also where a change may have been made; what was so already stays. Pure.
 */
export const rolesOpposite = (environments: readonly ToldPlace[]): readonly RoleChange[] =>
  environments.flatMap(({ appName, clientId, environmentId, steps: all }): readonly RoleChange[] => {
    const steps = all.filter(({ state }) => mayBeMade(state));
    const roleId = roleOf(steps[0]);
    if (clientId !== null || roleId === null) return [];
    const role = { by: 'id', roleId } as const;
    const ofTeams = steps.flatMap((step) => teamOpposite(step, { environmentId, role }));
    if (ofTeams.length > 0) return ofTeams.slice(0, 1);
    if (steps.some(({ kind }) => kind === 'create-role')) return [{ kind: 'delete', environmentId, role }];
    const described = steps.find(({ description }) => description !== undefined)?.description?.before;
    if (steps.some(({ kind }) => kind === 'delete-role'))
      return [
        {
          kind: 'create',
          environmentId,
          name: appName,
          description: described ?? '',
          privileges: granted(steps),
        },
      ];
    const changed = steps.flatMap(({ privileges }) => privileges ?? []);
    const renamed = steps.find(({ before, kind, subject }) => kind === 'change-role' && before === subject);
    if (changed.length === 0 && renamed === undefined && described === undefined) return [];
    return [
      {
        kind: 'edit',
        environmentId,
        role,
        name: renamed?.before ?? null,
        description: described ?? null,
        set: granted(steps),
        remove: changed.flatMap(({ before, name }) => (before === 'None' ? [name] : [])),
      },
    ];
  });
