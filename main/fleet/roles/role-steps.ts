import type { PlanStep } from '../../../preload/contract/fleet.ts';
import type { RoleId } from '../../../preload/contract/words/ids.ts';
import type { RoleHolders } from '../../security-roles/read-role-holders.ts';
import { depthsOf } from '../../security-roles/whole-role.ts';
import type { WholeRole } from '../../security-roles/whole-role.ts';
import { takesAway } from './grant-changes.ts';
import type { GrantChange, PlannedRoleStep, RoleAction } from './role-action.ts';

/** More removals than this are written at once, as the complete set: one request for each would take long. */
const ONE_BY_ONE = 20;

/** From this share of all privileges on, granted Globally, a role is as wide as System Administrator. */
const WIDE = 0.6;

/** What the steps of a role are planned from. */
export type RoleNowPlanned = {
  readonly roleId: RoleId;
  readonly name: string;
  /** Null: not known, because nothing changes it. */
  readonly description: string | null;
  readonly whole: WholeRole;
  /** Null: not known. */
  readonly holders: RoleHolders | null;
  /** How many privileges the environment has; null: not known. */
  readonly total: number | null;
};

const toStep = (
  action: RoleAction,
  words: Pick<PlanStep, 'subject' | 'before' | 'after'>,
  more: Partial<PlanStep> = {},
): PlannedRoleStep => ({
  step: { id: `${action.roleId}/${action.kind}`, kind: action.kind, risks: [], ...words, ...more },
  action,
});

const privileges = (count: number): string => (count === 1 ? '1 privilege' : `${count} privileges`);

const listed = (changes: readonly GrantChange[]): NonNullable<PlanStep['privileges']> =>
  changes.map(({ name, before, after }) => ({ name, before, after }));

/** How many privileges a role grants over the whole organization once the changes are made. */
const globalAfter = (whole: WholeRole, changes: readonly GrantChange[]): number => {
  const depths = new Map(depthsOf(whole));
  for (const { privilegeId, after } of changes) depths.set(privilegeId, after);
  return [...depths.values()].filter((depth) => depth === 'Global').length;
};

const becomesWide = ({ whole, total }: RoleNowPlanned, changes: readonly GrantChange[]): boolean => {
  if (total === null || total === 0) return false;
  return globalAfter(whole, []) < total * WIDE && globalAfter(whole, changes) >= total * WIDE;
};

/** The steps that change privileges: added ones leave the rest alone; what is narrowed, or much that is taken, is written with the complete set. */
export const privilegeSteps = (
  role: RoleNowPlanned,
  changes: readonly GrantChange[],
): readonly PlannedRoleStep[] => {
  if (changes.length === 0) return [];
  const { roleId, name, whole, holders } = role;
  const removed = changes.filter(({ after }) => after === 'None');
  const set = changes.filter(({ after }) => after !== 'None');
  const atOnce = set.some(takesAway) || removed.length > ONE_BY_ONE;
  const count = depthsOf(whole).size;
  const added = set.filter(({ before }) => before === 'None').length;
  const apps = holders?.apps ?? [];
  const affects = apps.length === 0 ? {} : { affects: [...apps] };
  const relied = apps.length > 0 ? (['apps-rely-on-it'] as const) : [];
  const wide = becomesWide(role, changes) ? (['administrator-width'] as const) : [];
  const words = (from: number, to: number) => ({
    subject: name,
    before: privileges(from),
    after: privileges(to),
  });
  if (atOnce) {
    const risks = [...wide, ...relied];
    const after = count + added - removed.length;
    return [
      toStep({ kind: 'set-privileges', roleId, changes, replaces: whole.fingerprint }, words(count, after), {
        risks,
        privileges: listed(changes),
        ...affects,
      }),
    ];
  }
  const setting =
    set.length === 0
      ? []
      : [
          toStep(
            { kind: 'set-privileges', roleId, changes: set, replaces: null },
            words(count, count + added),
            { risks: [...wide], privileges: listed(set), ...affects },
          ),
        ];
  const removing =
    removed.length === 0
      ? []
      : [
          toStep(
            { kind: 'remove-privileges', roleId, changes: removed },
            words(count + added, count + added - removed.length),
            { risks: [...relied], privileges: listed(removed), ...affects },
          ),
        ];
  return [...setting, ...removing];
};

/** Creates the role in the root business unit; every business unit gets its copy. */
export const createRoleStep = (
  action: Extract<RoleAction, { readonly kind: 'create-role' }>,
  place: { readonly unit: string; readonly units: number },
): PlannedRoleStep =>
  toStep(action, {
    subject: action.name,
    before: 'No role',
    after:
      place.units === 1
        ? `Role in ${place.unit}`
        : `Role in ${place.unit}, with a copy in each of ${place.units} business units`,
  });

const quoted = (description: string): string => (description === '' ? 'No description' : `“${description}”`);

/** Renames a role, or says something else of it. */
export const changeRoleStep = (
  role: RoleNowPlanned,
  columns: { readonly name?: string; readonly description?: string },
): PlannedRoleStep => {
  const { name, description } = columns;
  const after = [
    ...(name === undefined ? [] : [name]),
    ...(description === undefined ? [] : [quoted(description)]),
  ].join(', ');
  const before = role.description === null ? 'Other description' : quoted(role.description);
  return toStep(
    { kind: 'change-role', roleId: role.roleId, columns },
    { subject: role.name, before: name === undefined ? before : role.name, after },
    description === undefined || role.description === null
      ? {}
      : { description: { before: role.description, after: description } },
  );
};

/** Deletes a role that nobody holds; the step keeps what it granted. */
export const deleteRoleStep = ({ description, roleId, name, whole }: RoleNowPlanned): PlannedRoleStep => {
  const depths = depthsOf(whole);
  const gone = whole.grants.map(({ privilegeId, name: privilege }) => ({
    name: privilege,
    before: depths.get(privilegeId) ?? 'None',
    after: 'None' as const,
  }));
  return toStep(
    { kind: 'delete-role', roleId },
    { subject: name, before: `Role with ${privileges(gone.length)}`, after: 'No role' },
    {
      risks: ['role-gone'],
      ...(description === null ? {} : { description: { before: description, after: '' } }),
      privileges: gone.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    },
  );
};
