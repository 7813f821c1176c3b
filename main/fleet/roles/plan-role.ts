import type { RoleChange, RoleGrantAsked } from '../../../preload/contract/fleet-roles.ts';
import { failed, ok } from '../../../preload/contract/words/errors.ts';
import type { Result } from '../../../preload/contract/words/errors.ts';
import type { RoleId } from '../../../preload/contract/words/ids.ts';
import { sameName } from '../../../preload/contract/words/same-name.ts';
import { wholeRole } from '../../security-roles/whole-role.ts';
import { findRole, requireChangeable } from './find-role.ts';
import { grantChanges } from './grant-changes.ts';
import type { PlannedRoleStep } from './role-action.ts';
import { planTeamRole } from './plan-team-role.ts';
import { changeRoleStep, createRoleStep, deleteRoleStep, privilegeSteps } from './role-steps.ts';
import type { RoleNowPlanned } from './role-steps.ts';
import type { RoleWorld } from './role-world.ts';

/** The steps of one change, and what a person should know of them. */
export type RoleDraft = {
  readonly roleName: string;
  readonly steps: readonly PlannedRoleStep[];
  /** Privileges of the original that the environment does not have. */
  readonly leftOut: readonly string[];
  /** What whoever applies the steps must have itself, because others get it; absent: only what the steps name. */
  readonly gives?: readonly RoleGrantAsked[];
};

/** A change with what only main knows: the id of a new role, and the privileges of the original of a clone. */
export type PreparedChange = {
  readonly change: RoleChange;
  readonly newRoleId: RoleId;
  readonly original: readonly RoleGrantAsked[];
};

const roleNow = (world: RoleWorld, roleId: RoleId, name: string): RoleNowPlanned => ({
  roleId,
  name,
  description: world.descriptions.get(roleId) ?? null,
  whole: world.wholes.get(roleId) ?? wholeRole([]),
  holders: world.holders.get(roleId) ?? null,
  total: world.total,
});

/** What of the original's privileges the environment can have: by name, and at a depth that it has there. */
const fitting = (
  original: readonly RoleGrantAsked[],
  world: RoleWorld,
): { readonly grants: readonly RoleGrantAsked[]; readonly leftOut: readonly string[] } => {
  const fits = ({ privilege, depth }: RoleGrantAsked): boolean =>
    world.privileges.get(privilege)?.depths.includes(depth) === true;
  return {
    grants: original.filter(fits),
    leftOut: original
      .filter((grant) => !fits(grant))
      .map(({ privilege }) => privilege)
      .toSorted(),
  };
};

/**
 * A role of the name that is there already is taken on when it grants nothing beyond what is asked for: it is what an interrupted run
 * left. Any other one is somebody's own.
 */
const planNew = (
  { newRoleId }: PreparedChange,
  change: Extract<RoleChange, { readonly kind: 'create' | 'clone' }>,
  grants: readonly RoleGrantAsked[],
  leftOut: readonly string[],
  world: RoleWorld,
): Result<RoleDraft> => {
  const { name, description } = change;
  const there = world.roles.find((role) => sameName(role.name, name)) ?? null;
  const now = roleNow(world, there?.rootRoleId ?? newRoleId, name);
  const changes = grantChanges(
    { set: grants, remove: [] },
    now.whole,
    world.privileges,
    world.environmentName,
  );
  if (!changes.ok) return changes;
  if (there !== null) {
    const asked = new Set(grants.map(({ privilege }) => privilege));
    const isOurs =
      !there.managed &&
      now.whole.grants.every(({ name: held }) => asked.has(held)) &&
      changes.value.every(({ before }) => before === 'None');
    if (!isOurs) return failed('role-exists', { role: there.name, environment: world.environmentName });
  }
  const create = { kind: 'create-role', roleId: newRoleId, name, description } as const;
  const creating =
    there === null
      ? [
          createRoleStep(
            { ...create, businessUnitId: world.root.id },
            { unit: world.root.name, units: world.units },
          ),
        ]
      : [];
  return ok({
    roleName: name,
    steps: [...creating, ...privilegeSteps(now, changes.value)],
    leftOut,
  });
};

const planEdit = (
  change: Extract<RoleChange, { readonly kind: 'edit' }>,
  world: RoleWorld,
): Result<RoleDraft> => {
  const { environmentName } = world;
  const found = findRole(world.roles, change.role, environmentName);
  const role = found.ok ? requireChangeable(found.value, environmentName) : found;
  if (!role.ok) return role;
  const { rootRoleId, name } = role.value;
  const now = roleNow(world, rootRoleId, name);
  const changes = grantChanges(change, now.whole, world.privileges, environmentName);
  if (!changes.ok) return changes;
  const renames = change.name !== null && change.name !== name;
  const wanted = change.name ?? name;
  const taken = world.roles.some((other) => other.rootRoleId !== rootRoleId && sameName(other.name, wanted));
  if (renames && taken) return failed('role-exists', { role: wanted, environment: environmentName });
  const columns = {
    ...(renames ? { name: wanted } : {}),
    ...(change.description === null || change.description === now.description
      ? {}
      : { description: change.description }),
  };
  const steps = [
    ...(Object.keys(columns).length === 0 ? [] : [changeRoleStep(now, columns)]),
    ...privilegeSteps(now, changes.value),
  ];
  return ok({ roleName: name, steps, leftOut: [] });
};

const holdersInWords = ({ apps, people, teams }: NonNullable<RoleNowPlanned['holders']>): string =>
  [
    ...apps.slice(0, 5),
    ...(apps.length > 5 ? [`${apps.length - 5} more apps`] : []),
    ...(people === 0 ? [] : [people === 1 ? '1 person' : `${people} people`]),
    ...teams.slice(0, 5).map((name) => `team ${name}`),
  ].join(', ');

const planDelete = (
  change: Extract<RoleChange, { readonly kind: 'delete' }>,
  world: RoleWorld,
): Result<RoleDraft> => {
  const { environmentName } = world;
  const found = findRole(world.roles, change.role, environmentName);
  // What is gone already is what was asked for; an id alone names nothing that a person would recognise.
  if (!found.ok && found.error.code === 'role-not-found' && change.role.by === 'name')
    return ok({ roleName: change.role.name, steps: [], leftOut: [] });
  const role = found.ok ? requireChangeable(found.value, environmentName) : found;
  if (!role.ok) return role;
  const now = roleNow(world, role.value.rootRoleId, role.value.name);
  const holders = now.holders === null ? '' : holdersInWords(now.holders);
  if (holders !== '') return failed('role-in-use', { role: now.name, environment: environmentName, holders });
  return ok({
    roleName: now.name,
    steps: [deleteRoleStep(now)],
    leftOut: [],
  });
};

/** Works out the steps of one change of a security role. Pure; what is already so makes no step. */
export const planRole = (prepared: PreparedChange, world: RoleWorld): Result<RoleDraft> => {
  const { change, original } = prepared;
  switch (change.kind) {
    case 'create':
      return planNew(prepared, change, change.privileges, [], world);
    case 'clone': {
      const { grants, leftOut } = fitting(original, world);
      return planNew(prepared, change, grants, leftOut, world);
    }
    case 'edit':
      return planEdit(change, world);
    case 'delete':
      return planDelete(change, world);
    case 'give-to-team':
    case 'take-from-team':
      return planTeamRole(change, world);
  }
};
