import type { PlannedEnvironment, PlanStep } from '../../../preload/contract/fleet.ts';
import type { Depth } from '../../../preload/contract/words/depth.ts';
import type { BusinessUnitId, PrivilegeId, RoleId, TeamId } from '../../../preload/contract/words/ids.ts';
import { depthsOf } from '../../security-roles/whole-role.ts';
import type { WholeRole } from '../../security-roles/whole-role.ts';

/** How far a role grants one privilege, before the plan and after it. */
export type GrantChange = {
  readonly privilegeId: PrivilegeId;
  readonly name: string;
  readonly before: Depth;
  readonly after: Depth;
};

/** What a step does with a role, in ids. */
export type RoleAction =
  | {
      readonly kind: 'create-role';
      readonly roleId: RoleId;
      readonly name: string;
      readonly description: string;
      readonly businessUnitId: BusinessUnitId;
    }
  | {
      readonly kind: 'change-role';
      readonly roleId: RoleId;
      /** Absent: stays as it is. */
      readonly columns: { readonly name?: string; readonly description?: string };
    }
  | {
      readonly kind: 'set-privileges';
      readonly roleId: RoleId;
      readonly changes: readonly GrantChange[];
      /** Fingerprint of the set that the plan was made from, where the complete set has to be written; null: privileges are added. */
      readonly replaces: string | null;
    }
  | {
      readonly kind: 'remove-privileges';
      readonly roleId: RoleId;
      readonly changes: readonly GrantChange[];
    }
  | { readonly kind: 'delete-role'; readonly roleId: RoleId }
  | {
      readonly kind: 'give-team-role' | 'take-team-role';
      readonly roleId: RoleId;
      /** What the team holds or shall hold: the copy in a business unit. */
      readonly copyId: RoleId;
      readonly teamId: TeamId;
    };

/** An action that is about a team which holds the role. */
export type TeamRoleAction = Extract<RoleAction, { readonly teamId: TeamId }>;

/** Names one copy as a team holds it. */
export const holding = ({ copyId, teamId }: Pick<TeamRoleAction, 'copyId' | 'teamId'>): string =>
  `${teamId} ${copyId}`;

/** A step about a role in words and in ids. */
export type PlannedRoleStep = { readonly step: PlanStep; readonly action: RoleAction };

/** The plan of one role in one environment, in words and in ids. */
export type PlannedRole = {
  readonly environment: Omit<PlannedEnvironment, 'steps' | 'clientId'> & { readonly clientId: null };
  readonly steps: readonly PlannedRoleStep[];
};

/** What a role is at one moment; null where there is none. */
export type RoleNow = {
  readonly name: string;
  /** Null where nobody asked for it. */
  readonly description: string | null;
  readonly whole: WholeRole;
  /** What teams hold of it, as far as somebody asked. */
  readonly holdings: ReadonlySet<string>;
} | null;

/** Whether what the action is for is so. */
export const roleEffectHolds = (action: RoleAction, now: RoleNow): boolean => {
  switch (action.kind) {
    case 'create-role':
      return now !== null;
    case 'delete-role':
      return now === null;
    case 'change-role': {
      const { name, description } = action.columns;
      return (
        now !== null &&
        (name === undefined || now.name === name) &&
        (description === undefined || now.description === description)
      );
    }
    case 'give-team-role':
      return now !== null && now.holdings.has(holding(action));
    case 'take-team-role':
      return now === null || !now.holdings.has(holding(action));
    case 'set-privileges':
    case 'remove-privileges': {
      if (now === null) return false;
      const depths = depthsOf(now.whole);
      return action.changes.every(({ privilegeId, after }) => (depths.get(privilegeId) ?? 'None') === after);
    }
  }
};

/**
 * Whether the role is still what the plan was made from, as far as the action would overwrite something: each privilege is as before,
 * and where the complete set is written, nothing at all has changed. `ours`: what is there already of the action
 * is ours, because its answer got lost or the plan made the role; otherwise it is somebody else's, and the undo would take it back.
 */
export const isUnchanged = (
  action: Extract<RoleAction, { readonly changes: unknown }>,
  whole: WholeRole,
  ours: boolean,
): boolean => {
  if (action.kind === 'set-privileges' && action.replaces !== null)
    return action.replaces === whole.fingerprint;
  const depths = depthsOf(whole);
  return action.changes.every(({ privilegeId, before, after }) => {
    const now = depths.get(privilegeId) ?? 'None';
    return now === before || (ours && now === after);
  });
};
