import type { Environment } from '../../../preload/contract/environments.ts';
import type { PlannedEnvironment } from '../../../preload/contract/fleet.ts';
import type { RoleChange, RoleGrantAsked } from '../../../preload/contract/fleet-roles.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { AppError, Result } from '../../../preload/contract/words/errors.ts';
import { parseRoleId } from '../../../preload/contract/words/ids.ts';
import type { EnvironmentId, WorkspaceId } from '../../../preload/contract/words/ids.ts';
import type { DataverseClient } from '../../dataverse/dataverse-client.ts';
import { fanOut } from '../../dataverse/fan-out.ts';
import { readWholeRole } from '../../security-roles/whole-role.ts';
import { newId } from '../../settings/new-id.ts';
import type { FleetPorts } from '../fleet-ports.ts';
import { issuePlan } from '../planner/issue-plan.ts';
import type { IssuedPlan } from '../planner/issued-plans.ts';
import { writableWorkspace } from '../planner/make-plan.ts';
import { inWords } from '../planner/plan-environment.ts';
import { readLacking } from '../planner/read-lacks.ts';
import { asAsked } from './as-asked.ts';
import { planRole } from './plan-role.ts';
import type { RoleDraft } from './plan-role.ts';
import { readRoleWorld } from './read-role-world.ts';
import type { AskedChange } from './read-role-world.ts';
import type { PlannedRole } from './role-action.ts';
import { roleRights } from './role-rights.ts';
import type { RoleWorld } from './role-world.ts';

/** What is asked of the planner of roles. */
export type RolePlanRequest = { readonly workspaceId: WorkspaceId; readonly changes: readonly RoleChange[] };

/** How a change names its role until it is read. */
const nameIn = (change: RoleChange): string => {
  if (change.kind === 'create' || change.kind === 'clone') return change.name;
  return change.role.by === 'name' ? change.role.name : change.role.roleId;
};

const teamIn = (change: RoleChange): string => {
  if (!('team' in change)) return '';
  return change.team.by === 'name' ? change.team.name : change.team.teamId;
};

const keyOf = (change: RoleChange): string =>
  `${change.environmentId} ${nameIn(change).toLowerCase()}\n${teamIn(change).toLowerCase()}`;

const plannedRole = (
  { id, name, production }: Environment,
  draft: Pick<RoleDraft, 'roleName'> & Partial<RoleDraft>,
  problem: AppError | null,
  lacks: readonly string[] = [],
): PlannedRole => {
  const { roleName, steps = [], leftOut = [] } = draft;
  return {
    environment: {
      environmentId: id,
      environmentName: name,
      production,
      clientId: null,
      appName: roleName,
      ...(lacks.length === 0 ? {} : { lacks: [...lacks] }),
      ...(leftOut.length === 0 ? {} : { leftOut: [...leftOut] }),
      problem,
    },
    steps,
  };
};

/** What the caller lacks; not knowing it only loses a warning: the service itself refuses. */
const lacksOf = async (
  client: DataverseClient,
  draft: RoleDraft,
  world: RoleWorld,
  signal: AbortSignal,
): Promise<readonly string[]> => {
  if (draft.steps.length === 0) return [];
  const lacks = await readLacking(client, async () => ok(roleRights(draft, world)), signal);
  return lacks.ok ? lacks.value : [];
};

/** What the originals of clones grant, each read once; an original that cannot be read is its clones' problem. */
const readOriginals = async (
  { environments }: FleetPorts,
  { workspaceId, changes }: RolePlanRequest,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Result<readonly RoleGrantAsked[]>>> => {
  const found = new Map<string, Result<readonly RoleGrantAsked[]>>();
  for (const change of changes) {
    if (change.kind !== 'clone') continue;
    const { environmentId, roleId } = change.from;
    const key = `${environmentId} ${roleId}`;
    if (found.has(key)) continue;
    const chosen = environments.choose(workspaceId, [environmentId]);
    const [environment] = chosen.ok ? chosen.value : [];
    if (!chosen.ok || environment === undefined) {
      found.set(key, chosen.ok ? failed('not-found', { what: 'environment', id: environmentId }) : chosen);
      continue;
    }
    const read = await readWholeRole(environments.asAdmin(environment), roleId, signal);
    found.set(key, read.ok ? ok(asAsked(read.value)) : read);
  }
  return found;
};

/**
 * Reads every environment whose roles are to change and works out the steps; changes nothing. An environment that cannot be read is
 * planned with that problem. Fails with `workspace-read-only`, `not-found`, `invalid-input`, `cancelled`.
 */
export const makeRolePlan = async (
  ports: FleetPorts,
  request: RolePlanRequest,
  tell: (planned: PlannedEnvironment) => Promise<void>,
  signal: AbortSignal,
): Promise<Result<IssuedPlan>> => {
  const { workspaceId, changes } = request;
  const workspace = writableWorkspace(ports, workspaceId);
  if (!workspace.ok) return workspace;
  if (new Set(changes.map(keyOf)).size < changes.length)
    return failed('invalid-input', { path: 'changes', problem: 'names a role in an environment twice' });
  const byEnvironment = Map.groupBy(changes, ({ environmentId }): EnvironmentId => environmentId);
  const chosen = ports.environments.choose(workspaceId, [...byEnvironment.keys()]);
  if (!chosen.ok) return chosen;
  const originals = await readOriginals(ports, request, signal);

  const planIn = async (environment: Environment, signal: AbortSignal): Promise<readonly PlannedRole[]> => {
    const planned: PlannedRole[] = [];
    const asked: AskedChange[] = [];
    for (const change of byEnvironment.get(environment.id) ?? []) {
      const original =
        change.kind === 'clone'
          ? (originals.get(`${change.from.environmentId} ${change.from.roleId}`) ?? ok([]))
          : ok([]);
      if (original.ok) asked.push({ change, original: original.value });
      else planned.push(plannedRole(environment, { roleName: nameIn(change) }, original.error));
    }
    if (asked.length === 0) return planned;
    const client = ports.environments.asAdmin(environment);
    const world = await readRoleWorld(client, environment.name, asked, signal);
    for (const { change, original } of asked) {
      if (!world.ok) {
        planned.push(plannedRole(environment, { roleName: nameIn(change) }, world.error));
        continue;
      }
      const draft = planRole({ change, original, newRoleId: newId(parseRoleId) }, world.value);
      planned.push(
        draft.ok
          ? plannedRole(
              environment,
              draft.value,
              null,
              await lacksOf(client, draft.value, world.value, signal),
            )
          : plannedRole(environment, { roleName: nameIn(change) }, draft.error),
      );
    }
    return planned;
  };

  const roles: PlannedRole[] = [];
  const counts = await fanOut<Environment, readonly PlannedRole[]>({
    items: chosen.value,
    parallel: ports.environments.parallel(),
    signal,
    work: async (environment, signal) => {
      const planned = await planIn(environment, signal);
      return signal.aborted ? failed('cancelled') : ok(planned);
    },
    settled: async (_environment, planned) => {
      if (!planned.ok) return;
      for (const role of planned.value) {
        roles.push(role);
        await tell(inWords(role));
      }
    },
  });
  if (counts.cancelled > 0) return failed('cancelled');

  return ok(issuePlan(workspaceId, roles, { desired: [], roles: changes }, ports.clock));
};
